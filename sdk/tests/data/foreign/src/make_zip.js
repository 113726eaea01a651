// Writes a folder with the zip libraries of npm.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { pipeline } = require("node:stream/promises");

const [how, folder, target] = process.argv.slice(2);

const names = fs
  .readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile())
  .map((item) => path.relative(folder, path.join(item.parentPath, item.name)).replaceAll("\\", "/"))
  .sort();
const bytesOf = (name) => fs.readFileSync(path.join(folder, name));
const streamOf = (name) => fs.createReadStream(path.join(folder, name));
const save = (stream) => pipeline(stream, fs.createWriteStream(target));

const ways = {
  async jszip() {
    const zip = new (require("jszip"))();
    for (const name of names) zip.file(name, bytesOf(name), { createFolders: false });
    fs.writeFileSync(target, await zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" }));
  },
  async "jszip-folders"() {
    const zip = new (require("jszip"))();
    for (const name of names) zip.file(name, bytesOf(name), { createFolders: true });
    fs.writeFileSync(target, await zip.generateAsync({ type: "nodebuffer", platform: "UNIX" }));
  },
  async "jszip-stream"() {
    const zip = new (require("jszip"))();
    for (const name of names) zip.file(name, bytesOf(name), { createFolders: false });
    await save(zip.generateNodeStream({ streamFiles: true, compression: "DEFLATE" }));
  },
  async yazl() {
    const zip = new (require("yazl").ZipFile)();
    for (const name of names) zip.addFile(path.join(folder, name), name);
    zip.end();
    await save(zip.outputStream);
  },
  async "yazl-streams"() {
    const zip = new (require("yazl").ZipFile)();
    for (const name of names) zip.addReadStream(streamOf(name), name);
    zip.end();
    await save(zip.outputStream);
  },
  async "yazl-stored-streams"() {
    const zip = new (require("yazl").ZipFile)();
    for (const name of names) zip.addReadStream(streamOf(name), name, { compress: false });
    zip.end();
    await save(zip.outputStream);
  },
  async archiver() {
    const zip = require("archiver")("zip");
    const saved = save(zip);
    for (const name of names) zip.append(streamOf(name), { name });
    await zip.finalize();
    await saved;
  },
  async "archiver-store"() {
    const zip = require("archiver")("zip", { store: true });
    const saved = save(zip);
    zip.directory(folder, false);
    await zip.finalize();
    await saved;
  },
  async fflate() {
    const files = Object.fromEntries(names.map((name) => [name, bytesOf(name)]));
    fs.writeFileSync(target, require("fflate").zipSync(files));
  },
};

ways[how]();
