// Why this file exists: what a phone on a slow network makes of the pages, by the measure that everybody knows:
// Lighthouse, mobile, simulated slow 4G and a processor four times as slow, the median of five.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { Server } from "../e2e/server.mjs";
import { BROWSER_ARGUMENTS, PAGES, median, report } from "./pages.mjs";

const ROUNDS = 5;

const BARS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const MOST_SHIFT = 0.01;

const server = await Server.start();
const chrome = await launch({ chromePath: process.env.CHROME, chromeFlags: ["--headless=new", ...BROWSER_ARGUMENTS] });
let allHold = true;
try {
  for (const [name, path] of Object.entries(PAGES)) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { lhr } = await lighthouse(server.url + path, { port: chrome.port, onlyCategories: Object.keys(BARS) });
      rounds.push(lhr);
    }
    const middle = (read) => median(rounds.map(read));
    const scores = Object.entries(BARS).map(([category, least]) => ({
      what: category,
      value: middle(({ categories }) => 100 * categories[category].score),
      least,
    }));
    const audit = (id) => middle(({ audits }) => audits[id].numericValue);
    const holds = report(`${name} (${path}), the median of ${ROUNDS}:`, [
      ...scores,
      { what: "layout shift", value: audit("cumulative-layout-shift"), most: MOST_SHIFT, decimals: 4 },
      ...["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index"].map((id) => ({
        what: id,
        value: audit(id),
        unit: " ms",
      })),
      // Four times slower than what? Lighthouse means a machine of 1,500 to 2,000.
      { what: "speed of this machine", value: middle(({ environment }) => environment.benchmarkIndex) },
    ]);
    allHold &&= holds;
    const failed = Object.values(rounds[0].audits).filter(({ score, scoreDisplayMode: mode }) => score !== null && score < 1 && mode === "binary");
    for (const { id, title } of failed) console.log(`  not passed: ${id} (${title})`);
  }
} finally {
  chrome.kill();
  await server.remove();
}
process.exitCode = allHold ? 0 : 1;
