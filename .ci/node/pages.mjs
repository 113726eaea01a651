// Looks at the pages of reports and certificates as their readers do: node pages.mjs PAGES PROFILE [--pictures]
//
// Each page is opened on a phone and on a desk. First, pages that are broken on purpose show that each fault is seen.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { open, start } from "./browser.mjs";
import { small } from "./png.mjs";

const [pages, profile, ...more] = process.argv.slice(2);
const root = resolve(import.meta.dirname ?? ".", "../..");
const PICTURES = join(root, "docs/guide/pictures");

const PHONE = { name: "phone", width: 390, height: 844, mobile: true };
const DESK = { name: "desk", width: 1280, height: 800, mobile: false };

/** The sentence of a requirement. */
const sentence = (id, lang) => {
  const line = readFileSync(join(root, "conformance/requirements.csv"), "utf8")
    .split("\n")
    .find((line) => line.startsWith(`${id},`));
  // id, page, level, roles, en, zh; a field with a comma is quoted.
  const fields = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field]) =>
    field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
  );
  return fields[lang === "zh-CN" ? 5 : 4];
};
const SYSTEM = "示例救助管理系统 3.2.0";
/** The words of a report in both languages, each page's in this order. */
const report = (name, zh, en) => [
  { file: `report-${name}.zh-CN.html`, lang: "zh-CN", words: ["同舟一致性测试报告", ...zh], anywhere: SYSTEM },
  { file: `report-${name}.en.html`, lang: "en", words: ["Tongzhou conformance report", ...en], anywhere: SYSTEM },
];
const failing = (lang) => [sentence("REQ-CNS-058", lang), sentence("REQ-PKG-002", lang)];
const SHOWN = [
  ...report("passed", ["通过", "各方面的结果", "全部检查"], ["Passed", "By page of the standard", "Every check"]),
  ...report(
    "failed",
    ["不通过", "交给系统的开发人员", "不通过的检查", ...failing("zh-CN"), "各方面的结果", "全部检查"],
    ["Failed", "Give this page to the developers", "What failed", ...failing("en"), "By page of the standard", "Every check"],
  ),
  ...report(
    "excused",
    ["通过，其中有已备案的不通过项", "已备案的不通过项", "备案至 2026-12-31", sentence("REQ-RFR-017", "zh-CN")],
    ["Passed, with excused checks", "Failed, and excused for now", "2026-12-31", sentence("REQ-RFR-017", "en")],
  ),
  ...report(
    "could-not-check",
    ["未能全部检查，不算通过", "无法检查的", "适配器没有按时应答"],
    ["Not everything was checked: no pass", "What could not be checked", "did not answer in time"],
  ),
  {
    file: "certificate.html",
    lang: "zh-CN",
    words: [
      "一致性证书",
      "Certificate of conformance",
      "示例儿童大病救助基金会",
      "Consumer",
      "019a0000-0000-7000-8000-00000000c001",
      "2026-12-31",
      "转介服务的填写在下一版中修改",
    ],
  },
];

/** The marks of conformance/tests/it/canary.rs, and numbers of persons and telephones in general. */
const MARKS = /鸾翯\d+犇|9187654\d{11}|1777\d{7}|8\d{6}1\.37|(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])|(?<!\d)1[3-9]\d{9}(?!\d)/;
/** The code of the made-up organisation, which has as many digits as a person's number. */
const PUBLIC = /531000000000000008/g;

/** Runs in the page: what a reader would stumble over. */
const look = `(() => {
  const faults = [];
  const wide = document.scrollingElement.scrollWidth;
  if (wide > innerWidth) faults.push("scrolls sideways: " + wide + " of " + innerWidth);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const colour = (text) => text.match(/[\\d.]+/g).map(Number);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, a = 1] = colour(getComputedStyle(at).backgroundColor);
      if (a === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const style = getComputedStyle(element);
    const what = JSON.stringify(node.data.trim().slice(0, 30));
    for (const box of range.getClientRects()) {
      if (box.left < -0.5 || box.right > innerWidth + 0.5) faults.push("runs out of the page: " + what);
    }
    if (parseFloat(style.fontSize) < 12) faults.push("too small: " + what);
    const [one, other] = [light(colour(style.color)), light(ground(element))].sort((a, b) => b - a);
    if ((one + 0.05) / (other + 0.05) < 4.5) faults.push("too pale: " + what);
  }
  const top = document.querySelector(".outcome, .says");
  if (!top || top.getBoundingClientRect().bottom > innerHeight) faults.push("the verdict is not on the first screen");
  if (document.querySelector("details[open]")) faults.push("the list of every check is unfolded");
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.content ?? "";
  if (!policy.includes("default-src 'none'")) faults.push("no content security policy");
  return { faults: [...new Set(faults)], lang: document.documentElement.lang, text: document.body.innerText };
})()`;

