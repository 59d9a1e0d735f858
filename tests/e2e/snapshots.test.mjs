// Why this file exists: what a screen reader is told of every page is kept in snapshots/*.yml, so that a
// change of it is seen by whoever makes it. A picture stands there as the text that tells the same.
// `cargo xtask test e2e --update` writes them anew; look at what changed before you keep it.

import assert from "node:assert/strict";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DESK, heading, settle, stopClock, useProduct } from "./harness.mjs";

const DIRECTORY = join(import.meta.dirname, "snapshots");
const UPDATE = process.env.UPDATE_SNAPSHOTS !== undefined;

/** Every page, each in the states that differ most: name of the file, and address. */
const PAGES = {
  home: "/",
  "home-found": "/?q=备案",
  "service-real": "/services/investment-filing?from=before&to=platform",
  "service-reported-alone": "/services/tax-hall",
  "service-example": "/services/example-investment-filing",
  "service-dated": "/services/example-investment-filing?start=2026-09-28",
  "service-what-if": "/services/example-talent-apartment?from=before&if=drop:consult,online:house-proof",
  checklist: "/services/example-talent-apartment/checklist?to=simplified",
  "checklist-dated":
    "/services/example-talent-apartment/checklist?to=simplified&answers=applicant:self,household:family&start=2026-02-12",
  "two-services": "/services/example-investment-filing?from=repaired&with=example-enterprise-relocation&to=bundle",
  table: "/table",
  "table-picked": "/table?reality=real&columns=reported&picked=investment-filing.platform,example-investment-filing.repaired",
  chances: "/chances",
  runs: "/runs",
  "run-reported": "/runs/qionglong-mountain",
  "run-example": "/runs/example-investment-filing",
  about: "/about",
  "not-found": "/nowhere",
};

/** Those that have every kind of sentence are kept in the other languages too, by the segment of their address. */
const IN_OTHERS = ["home", "service-real", "service-example", "service-dated", "checklist", "checklist-dated", "table", "run-example", "about"];
for (const language of ["zh-Hant", "en"]) {
  for (const name of IN_OTHERS) PAGES[`${name}.${language}`] = `/${language}${PAGES[name].replace(/^\/(?=$)/, "")}`;
}

const product = await useProduct();

/** What is read aloud of a page, as it is kept. */
async function readAloud(name, path) {
  const page = await product.newPage({ viewport: DESK });
  await stopClock(page);
  await page.goto(path);
  await heading(page).waitFor();
  await settle(page);
  // Head and foot are the same everywhere; they are kept with 首页.
  const whole = name.startsWith("home.") || name === "home" ? page.locator("body") : page.getByRole("main");
  // Where the server is differs from run to run.
  return `${await whole.ariaSnapshot()}\n`.replaceAll(product.server.url, "https://example.org");
}

async function kept(file) {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    throw new Error(`${file} is not there: run \`cargo xtask test e2e --update\` and look at what it writes`);
  }
}

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name} is read aloud as it is kept`, async () => {
    if (name === "not-found") product.permit(/status of 404/);
    const told = await readAloud(name, path);
    const file = join(DIRECTORY, `${name}.yml`);
    if (UPDATE) {
      await mkdir(DIRECTORY, { recursive: true });
      await writeFile(file, told);
      return;
    }
    assert.equal(told, await kept(file), "if this is meant, run `cargo xtask test e2e --update`");
  });
}

test("nothing is kept of a page that is not looked at", async () => {
  const files = (await readdir(DIRECTORY)).sort();
  assert.deepEqual(files, Object.keys(PAGES).map((name) => `${name}.yml`).sort());
});
