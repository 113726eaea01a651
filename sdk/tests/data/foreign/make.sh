#!/bin/sh
# Makes every archive in this folder with the tool it is named after. The tests need none of these tools: they
# read what is committed. Needed to run this: zip, 7zz, java and javac, python3, node with npm.
#
# Each archive holds the files of content/, which the tests compare byte for byte.
set -eu
cd "$(dirname "$0")"
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -f ./*.zip

# A fixed order that is not the order of the names, and one with the manifest last.
find content -type f -printf '%P\n' | LC_ALL=C sort -r > "$work/reverse"
find content -type f -printf '%P\n' | LC_ALL=C sort > "$work/sorted"

cd content
zip -q -r ../info-zip-folders.zip .
zip -q -X -D -r ../info-zip-plain.zip .
zip -q -@ ../info-zip-reverse.zip < "$work/reverse"
zip -q -0 -r ../info-zip-stored.zip .
zip -q -r - . | cat > ../info-zip-streamed.zip
zip -q -0 -r - . | cat > ../info-zip-streamed-stored.zip
zip -q -fz- -r - . | cat > ../info-zip-streamed-no-zip64.zip
zip -q -fz -r ../info-zip-forced-zip64.zip .

7zz a -bd -bso0 -tzip -mx=5 ../7-zip.zip . > /dev/null
7zz a -bd -bso0 -tzip -mx=9 -mtc=on -mta=on ../7-zip-ntfs-times.zip . > /dev/null
7zz a -bd -bso0 -tzip -mx=0 -mtm=off ../7-zip-stored.zip . > /dev/null
7zz a -bd -bso0 -tzip -mcu=on ../7-zip-utf8.zip . > /dev/null
7zz a -bd -bso0 -tzip -simanifest.json ../7-zip-from-pipe.zip < manifest.json > /dev/null
7zz a -bd -bso0 -tzip ../7-zip-from-pipe.zip records receipts documents signatures > /dev/null
cd "$here"

javac -d "$work" src/MakeZip.java
for how in deflated stored folders times; do
    java -cp "$work" MakeZip "$how" content "java-$how.zip"
done

for how in plain stored unseekable unseekable-stored forced-zip64 unseekable-zip64 folders; do
    python3 src/make_zip.py "$how" content "python-$how.zip"
done

cp src/make_zip.js src/package.json "$work/"
(cd "$work" && npm install --silent --no-audit --no-fund > /dev/null 2>&1)
for how in jszip jszip-stream jszip-folders yazl yazl-streams yazl-stored-streams archiver archiver-store fflate; do
    node "$work/make_zip.js" "$how" content "npm-$how.zip"
done
