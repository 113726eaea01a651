"""What a check finds, as conformance/ADAPTER.md writes it."""

from __future__ import annotations

from typing import Any, NamedTuple, Optional

WARNINGS = {"TZ-PKG-110", "TZ-PKG-114", "TZ-PKG-121", "TZ-PKG-125", "TZ-PKG-126", "TZ-REC-001", "TZ-REC-002"}
WARNINGS |= {f"TZ-DIR-{number:03}" for number in (6, 8, 9, 10, 11, 13, 16, 21, 28, 29, 35, 36)}
REMARKS = {"TZ-SIG-008", "TZ-PKG-111", "TZ-PKG-122", "TZ-PKG-128"}


class Finding(NamedTuple):
    """One finding: of the whole input without an entry, of the whole entry without a pointer."""

    code: str
    entry: Optional[str] = None
    pointer: Optional[str] = None
    checked: bool = True

    @property
    def severity(self) -> str:
        return "warning" if self.code in WARNINGS else "info" if self.code in REMARKS else "error"

    def told(self) -> dict[str, Any]:
        told = {"code": self.code, "outcome": "fail" if self.checked else "could-not-check", "severity": self.severity}
        if self.entry is not None:
            told["entry"] = self.entry
        if self.pointer is not None:
            told["pointer"] = self.pointer
        return told


def verdict(findings: list[Finding]) -> str:
    if any(finding.checked and finding.severity == "error" for finding in findings):
        return "refused"
    if any(not finding.checked and finding.severity == "error" for finding in findings):
        return "could-not-check"
    return "accepted"


def pointer(*parts: object) -> str:
    """A JSON Pointer (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)
