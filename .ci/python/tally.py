"""Counts of what was checked, by kind, and the end of a script."""

import collections
import sys


class Tally:
    """What passed and what failed. A kind of check that never ran is a failure too."""

    def __init__(self, kinds):
        self.kinds = kinds
        self.passed = collections.Counter()
        self.failures = []

    def check(self, kind, name, fault):
        """Counts one check, which failed if there is a fault to tell."""
        if kind not in self.kinds:
            raise ValueError(f"{kind} was not declared")
        if fault:
            self.failures.append(f"{kind}: {name}: {fault}")
        else:
            self.passed[kind] += 1

    def end(self):
        """Prints the counts and ends the script."""
        failures = list(self.failures)
        for kind in self.kinds:
            print(f"{self.passed[kind]:6} {kind}")
            if not self.passed[kind] and not any(failure.startswith(f"{kind}: ") for failure in failures):
                failures.append(f"{kind}: nothing was checked")
        for failure in failures:
            print(f"FAILED {failure}")
        print(f"{sum(self.passed.values())} passed, {len(failures)} failed")
        sys.exit(1 if failures else 0)
