// Why this file exists: what the bars promise about waiting is measured, not felt: from a tap on an answer
// to the repainted page, how smoothly a long table scrolls, and how long its server takes to begin.

import { join } from "node:path";
import { chromium } from "playwright-core";
import { makeDistrict } from "../e2e/district.mjs";
import { Server } from "../e2e/server.mjs";
import { BROWSER_ARGUMENTS, SLOW_DOWN, median, report } from "./pages.mjs";

const ROUNDS = 9;
const TABLE_SERVICES = 2_000;
const SEARCH_SERVICES = 5_000;

/** What is typed letter by letter: pinyin, initials, characters, one with a mistake, and what finds nothing. */
const SEARCHES = ["shipinjingyingxuke", "spjyxk", "食品经营许可 湖东", "jumninshenfenzheng", "qwertyuiop"];

const COMPARISONS = join(import.meta.dirname, "../comparisons");

async function withServer(args, measure) {
  const begun = performance.now();
  const server = await Server.start({ args });
  try {
    return await measure(server.url, performance.now() - begun);
  } finally {
    await server.remove();
  }
}

async function slowPage(browser, url, viewport, slowDown) {
  const page = await browser.newPage({ viewport });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
  await page.goto(url);
  await page.mouse.move(1, 1);
  const drawn = page.locator("#app:not([data-sent])").getByRole("main");
  await drawn.getByRole("heading", { level: 1 }).waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1_000);
  return page;
}

/** Milliseconds from a tap on an answer until the page that follows from it is painted, and until the last
 * part of it below has followed, each round. */
async function answerToPaint(browser, origin) {
  const url = `${origin}/services/shown-sixty-steps?from=before&to=after`;
  const page = await slowPage(browser, url, { width: 360, height: 780 }, SLOW_DOWN);
  const answers = page.getByRole("radio");
  await answers.first().waitFor();
  const taken = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const answer = answers.nth(round % 2);
    taken.push(
      await answer.evaluate(
        (radio) =>
          new Promise((resolve) => {
            const begun = performance.now();
            let painted;
            let changed;
            // A task of its own after the last change begins when that is painted.
            const onChange = () => requestAnimationFrame(() => setTimeout(() => (changed = performance.now())));
            const observer = new MutationObserver(onChange);
            const everything = { subtree: true, childList: true, attributes: true, characterData: true };
            observer.observe(document.querySelector("main"), everything);
            (radio.labels?.[0] ?? radio).click();
            // The task after the next frame begins when that is painted; what follows comes after it.
            requestAnimationFrame(() => setTimeout(() => (painted = performance.now())));
            setTimeout(() => {
              observer.disconnect();
              resolve([painted - begun, changed - begun]);
            }, 1_500);
          }),
      ),
    );
  }
  await page.close();
  return [taken.map(([painted]) => painted), taken.map(([, changed]) => changed)];
}

/**
 * The longest time, in milliseconds, for which the page did nothing else while the table was scrolled: line
 * by line with the wheel, then from end to end. Tasks below 50 ms are not told by browsers and count as 0.
 */
async function longestWhileScrolling(browser, origin, slowDown) {
  const page = await slowPage(browser, `${origin}/table`, { width: 1280, height: 800 }, slowDown);
  await page.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, task.duration);
    }).observe({ type: "longtask" });
  });
  const scroller = page.getByRole("region", { name: "对比总表" });
  await scroller.scrollIntoViewIfNeeded();
  await scroller.hover();
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(50);
  }
  const byWheel = await page.evaluate(() => globalThis.longest);
  for (let jump = 1; jump <= 20; jump += 1) {
    await scroller.evaluate((element, part) => element.scrollTo(0, element.scrollHeight * part), (jump * 7 % 20) / 20);
    await page.waitForTimeout(100);
  }
  const byJumps = await page.evaluate(() => globalThis.longest);
  await page.close();
  return { byWheel, byJumps };
}

/**
 * Milliseconds from a key press in the search field until what it finds is painted, each press; then how large the
 * index is, as it is and compressed.
 */
