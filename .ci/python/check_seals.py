#!/usr/bin/env python3
"""What we seal, other implementations of the age format open, and what they seal, we open.

    check_seals.py OURS NODE_FOLDER

OURS is the example program `seal` of the conformance crate, NODE_FOLDER the folder whose node_modules has
age-encryption. Beside Python's pyrage and npm's age-encryption the program `age` is asked where it is installed.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import pyrage

from tally import Tally

# About the borders of the pieces of 64 KiB in which the format seals.
LENGTHS = [0, 1, 4_000, 65_535, 65_536, 65_537, 131_072, 200_000]


class Program:
    """A program that seals for recipients and opens with an identity, by standard input and output."""

    def __init__(self, name, command):
        self.name = name
        self.command = command

    def seal(self, content, recipients):
        return run([*self.command, "seal", *recipients], content)

    def open(self, sealed, identity):
        return run([*self.command, "open", identity], sealed)


class Pyrage:
    name = "pyrage"

    def seal(self, content, recipients):
        return pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(one) for one in recipients])

    def open(self, sealed, identity):
        return pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(identity)])


class Age:
    name = "age"

    def seal(self, content, recipients):
        return run(["age", *(part for one in recipients for part in ("-r", one))], content)

    def open(self, sealed, identity):
        with tempfile.NamedTemporaryFile("w", suffix=".key") as key:
            key.write(identity + "\n")
            key.flush()
            return run(["age", "--decrypt", "--identity", key.name], sealed)


def run(command, content):
    ended = subprocess.run([str(part) for part in command], input=content, capture_output=True, timeout=60)
    if ended.returncode:
        raise RuntimeError(f"{command[0]} ended with {ended.returncode}: {ended.stderr.decode()}")
    return ended.stdout


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: check_seals.py OURS NODE_FOLDER")
    ours = Program("ours", [pathlib.Path(sys.argv[1]).resolve()])
    node = pathlib.Path(sys.argv[2]).resolve()
    others = [Pyrage(), Program("age-encryption", ["node", node / "age.mjs"])]
    if shutil.which("age"):
        others.append(Age())
    tally = Tally([f"{one}, read by {two}" for other in others for one, two in both(ours, other)])

    keys = [pyrage.x25519.Identity.generate() for _ in range(3)]
    for length in LENGTHS:
        content = bytes(at % 251 for at in range(length))
        for count in (1, 3):
            recipients = [str(key.to_public()) for key in keys[:count]]
            identity = str(keys[count - 1])
            for other in others:
                for sealer, opener in ((ours, other), (other, ours)):
                    name = f"{sealer.name}, read by {opener.name}"
                    fault = None
                    try:
                        if opener.open(sealer.seal(content, recipients), identity) != content:
                            fault = "the content differs"
                    except Exception as error:
                        fault = str(error)
                    tally.check(name, f"{length} bytes for {count}", fault)
    if not shutil.which("age"):
        print("       the program age is not installed: only the two libraries were asked")
    tally.end()


def both(ours, other):
    return [(ours.name, other.name), (other.name, ours.name)]


if __name__ == "__main__":
    main()