/** Everything that is wrong with a page at a size. */
async function faults(browser, url, size, { lang, words, anywhere }) {
  const page = await open(browser, url, size);
  const seen = await page.evaluate(look);
  const found = [...seen.faults, ...page.complaints.map((text) => `complains: ${text}`)];
  for (const asked of page.asked) if (asked !== url) found.push(`asks for ${asked}`);
  if (seen.lang !== lang) found.push(`is in ${seen.lang}`);
  let from = 0;
  const text = seen.text.replaceAll(/\s+/g, " ");
  for (const word of words) {
    const at = text.indexOf(word.replaceAll(/\s+/g, " "), from);
    if (at < 0) found.push(`does not show, or not in its place: ${word}`);
    else from = at;
  }
  if (anywhere && !text.includes(anywhere)) found.push(`does not show ${anywhere}`);
  if (MARKS.test(text.replaceAll(PUBLIC, ""))) found.push("shows a mark of a person");
  await page.close();
  return found;
}

/** Pages that are broken on purpose, and what has to be seen of each. */
function broken(html) {
  const put = (element) => html.replace("</body>", `${element}</body>`);
  return [
    ["scrolls sideways", put('<div style="width:3000px">x</div>')],
    ["runs out of the page", put('<div style="white-space:nowrap;width:100px;overflow:visible">' + "很长".repeat(200) + "</div>")],
    ["too small", put('<p style="font-size:9px">小字</p>')],
    ["too pale", put('<p style="color:#bbb">浅字</p>')],
    ["shows a mark of a person", put("<p>鸾翯7犇</p>")],
    ["shows a mark of a person", put("<p>13800000000</p>")],
    ["complains", put('<img src="https://elsewhere.example/x.png" alt="">')],
    ["no content security policy", html.replace("default-src 'none'", "default-src *")],
    ["asks for https://elsewhere.example", put('<img src="https://elsewhere.example/x.png" alt="">').replace("default-src 'none'", "default-src *")],
    ["the verdict is not on the first screen", html.replace("<body>", '<body><div style="height:2000px"></div>')],
    ["unfolded", html.replace("<details>", "<details open>")],
    ["does not show", html.replaceAll(sentence("REQ-PKG-002", "zh-CN"), "")],
  ];
}

const DRAWN = [
  ["report-passed.png", "report-passed.zh-CN.html", DESK],
  ["report-failed.png", "report-failed.zh-CN.html", DESK],
  ["report-failed-phone.png", "report-failed.zh-CN.html", PHONE],
  ["certificate.png", "certificate.html", { ...DESK, width: 900, height: 1440 }],
];

/** The pixels of a picture, and how many colours they have. */
async function read(browser, png) {
  const page = await open(browser, "about:blank", DESK);
  const seen = await page.evaluate(`(async () => {
    const image = new Image();
    image.src = "data:image/png;base64,${png.toString("base64")}";
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, image.width, image.height);
    let text = "";
    for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
    const colours = new Set(new Uint32Array(data.buffer)).size;
    return { width: image.width, height: image.height, colours, pixels: btoa(text) };
  })()`);
  await page.close();
  return seen;
}

const url = (file) => pathToFileURL(join(pages, file)).href;
const browser = start(profile);
const wrong = [];
try {
  const failed = SHOWN.find(({ file }) => file === "report-failed.zh-CN.html");
  const html = readFileSync(join(pages, failed.file), "utf8");
  let noticed = 0;
  for (const [number, [fault, text]] of broken(html).entries()) {
    const file = `broken-${number}.html`;
    writeFileSync(join(pages, file), text);
    const found = await faults(browser, url(file), PHONE, failed);
    if (found.some((said) => said.includes(fault))) noticed += 1;
    else wrong.push(`broken on purpose (${fault}), and only this was seen: ${found.join("; ") || "nothing"}`);
  }
  for (const page of SHOWN) {
    for (const size of [PHONE, DESK]) {
      for (const fault of await faults(browser, url(page.file), size, page)) {
        wrong.push(`${page.file} on a ${size.name}: ${fault}`);
      }
    }
  }
  const certificate = await open(browser, url("certificate.html"), DESK);
  const sheets = async () => (await certificate.print()).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length;
  // What was attested may go on on a second sheet; everything else stands on the first.
  const whole = await sheets();
  if (!(whole <= 2)) wrong.push(`the certificate is printed on ${whole} sheets`);
  await certificate.evaluate(`[...document.querySelectorAll("h2, h2 + table")].slice(-2).forEach((part) => part.remove())`);
  const first = await sheets();
  if (first !== 1) wrong.push(`the certificate without what was attested is printed on ${first} sheets`);
  await certificate.close();
  mkdirSync(PICTURES, { recursive: true });
  for (const [name, file, size] of DRAWN) {
    const path = join(PICTURES, name);
    if (more.includes("--pictures")) {
      const page = await open(browser, url(file), size);
      const drawn = await read(browser, await page.picture());
      writeFileSync(path, small(Buffer.from(drawn.pixels, "base64"), drawn.width, drawn.height));
      await page.close();
    }
    const png = readFileSync(path);
    const seen = await read(browser, png);
    if (seen.width !== size.width || seen.height !== size.height) wrong.push(`${name} is ${seen.width}×${seen.height}`);
    if (seen.colours < 50) wrong.push(`${name} is blank: ${seen.colours} colours`);
    if (png.length >= 150_000) wrong.push(`${name} has ${png.length} bytes`);
  }
  console.log(`${SHOWN.length} pages at 2 sizes, ${noticed} faults put in on purpose and seen, ${DRAWN.length} pictures`);
} finally {
  browser.stop();
}
for (const fault of wrong) console.error(fault);
process.exitCode = wrong.length > 0 ? 1 : 0;
