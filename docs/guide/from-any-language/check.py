"""Checks a file with the program tongzhou and acts on the report: python3 check.py FILE"""

import json
import subprocess
import sys

if len(sys.argv) != 2:
    print("python3 check.py FILE", file=sys.stderr)
    sys.exit(2)
command = ["tongzhou", "validate", "--format", "json", sys.argv[1]]
try:
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300)
except (OSError, subprocess.TimeoutExpired) as problem:
    # The program is not on the path, or did not end. Python itself ends with 1 where an exception is not caught,
    # which would be taken for a verdict.
    print("could not be checked:", problem, file=sys.stderr)
    sys.exit(3)
if ended.returncode not in (0, 1) or not ended.stdout:
    # 2: the call is wrong; 3: something could not be read or checked. Never take either for a yes.
    print("could not be checked:", ended.stderr.strip(), file=sys.stderr)
    sys.exit(3)
report = json.loads(ended.stdout)
for finding in report["findings"]:
    if finding["severity"] == "error":
        print(finding["code"], finding.get("entry", ""), finding.get("pointer", ""), finding["message"]["zh-CN"])
print("rung:", report.get("rung", "none"), "errors:", report["counts"]["errors"])
sys.exit(ended.returncode)
