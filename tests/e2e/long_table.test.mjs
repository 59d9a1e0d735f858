// Why this file exists: an administrator of a whole district has hundreds of rows. Only those in sight are
// drawn, and nobody may notice: not with the wheel, not with the keyboard, not with a screen reader, not on
// paper.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { makeDistrict } from "./district.mjs";
import { DESK, eventually, useProduct } from "./harness.mjs";

const SERVICES = 300;

const district = await makeDistrict(SERVICES);
after(() => district.remove());
const product = await useProduct({ args: ["--files", district.directory] });

const region = (page) => page.getByRole("region", { name: "对比总表" });
const rows = (page) => region(page).getByRole("row").filter({ has: page.getByRole("rowheader") });

/** The places in the table that the drawn rows tell. */
function places(page) {
  return rows(page).evaluateAll((all) => all.map((row) => Number(row.getAttribute("aria-rowindex"))));
}

/** How many lines the table says it has, its two lines of heads included. */
async function told(page) {
  return Number(await region(page).getByRole("table").getAttribute("aria-rowcount"));
}

/** Until nothing moves any more: a browser drops a key that would turn round a scroll that it is still drawing. */
function atRest(page) {
  return region(page).evaluate(async (element) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let still = 0, before = -1; still < 5; still = element.scrollTop === before ? still + 1 : 0) {
      before = element.scrollTop;
      await frame();
    }
  });
}

const openTable = (query = "") => product.open(`/table${query}`, { viewport: DESK });

test("the table tells how many rows it has, and draws those in sight", async () => {
  const page = await openTable();
  const lines = await told(page);
  assert.ok(lines > SERVICES, `${lines} lines`);
  const drawn = await places(page);
  assert.equal(drawn[0], 3, "two lines of heads stand before");
  assert.ok(drawn.length < 100, `${drawn.length} rows are drawn`);
});

test("scrolled to its end it shows the last row, and in between no row twice and none left out", async () => {
  const page = await openTable();
  const lines = await told(page);
  for (const part of [0.5, 0.2, 1]) {
    await region(page).evaluate((element, part) => element.scrollTo(0, element.scrollHeight * part), part);
    await eventually(async () => {
      const inSight = await region(page).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        const shown = (row) => row.getBoundingClientRect().bottom > top && row.getBoundingClientRect().top < bottom;
        return [...element.querySelectorAll("tbody tr[aria-rowindex]")].filter(shown).length;
      });
      assert.ok(inSight > 3, `${inSight} rows are in sight`);
    });
    const drawn = await places(page);
    assert.deepEqual(drawn, drawn.map((_, at) => drawn[0] + at));
  }
  await eventually(async () => assert.equal((await places(page)).at(-1), lines));
});

test("Tab goes from row to row through many more than are drawn at first", async () => {
  const page = await openTable("?columns=&aspects=");
  const first = (await places(page)).length;
  await rows(page).first().getByRole("link").focus();
  let last = 3;
  for (let press = 0; press < 3 * first; press += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex"));
    assert.ok(here, `the focus is in the table after row ${last}`);
    assert.ok(Number(here) === last || Number(here) === last + 1, `row ${here} follows row ${last}`);
    last = Number(here);
  }
  assert.ok(last > first, `row ${last} of ${first} that were drawn at first`);
});

test("with keys one jumps to the end and back", async () => {
  const page = await openTable();
  const lines = await told(page);
  await region(page).focus();
  await page.keyboard.press("End");
  await eventually(async () => assert.equal((await places(page)).at(-1), lines));
  await atRest(page);
  await page.keyboard.press("Home");
  await eventually(async () => assert.equal((await places(page))[0], 3));
});

test("on paper all rows stand", async () => {
  const page = await openTable();
  const lines = await told(page);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await eventually(async () => assert.equal((await places(page)).length, lines - 2));
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await eventually(async () => assert.ok((await places(page)).length < 100));
});
