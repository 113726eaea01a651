"""Reads a package without the program, as far as the standard library goes: python3 read.py PACKAGE

It shows how little there is to the format. It does not take the place of the check: zip libraries let through what two
readers may read differently, which the standard refuses.
"""

import hashlib
import json
import sys
import zipfile

if len(sys.argv) != 2:
    sys.exit("python3 read.py PACKAGE")
with zipfile.ZipFile(sys.argv[1]) as package:
    manifest = json.loads(package.read("manifest.json"))
    for entry in manifest["entries"]:
        content = package.read(entry["name"])
        if len(content) != entry["size"] or hashlib.sha256(content).hexdigest() != entry["sha256"]:
            sys.exit(f"{entry['name']} is not what the manifest says")
    root = json.loads(package.read(manifest["root"]))
    print(root["documentType"], manifest["packageId"], len(manifest["entries"]), "entries as the manifest says")
