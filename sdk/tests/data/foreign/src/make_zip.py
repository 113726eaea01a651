"""Writes a folder with zipfile, to a file or to an output that cannot seek."""

import pathlib
import sys
import zipfile


class Unseekable:
    """An output like a pipe: zipfile then writes data descriptors."""

    def __init__(self, file):
        self.file = file

    def write(self, data):
        return self.file.write(data)

    def flush(self):
        self.file.flush()


def main(how, folder, target):
    folder = pathlib.Path(folder)
    method = zipfile.ZIP_STORED if "stored" in how else zipfile.ZIP_DEFLATED
    with open(target, "wb") as file:
        out = Unseekable(file) if how.startswith("unseekable") else file
        with zipfile.ZipFile(out, "w", method) as archive:
            for path in sorted(folder.rglob("*")):
                name = path.relative_to(folder).as_posix()
                if path.is_dir():
                    if how == "folders":
                        archive.write(path, name)
                    continue
                info = zipfile.ZipInfo.from_file(path, name)
                info.compress_type = method
                with archive.open(info, "w", force_zip64="zip64" in how) as entry:
                    entry.write(path.read_bytes())


main(*sys.argv[1:])
