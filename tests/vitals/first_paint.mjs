// Why this file exists: a program on a page must not make anybody wait longer for what it says. Each page is
// loaded as it is served and as the same HTML and CSS without any program, in turn, on a slow phone with a slow
// network, and the largest paints of the two are compared.

import { createServer } from "node:http";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { Server } from "../e2e/server.mjs";
import { BROWSER_ARGUMENTS, PAGES, SLOW_4G, SLOW_DOWN, median, report } from "./pages.mjs";

const PAIRS = 9;
const MOST = 1.1;

/** The same pages without a program: HTML and CSS, compressed beforehand. */
async function plain(origin) {
  const files = new Map();
  for (const path of Object.values(PAGES)) {
    const html = await (await fetch(origin + path, { headers: { accept: "text/html" } })).text();
    const saved = html
      .replace(/<script(?: [^>]*)?>[\s\S]*?<\/script>/g, "")
      .replace(/<link rel="(?:preload|modulepreload|manifest)"[^>]*>/g, "")
      .replace(/<noscript>[\s\S]*?<\/noscript>/g, "");
    files.set(path, ["text/html; charset=utf-8", brotliCompressSync(saved)]);
    for (const [, style] of saved.matchAll(/href="(\/assets\/[^"]+\.css)"/g)) {
      files.set(style, ["text/css", brotliCompressSync(await (await fetch(origin + style)).text())]);
    }
  }
  const server = createServer((request, response) => {
    const [type, content] = files.get(request.url) ?? [];
    if (!content) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": type, "content-encoding": "br", "content-length": content.length });
    response.end(content);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.closeAllConnections() ?? server.close() };
}

/** Milliseconds until the largest thing is painted, for somebody who was never here. */
async function largestPaint(browser, url) {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", { offline: false, ...SLOW_4G });
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
    await page.goto(url, { waitUntil: "networkidle" });
    await page.waitForTimeout(1_000);
    return await page.evaluate(
      () =>
        new Promise((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
            type: "largest-contentful-paint",
            buffered: true,
          });
        }),
    );
  } finally {
    await context.close();
  }
}

const server = await Server.start();
const saved = await plain(server.url);
const browser = await chromium.launch({ executablePath: process.env.CHROME, args: BROWSER_ARGUMENTS });
try {
  const measured = [];
  for (const [name, path] of Object.entries(PAGES)) {
    const [served, without] = [[], []];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      served.push(await largestPaint(browser, server.url + path));
      without.push(await largestPaint(browser, saved.url + path));
    }
    const ratio = median(served.map((ms, pair) => ms / without[pair]));
    console.log(`  ${name}: ${median(served).toFixed(0)} ms served, ${median(without).toFixed(0)} ms without a program`);
    measured.push({ what: name, value: ratio, most: MOST, decimals: 3 });
  }
  const holds = report(`the largest paint, served against without a program, the median of ${PAIRS} pairs:`, measured);
  process.exitCode = holds ? 0 : 1;
} finally {
  await browser.close();
  saved.stop();
  await server.remove();
}
