#!/usr/bin/env python3
"""Runs the built program over every example and every variant, as somebody else would run it.

    check_program.py PROGRAM VARIANTS

VARIANTS is the folder that `cargo run -p tongzhou-conformance --example variants -- VARIANTS` writes.
"""

import concurrent.futures
import datetime
import hashlib
import itertools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

import shipped
from tally import Tally

SOUND = "examples without an error"
VARIANTS = "variants found out: exit code, rule and place, and nothing else"
REPORTS = "reports that the schema of reports accepts"
TOGETHER = "variants with the same report when all are checked at one go"
EXITS = "other exit codes"
SAME = "runs with the same bytes whatever the time zone, the locale and the threads"
PYTHON = "packages read back by Python"
UNZIP = "packages read back by unzip"

AS_OF = "2026-10-01"
ZONES = ["UTC", "Asia/Shanghai", "America/New_York"]
LOCALES = ["zh_CN.UTF-8", "en_US.UTF-8"]
THREADS = ["1", "2"]


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: check_program.py PROGRAM VARIANTS")
    program = Program(pathlib.Path(sys.argv[1]).resolve())
    folder = pathlib.Path(sys.argv[2]).resolve()
    unzip = shutil.which("unzip")
    tally = Tally([SOUND, VARIANTS, REPORTS, TOGETHER, EXITS, SAME, PYTHON] + ([UNZIP] if unzip else []))
    validator = shipped.validators()["validation-report"]

    def check_report(name, report):
        error = next(validator.iter_errors(report), None)
        tally.check(REPORTS, name, f"{error.json_path}: {error.message}" if error else None)

    check_examples(program, tally, check_report)
    check_variants(program, folder, tally, check_report)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        check_exits(program, scratch, tally)
        check_surroundings(program, scratch, tally)
        check_archives(program, scratch, unzip, tally)
    if not unzip:
        print("       unzip is not installed: only Python read the packages back")
    tally.end()


class Program:
    """The program, run from a given place with a given environment."""

    def __init__(self, path):
        self.path = path

    def run(self, *arguments, cwd=None, **environment):
        base = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_MESSAGES", "LANG", "TZ")}
        command = [self.path, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, env=base | environment, cwd=cwd, timeout=120)

    def report(self, path, arguments=()):
        """The exit code and the report of one input; the arguments may name files beside it."""
        ended = self.run("validate", "--format", "json", "--as-of", AS_OF, path, *arguments, cwd=path.parent)
        errors = ended.stderr.decode()
        try:
            return ended.returncode, json.loads(ended.stdout), errors
        except ValueError:
            return ended.returncode, {}, f"there is no report; it ended with {ended.returncode} {errors}"

    def reports(self, paths, arguments=None):
        """The same of many, two at a time, in their order."""
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            yield from zip(paths, pool.map(self.report, paths, arguments or [()] * len(paths)))


def check_examples(program, tally, check_report):
    for path, (exit_code, report, errors) in program.reports(shipped.documents() + shipped.packages()):
        name = str(path.relative_to(shipped.ROOT))
        fault = f"it ended with {exit_code} {errors}" if exit_code or errors else None
        tally.check(SOUND, name, fault)
        check_report(name, report)


def check_variants(program, folder, tally, check_report):
    variants = sorted(shipped.variants(folder), key=lambda variant: variant["file"])
    files = [folder / variant["file"] for variant in variants]
    found = []
    arguments = [variant["arguments"] for variant in variants]
    for variant, (path, (exit_code, report, errors)) in zip(variants, program.reports(files, arguments)):
        tally.check(VARIANTS, path.name, fault_of(variant, exit_code, report, errors))
        check_report(path.name, report)
        found.append(report)

    # Those that need a directory or a key are told so one by one.
    together = [index for index, of_variant in enumerate(arguments) if not of_variant]
    files, found = [files[index] for index in together], [found[index] for index in together]
    ended = program.run("validate", "--format", "json", "--as-of", AS_OF, *files)
    lines = ended.stdout.decode().splitlines()
    if len(lines) != len(found) or ended.returncode != 1:
        tally.check(TOGETHER, "all", f"{len(lines)} reports of {len(found)}, ended with {ended.returncode}")
        return
    for path, line, report in zip(files, lines, found):
        tally.check(TOGETHER, path.name, None if json.loads(line) == report else "the report differs")


