// Pictures of pages have few colours: written with a palette they are a third as large.

import { deflateSync } from "node:zlib";

/** A PNG of at most 256 colours, of RGBA pixels; colours are rounded as far as that needs. */
export function small(pixels, width, height) {
  for (const step of [1, 4, 8, 16, 32]) {
    const palette = new Map();
    const rows = Buffer.alloc((width + 1) * height);
    for (let y = 0, at = 0, to = 0; y < height && palette.size <= 256; y += 1) {
      // Each row begins with its filter, which is none.
      to += 1;
      for (let x = 0; x < width; x += 1, at += 4, to += 1) {
        const [r, g, b] = [0, 1, 2].map((part) => Math.min(255, Math.round(pixels[at + part] / step) * step));
        const colour = (r << 16) | (g << 8) | b;
        if (!palette.has(colour)) palette.set(colour, palette.size);
        rows[to] = palette.get(colour);
      }
    }
    if (palette.size > 256) continue;
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.set([8, 3, 0, 0, 0], 8);
    const colours = Buffer.from([...palette.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const parts = [["IHDR", head], ["PLTE", colours], ["IDAT", deflateSync(rows, { level: 9 })], ["IEND", Buffer.alloc(0)]];
    return Buffer.concat([signature, ...parts.map(([name, data]) => chunk(name, data))]);
  }
  throw new Error("no palette of 256 colours is enough");
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
