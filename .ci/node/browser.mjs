// Chromium without a window, driven over a pipe by its DevTools protocol: no library, and no network.

import { spawn } from "node:child_process";

/** Starts a browser that reaches nobody: names are not resolved, and the proxy is a closed port. */
export function start(profile) {
  const child = spawn(
    "chromium",
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--hide-scrollbars",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--proxy-server=http://127.0.0.1:9",
      "--host-resolver-rules=MAP * ~NOTFOUND",
      "--remote-debugging-pipe",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  );
  const [, , , into, from] = child.stdio;
  const waiting = new Map();
  const listeners = [];
  let last = 0;
  let rest = Buffer.alloc(0);
  from.on("data", (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = JSON.parse(rest.subarray(0, end).toString("utf8"));
      rest = rest.subarray(end + 1);
      const answer = waiting.get(message.id);
      if (!answer) {
        listeners.forEach((listener) => listener(message));
        continue;
      }
      waiting.delete(message.id);
      if (message.error) answer.reject(new Error(message.error.message));
      else answer.resolve(message.result);
    }
  });
  const gone = (error) => waiting.forEach((answer) => answer.reject(error ?? new Error("the browser is gone")));
  child.on("error", gone);
  child.on("exit", () => gone());
  into.on("error", gone);

  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      into.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  return { send, listen: (listener) => listeners.push(listener), stop: () => child.kill() };
}

/** A page of this size. It collects what the page asked for and what went wrong in it. */
export async function open(browser, url, { width, height, mobile }) {
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const send = (method, params) => browser.send(method, params, sessionId);
  const asked = [];
  const complaints = [];
  let loaded;
  const load = new Promise((resolve) => (loaded = resolve));
  browser.listen(({ method, params, sessionId: of }) => {
    if (of !== sessionId) return;
    if (method === "Network.requestWillBeSent") asked.push(params.request.url);
    if (method === "Log.entryAdded") complaints.push(params.entry.text);
    if (method === "Runtime.exceptionThrown") complaints.push(params.exceptionDetails.text);
    if (method === "Page.loadEventFired") loaded();
  });
  await Promise.all(["Page.enable", "Network.enable", "Log.enable", "Runtime.enable"].map((method) => send(method)));
  await send("Emulation.setDeviceMetricsOverride", { width, height, mobile, deviceScaleFactor: 1 });
  await send("Page.navigate", { url });
  await load;
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return {
    asked,
    complaints,
    evaluate,
    picture: async () => Buffer.from((await send("Page.captureScreenshot", { format: "png" })).data, "base64"),
    print: async () =>
      Buffer.from((await send("Page.printToPDF", { preferCSSPageSize: true, printBackground: true })).data, "base64"),
    close: () => browser.send("Target.closeTarget", { targetId }),
  };
}