async function keyToPaint(browser, origin) {
  const page = await slowPage(browser, `${origin}/`, { width: 360, height: 780 }, SLOW_DOWN);
  const field = page.getByRole("searchbox", { name: "查一件事" });
  await field.fill("x");
  await page.getByText(/^找到/).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1_000);
  const taken = [];
  for (const words of SEARCHES) {
    for (let length = 1; length <= words.length; length += 1) {
      taken.push(
        await field.evaluate(
          (input, typed) =>
            new Promise((resolve) => {
              const begun = performance.now();
              input.value = typed;
              input.dispatchEvent(new Event("input", { bubbles: true }));
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
            }),
          words.slice(0, length),
        ),
      );
      await page.waitForTimeout(50);
    }
  }
  await page.close();
  const size = async (encoding) => {
    const answer = await fetch(`${origin}/api/index`, { headers: { "accept-encoding": encoding } });
    const text = await answer.text();
    return Number(answer.headers.get("content-length")) || text.length;
  };
  return { taken, bytes: await size("identity"), compressed: await size("br") };
}

/** How long the first answer of the table takes after a start, how long the next, and how much it is. */
async function tableAnswers(origin) {
  const ask = async () => {
    const begun = performance.now();
    const response = await fetch(`${origin}/api/table`, { headers: { "accept-encoding": "identity" } });
    const text = await response.text();
    return { took: performance.now() - begun, bytes: text.length, rows: JSON.parse(text).rows.length };
  };
  const first = await ask();
  const again = await ask();
  const small = await fetch(`${origin}/api/table`, { headers: { "accept-encoding": "br" } });
  await small.arrayBuffer();
  return { first, again, compressed: Number(small.headers.get("content-length")) };
}

const browser = await chromium.launch({ executablePath: process.env.CHROME, args: BROWSER_ARGUMENTS });
const district = await makeDistrict(TABLE_SERVICES);
const large = await makeDistrict(SEARCH_SERVICES);
try {
  const [paint, followed] = await withServer(["--files", COMPARISONS], (url) => answerToPaint(browser, url));
  const table = await withServer(["--files", district.directory], async (url, ready) => ({
    ready,
    answers: await tableAnswers(url),
    slow: await longestWhileScrolling(browser, url, SLOW_DOWN),
    fast: await longestWhileScrolling(browser, url, 1),
  }));
  const search = await withServer(["--files", large.directory], (url) => keyToPaint(browser, url));
  console.log(`${SEARCH_SERVICES} services, the index of the search: ${search.bytes} bytes, compressed ${search.compressed}`);
  const { first, again, compressed } = table.answers;
  console.log(`${TABLE_SERVICES} services, ${first.rows} rows of the table:`);
  console.log(`  the server is ready after ${table.ready.toFixed(0)} ms, its database being empty before`);
  console.log(`  the table is answered after ${first.took.toFixed(0)} ms, again after ${again.took.toFixed(0)} ms`);
  console.log(`  it is ${first.bytes} bytes, compressed ${compressed}`);
  const scrolling = [[SLOW_DOWN, table.slow], [1, table.fast]].flatMap(([rate, { byWheel, byJumps }]) => [
    { what: `the table, the longest task while turning the wheel, ${rate}× slower`, value: byWheel, most: 50, unit: " ms" },
    { what: `the table, the longest task while jumping as well, ${rate}× slower`, value: byJumps, most: 50, unit: " ms" },
  ]);
  const holds = report("what people wait for:", [
    {
      what: `60 steps, from a tap on an answer to the repainted page (median of ${ROUNDS}), ${SLOW_DOWN}× slower`,
      value: median(paint),
      most: 100,
      unit: " ms",
    },
    {
      what: `60 steps, until every part below has followed (median of ${ROUNDS}), ${SLOW_DOWN}× slower`,
      value: median(followed),
      unit: " ms",
    },
    {
      what: `${SEARCH_SERVICES} services, from a key press to what it finds (median), ${SLOW_DOWN}× slower`,
      value: median(search.taken),
      most: 50,
      unit: " ms",
    },
    {
      what: `${SEARCH_SERVICES} services, from a key press to what it finds (longest), ${SLOW_DOWN}× slower`,
      value: Math.max(...search.taken),
      unit: " ms",
    },
    ...scrolling,
  ]);
  process.exitCode = holds ? 0 : 1;
} finally {
  await browser.close();
  await district.remove();
  await large.remove();
}