def fault_of(variant, exit_code, report, errors):
    """What is not as expected of a variant."""
    if errors:
        return errors
    expected = place(variant)
    added = [place(finding) for finding in report.get("findings", [])]
    for known in map(place, variant["alone"]):
        # What is known of the case may be gone with the change.
        if known in added:
            added.remove(known)
    if added != [expected]:
        return f"expected {expected}, but beyond the untouched case there is {added}"
    severities = {finding["severity"] for finding in report["findings"] if finding["code"] == variant["code"]}
    if severities != {variant["severity"]}:
        return f"expected to be of severity {variant['severity']}, but is {severities}"
    if exit_code != variant["exit"]:
        return f"expected to end with {variant['exit']}, but ended with {exit_code}"
    return None


def place(finding):
    """What makes two findings the same. The pointer to a whole document is empty or absent."""
    return finding["code"], finding["outcome"], finding.get("entry"), finding.get("pointer") or ""


def check_exits(program, scratch, tally):
    example = shipped.packages()[0]
    wrong = scratch / "wrong.json"
    wrong.write_text("{}", encoding="utf-8")
    for expected, arguments in [
        (3, ["validate", scratch / "missing.json"]),
        (3, ["validate", example, scratch / "missing.tzpkg"]),
        (1, ["validate", wrong, scratch / "missing.json"]),
        (2, ["validate", "--no-such-flag", example]),
        (2, ["validate"]),
        (2, ["validate", "--as-of", "2026-02-30", example]),
        (2, ["no-such-command"]),
        (0, ["--version"]),
    ]:
        ended = program.run(*arguments)
        fault = None
        if ended.returncode != expected:
            fault = f"it ended with {ended.returncode}, not {expected}"
        elif expected and not ended.stderr and expected != 1:
            fault = "it says nothing on standard error"
        tally.check(EXITS, " ".join(map(str, arguments)), fault)


def check_surroundings(program, scratch, tally):
    lines = scratch / "applications.ndjson"
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in shipped.documents()]
    # Some lines that are wrong, so that there are findings on lines of a file.
    documents += [dict(document, illness=4) for document in documents]
    lines.write_text(
        "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents * 20), encoding="utf-8"
    )
    for source, day in [(shipped.EXAMPLES, AS_OF), (lines, AS_OF), (lines, None)]:
        first = None
        arguments = ["validate", "--format", "json", *(["--as-of", day] if day else [])]
        ways = list(itertools.product(ZONES, LOCALES, THREADS))
        while True:
            before = day_in_china()
            runs = [program.run(*arguments, "--threads", threads, source, TZ=zone, LANG=locale) for zone, locale, threads in ways]
            # Without a day given it is today's: not while one day turns into the next.
            if day or before == day_in_china():
                break
        for (zone, locale, threads), ended in zip(ways, runs):
            first = first or ended.stdout
            name = f"{source.name} {day or 'today'} {zone} {locale} {threads} threads"
            fault = None
            if not ended.stdout or ended.stderr:
                fault = f"no report, or errors: {ended.stderr.decode()}"
            elif ended.stdout != first:
                fault = "the bytes differ from the first run's"
            elif not day and json.loads(ended.stdout.splitlines()[0])["asOf"] != before:
                fault = "it is judged by another day than today in China"
            tally.check(SAME, name, fault)


def day_in_china():
    zone = datetime.timezone(datetime.timedelta(hours=8))
    return datetime.datetime.now(zone).date().isoformat()


def check_archives(program, scratch, unzip, tally):
    packages = shipped.packages()
    for package in shipped.packages():
        packed = scratch / package.name
        ended = program.run("pack", package.with_suffix(""), "-o", packed)
        if ended.returncode:
            tally.check(PYTHON, f"{package.stem} packed now", f"not packed: {ended.stderr.decode()}")
        else:
            packages.append(packed)
    for package in packages:
        tally.check(PYTHON, str(package), fault_of_archive(package))
        if unzip:
            ended = subprocess.run([unzip, "-t", "-qq", package], capture_output=True)
            tally.check(UNZIP, str(package), (ended.stdout + ended.stderr).decode() if ended.returncode else None)


def fault_of_archive(package):
    """Why Python does not find in the package what its manifest says."""
    with zipfile.ZipFile(package) as archive:
        damaged = archive.testzip()
        if damaged:
            return f"{damaged} is damaged"
        entries = json.loads(archive.read("manifest.json"))["entries"]
        names = archive.namelist()
        if names != ["manifest.json"] + [entry["name"] for entry in entries]:
            return "the archive and the manifest name different entries, or in different order"
        for entry in entries:
            content = archive.read(entry["name"])
            if (len(content), hashlib.sha256(content).hexdigest()) != (entry["size"], entry["sha256"]):
                return f"{entry['name']} is not what the manifest says"
    return None


if __name__ == "__main__":
    main()
