// Why this file exists: every address is public, so somebody will send each of them what nobody meant. Whatever
// it is, the server answers with a page or a refusal, the page complains about nothing, and nothing of it runs.

import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { FAILED_REQUEST, heading, useProduct } from "./harness.mjs";

const product = await useProduct();

const SENT = 2_000;
const OPENED = 100;

/** The same addresses in every run, so that a failure can be looked at again. */
function dice(seed) {
  let state = seed;
  // xorshift32, Marsaglia, "Xorshift RNGs", 2003.
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return { of: (list) => list[Math.floor(next() * list.length)], below: (n) => Math.floor(next() * n) };
}

const RUNS = "document.title='ran';globalThis.ran=true";
const VALUES = [
  "",
  " ",
  "0",
  "-1",
  "2026-02-30",
  "9999-12-31",
  "10000-01-01",
  "0000-00-00",
  "NaN",
  "null",
  "../../etc/passwd",
  "..\\..\\",
  "\u0000",
  "\u202e\u2066备案\u2069",
  "\ud83d\udca9",
  "İıẞ\u0301\u0301\u0301",
  "'; DROP TABLE document; --",
  "=HYPERLINK(\"http://x\")",
  "{{constructor}}",
  "__proto__",
  `<script>${RUNS}</script>`,
  `"><img src=x onerror="${RUNS}">`,
  `</title><svg onload="${RUNS}">`,
  `javascript:${RUNS}`,
  `</script><script>${RUNS}</script>`,
  "household:family,household:single,:,,:,",
  "a.b,c.d,e.f,g.h",
  "x".repeat(3_000),
  "备".repeat(1_000),
  ",".repeat(2_000),
  "(((((((((((((((",
  "%",
];
const BROKEN = ["%", "%f", "%ff%fe", "%c0%80", "%ed%a0%80", "%00", "%0d%0aset-cookie:x=1", "+", "&&&&", "=", "%2e%2e%2f"];
const PARAMETERS = [
  ...["q", "from", "to", "with", "answers", "start", "step", "kind", "hours", "edits", "sort", "columns", "picked"],
  ...["reality", "area", "audience", "evidence", "change", "answers.household", "measure", "format", "<b>", "__proto__"],
];
const PATHS = [
  ...["/", "/table", "/chances", "/runs", "/about", "/services/", "/services/example-talent-apartment"],
  ...["/services/example-investment-filing", "/services/investment-filing", "/runs/new-farmers", "/sitemap.xml"],
  ...["/robots.txt", "/shell.html", "/api/home", "/api/services", "/api/services/example-talent-apartment"],
  ...["/api/services/example-talent-apartment/comparison", "/api/table", "/api/table.csv", "/api/table.xlsx"],
  ...["/api/chances", "/api/runs", "/api/problems", "/api/calendar", "/api/openapi.json", "/assets/", "/nowhere"],
];

function address(dice) {
  const value = () => (dice.below(4) === 0 ? dice.of(BROKEN) : encodeURIComponent(dice.of(VALUES).toWellFormed?.() ?? ""));
  let path = dice.of(PATHS);
  if (dice.below(3) === 0) path = `${path.replace(/\/$/, "")}/${value()}`;
  const asked = Array.from({ length: dice.below(5) }, () => `${encodeURIComponent(dice.of(PARAMETERS))}=${value()}`);
  return asked.length ? `${path}?${asked.join("&")}` : path;
}

/** Asks by the very bytes, which `fetch` would tidy up. */
function ask(path, headers = {}) {
  const { port } = product.server;
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() });
      });
    });
    asked.on("error", reject);
    asked.end();
  });
}

const SCRIPTS = /<script(?! type="(?:application\/(?:ld\+)?json|module)"| src="\/assets\/preferences-)|<img|<svg[^>]*onload|href="javascript:/i;

test(`${SENT} addresses that nobody meant: no failure of the server, and nothing that would run`, async () => {
  const rolls = dice(20261126);
  const statuses = {};
  for (let sent = 0; sent < SENT; sent += 1) {
    const path = address(rolls);
    const { status, headers, body } = await ask(path, { accept: "text/html,*/*" });
    statuses[status] = (statuses[status] ?? 0) + 1;
    assert.ok(status < 500, `${status}: ${path.slice(0, 300)}`);
    assert.ok(headers["content-security-policy"] && headers["x-content-type-options"] === "nosniff", path.slice(0, 300));
    assert.equal(headers["set-cookie"], undefined, path.slice(0, 300));
    if (headers["content-type"]?.startsWith("text/html")) {
      assert.doesNotMatch(body, SCRIPTS, path.slice(0, 300));
    }
  }
  assert.ok(statuses[200] > SENT / 10 && statuses[400] > 0 && statuses[404] > 0, JSON.stringify(statuses));
});

test("an address longer than any browser sends is refused, and the next is answered", async () => {
  for (const path of [`/?q=${"x".repeat(100_000)}`, `/${"a/".repeat(50_000)}`, `/api/services?q=${"%E5%A4%87".repeat(11_000)}`]) {
    const { status } = await ask(path);
    assert.ok(status < 500, `${status}`);
    assert.equal((await ask("/livez")).status, 200);
  }
});

test(`${OPENED} of them in a browser: a heading, no complaint, nothing runs`, async () => {
  product.permit(FAILED_REQUEST);
  const rolls = dice(360780);
  const page = await product.newPage();
  page.on("dialog", (dialog) => assert.fail(dialog.message()));
  let opened = 0;
  while (opened < OPENED) {
    const path = address(rolls);
    if (/^\/(api|assets|sitemap|robots)/.test(path)) continue;
    opened += 1;
    await page.goto(path);
    await heading(page).waitFor();
    assert.equal(await page.evaluate(() => globalThis.ran), undefined, path.slice(0, 300));
    assert.notEqual(await page.title(), "ran");
  }
});

test("what is typed is text, whatever it is", async () => {
  const page = await product.open("/");
  const field = page.getByRole("searchbox", { name: "查一件事" });
  for (const value of [...VALUES, "x".repeat(100_000)]) {
    await field.fill(value.replaceAll("\u0000", ""));
    await page.getByRole("status").first().waitFor({ state: "attached" });
    assert.equal(await page.evaluate(() => globalThis.ran), undefined, value.slice(0, 100));
  }
  await field.fill("备案");
  await page.getByText(/找到 \d+ 件/).waitFor();
});
