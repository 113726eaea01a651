"""Makes a working folder of data from a system of your own: python3 make.py FOLDER

tongzhou pack then makes the package of it. Everything here is made up.
"""

import json
import pathlib
import subprocess
import sys

if len(sys.argv) != 2:
    sys.exit("python3 make.py FOLDER")
folder = pathlib.Path(sys.argv[1])
if folder.exists():
    sys.exit(f"{folder} is there already: take another name, or remove it")
folder.mkdir(parents=True)
# Ids are made once and kept in your own tables, with what they name.
application_id, package_id = subprocess.run(
    ["tongzhou", "id", "2"], capture_output=True, text=True, check=True
).stdout.split()
application = {
    "standard": "tongzhou",
    "standardVersion": "1.0",
    "documentType": "application",
    "applicationId": application_id,
    "createdOn": "2026-09-20",
    "child": {
        "name": "测试童",
        "sex": "female",
        "birthDate": "2015-06-01",
        "identifiers": [{"type": "resident-id", "value": "110101201506010002"}],
    },
    "contacts": [{"kind": "mobile", "phone": "13000000000"}],
    "illness": "急性淋巴细胞白血病，正在诱导化疗。",
    "consentIds": [],
}
packing = {"packageId": package_id, "createdAt": "2026-09-20T02:30:00Z", "sender": {"role": "recorder"}}
for name, document in [("application", application), ("packing", packing)]:
    text = json.dumps(document, ensure_ascii=False, indent=2)
    (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
