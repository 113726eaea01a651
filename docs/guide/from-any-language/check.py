"""Checks a package with the program tongzhou and acts on the report: python3 check.py PACKAGE"""

import json
import subprocess
import sys

ended = subprocess.run(
    ["tongzhou", "validate", "--format", "json", sys.argv[1]], capture_output=True, text=True, timeout=300
)
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
