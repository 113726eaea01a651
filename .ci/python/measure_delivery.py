#!/usr/bin/env python3
"""Measures what it costs to pack, sign, verify, seal and open a package of a thousand papers, 500 MiB together.

    measure_delivery.py PROGRAM CASE FOLDER

CASE is a working folder without papers. The key files are those that `keygen` writes, so signing and opening have to
unlock one, which is slow on purpose. The peak of memory is that of the process, as GNU time tells it, and has to stay
below 64 MiB; the speed stands beside that of `openssl dgst -sha256` and of `age` over the same bytes.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

PAPERS = 1_000
PAPER = 512 * 1024
ROUNDS = 3
MOST_MEMORY = 64
# The member of the alliance, who sends to itself.
MEMBER = "member"
RECEIVER = "531000000000000008"


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: measure_delivery.py PROGRAM CASE FOLDER")
    program, case, folder = (pathlib.Path(path).resolve() for path in sys.argv[1:])
    folder.mkdir()
    os.chdir(folder)
    working_folder(case)
    pathlib.Path("passphrase").write_text("measured horse battery staple\n", encoding="utf-8")
    by_directory = alliance(program)
    key = ["--key", f"{MEMBER}.key", "--passphrase-file", "passphrase"]
    identity = ["--identity", f"{MEMBER}.key", "--passphrase-file", "passphrase"]
    subprocess.run(["age-keygen", "-o", "age.key"], check=True, capture_output=True)
    age_recipient = subprocess.run(["age-keygen", "-y", "age.key"], check=True, capture_output=True, text=True).stdout.strip()

    steps = [
        ("pack", [program, "pack", "case", "-o", "case.tzpkg", "--force"]),
        ("sign", [program, "sign", "case.tzpkg", *key]),
        ("verify", [program, "verify", "case.tzpkg", *by_directory]),
        ("seal", [program, "seal", "case.tzpkg", *by_directory, "--force"]),
        ("open", [program, "open", "case.tzpkg.age", *by_directory, *identity, "--inbox", "inbox"]),
        ("verify, sealed", [program, "verify", "case.tzpkg.age", *by_directory, *identity]),
        ("openssl dgst -sha256", ["openssl", "dgst", "-sha256", "case.tzpkg"]),
        ("age", ["age", "-r", age_recipient, "-o", "stock.age", "case.tzpkg"]),
        ("age --decrypt", ["age", "--decrypt", "-i", "age.key", "-o", "stock.tzpkg", "stock.age"]),
    ]
    # Every step of every round beside the others of its round, so that a busy moment touches them alike.
    seconds, peaks = {name: [] for name, _ in steps}, {name: 0 for name, _ in steps}
    for _ in range(ROUNDS):
        for name, command in steps:
            if name == "open":
                shutil.rmtree("inbox", ignore_errors=True)
            taken, peak = measured(command)
            if name == "age --decrypt":
                pathlib.Path("stock.age").unlink()
                pathlib.Path("stock.tzpkg").unlink()
            seconds[name].append(taken)
            peaks[name] = max(peaks[name], peak)
    size = pathlib.Path("case.tzpkg").stat().st_size
    print(f"{size} bytes, {PAPERS} papers; median of {ROUNDS} rounds")
    middle = {name: statistics.median(taken) for name, taken in seconds.items()}
    hashing, sealing, opening = (middle[name] for name in ("openssl dgst -sha256", "age", "age --decrypt"))
    beside = {"seal": [("age", sealing)], "open": [("age --decrypt", opening)], "verify, sealed": [("age --decrypt", opening)]}
    for name, _ in steps:
        others = [("openssl", hashing), *beside.get(name, [])]
        ratios = ", ".join(f"{other / middle[name]:.2f} of the speed of {by}" for by, other in others)
        print(f"{name:>22}: {middle[name]:.2f} s, {size / middle[name] / 1e6:.0f} MB/s, peak {peaks[name]:.0f} MiB; {ratios}")
    ours = [name for name, command in steps if command[0] == program]
    above = [name for name in ours if peaks[name] >= MOST_MEMORY]
    if above:
        sys.exit(f"more than {MOST_MEMORY} MiB of memory: {', '.join(above)}")


def working_folder(case):
    shutil.copytree(case, "case")
    papers = pathlib.Path("case/documents")
    papers.mkdir(exist_ok=True)
    packing = json.loads(pathlib.Path("case/packing.json").read_text(encoding="utf-8"))
    # An id and a time of its own, so that it is made today.
    del packing["packageId"], packing["createdAt"]
    packing["audience"] = [RECEIVER]
    packing["documents"] = []
    for number in range(PAPERS):
        name = f"{number:04}.jpg"
        (papers / name).write_bytes(os.urandom(PAPER))
        packing["documents"].append({"file": name, "documentId": f"019b0000-0000-7000-8000-{number:012x}"})
    pathlib.Path("case/packing.json").write_text(json.dumps(packing, ensure_ascii=False), encoding="utf-8")


def alliance(program):
    """A directory that is in force today: the arguments that name it."""
    given = ["--passphrase-file", "passphrase"]

    def run(*arguments):
        return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout

    run("keygen", "-o", "board.key", "--for", "signing", *given)
    run("keygen", "-o", f"{MEMBER}.key", *given)
    run("directory", "init", "-o", "members.json", "--name", "示例联盟", "--threshold", "1", "--board", "甲=board.pub.json")
    run("directory", "entry", "-o", "member.json", "--name", "示例基金会", "--code", RECEIVER, "--role", "charity", "--keys", f"{MEMBER}.pub.json")
    run("directory", "add", "members.json", "member.json")
    run("directory", "sign", "members.json", "--key", "board.key", *given)
    fingerprint = run("directory", "show", "members.json", "--fingerprint").split()[-1]
    return ["--directory", "members.json", "--board", fingerprint]


def measured(command):
    """Seconds and peak of memory in MiB."""
    ended = subprocess.run(
        ["/usr/bin/time", "-o", "time", "-f", "%e %M", *map(str, command)], capture_output=True, text=True
    )
    if ended.returncode:
        sys.exit(f"{command} ended with {ended.returncode}: {ended.stderr}")
    taken, kibibytes = pathlib.Path("time").read_text().split()[-2:]
    return float(taken), int(kibibytes) / 1024


if __name__ == "__main__":
    main()
