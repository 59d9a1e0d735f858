// Why this file exists: what the server sends is a whole page. It reads and works without a program, and a
// program that comes takes it over without anybody noticing: nothing moves, nothing is asked for twice, and
// what somebody has begun goes on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FAILED_REQUEST, DESK, arrived, eventually, heading, stopClock, useProduct } from "./harness.mjs";

const product = await useProduct();

const APARTMENT = "/services/example-talent-apartment";
const HOME = "多地多窗多次，变一地一窗一次";
const PAGES = [
  "/",
  "/?q=备案",
  APARTMENT,
  "/services/investment-filing",
  "/table",
  "/chances",
  "/runs",
  "/runs/new-farmers",
  "/about",
];

/** A page in a browser that runs nothing. */
function withoutScript() {
  return product.newPage({ javaScriptEnabled: false });
}

function title(page, name) {
  return page.getByRole("main").getByRole("heading", { level: 1, name, exact: true });
}

/** The program comes only when the test says so. */
async function holdProgram(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue().catch(() => {});
  });
  return release;
}

/** What moved in the frames before is counted. */
async function settled(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
}

test("without a program: find a service, choose versions, answer, read what changed", async () => {
  const page = await withoutScript();
  await page.goto("/");
  await page.getByRole("searchbox", { name: "查一件事" }).fill("人才公寓");
  await page.getByRole("searchbox", { name: "查一件事" }).press("Enter");
  await page.getByText(/找到 \d 件/).waitFor();
  assert.equal(await page.getByRole("searchbox").inputValue(), "人才公寓");
  await page.getByRole("link", { name: /人才公寓入住（示例）/ }).click();
  await title(page, "人才公寓入住（示例）").waitFor();

  const lists = page.getByRole("combobox");
  const names = await lists.last().locator("option").allTextContents();
  const shown = await lists.last().locator("option:checked").textContent();
  const other = names.find((name) => name !== shown && name !== names[0]) ?? names[0];
  await lists.last().selectOption({ label: other });
  await page.getByRole("button", { name: "看结果" }).first().click();
  await page.waitForURL(/[?&]to=/);
  assert.equal(await lists.last().locator("option:checked").textContent(), other);

  const before = await page.getByRole("main").innerText();
  await page.getByRole("radio", { name: "带家属" }).check();
  await page.getByRole("button", { name: "看结果" }).first().click();
  await page.waitForURL(/answers\.household=family/);
  assert.ok(await page.getByRole("radio", { name: "带家属" }).isChecked());
  assert.equal(await lists.last().locator("option:checked").textContent(), other, "the version stays");
  assert.notEqual(await page.getByRole("main").innerText(), before, "the answer changes what is told");
  await page.getByRole("heading", { name: "每一步怎么变" }).waitFor();

  await page.getByLabel(/哪天/).fill("2026-11-23");
  await page.getByRole("button", { name: "看结果" }).first().click();
  await page.waitForURL(/start=2026-11-23/);
  assert.ok(await page.getByRole("radio", { name: "带家属" }).isChecked(), "the answer stays");
});

test("without a program no button is shown that would do nothing", async () => {
  const page = await withoutScript();
  await page.goto(`${APARTMENT}?start=2026-11-23`);
  await title(page, "人才公寓入住（示例）").waitFor();
  for (const name of ["左右对调", "今天", "不定日期", "下一处"]) {
    assert.equal(await page.getByRole("button", { name }).filter({ visible: true }).count(), 0, name);
  }
});

test("a program that comes finds the page as it would draw it, and nothing moves", async () => {
  for (const path of PAGES) {
    for (const viewport of [undefined, DESK]) {
      const page = await product.newPage(viewport && { viewport });
      await page.addInitScript(() => {
        window.shifts = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shifts += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      const release = await holdProgram(page);
      await page.goto(path);
      const main = page.getByRole("main");
      await main.waitFor();
      await settled(page);
      const moved = await page.evaluate(() => window.shifts);
      // Of what is not laid out a browser gives no `innerText`; who comes back finds all of it laid out.
      await page.evaluate(() => (document.documentElement.dataset.back = ""));
      const elements = () => main.evaluate((main) => [...main.querySelectorAll("*:not(svg *)")].map(({ tagName }) => tagName));
      const read = async () => [await main.innerText(), await main.ariaSnapshot(), await page.title(), await elements()];
      const sent = await read();
      await page.evaluate(() => delete document.documentElement.dataset.back);
      await settled(page);
      await page.evaluate(() => (window.shifts = 0));
      release();
      await heading(page).waitFor();
      const drawn = await read();
      // Of a table only the rows in sight are drawn, and how many those are depends on the screen.
      if (path !== "/table") assert.deepEqual(drawn, sent, path);
      await settled(page);
      const shifts = moved + (await page.evaluate(() => window.shifts));
      assert.ok(shifts <= 0.01, `${path} moves by ${shifts}`);
    }
  }
});

test("who has leapt into the middle of the page goes on reading there", async () => {
  for (const viewport of [undefined, DESK]) {
    const page = await product.newPage(viewport && { viewport });
    const release = await holdProgram(page);
    await page.goto("/services/example-investment-filing");
    const read = page.getByRole("heading", { name: "省下的", exact: true });
    await read.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const before = await read.boundingBox();
    const whole = () => page.evaluate(() => document.documentElement.scrollHeight);
    const sent = await whole();
    release();
    await heading(page).waitFor();
    const after = await read.boundingBox();
    assert.ok(Math.abs(after.y - before.y) <= 1, `${before.y} is ${after.y}`);
    assert.notEqual(await whole(), sent, "nothing was left out above, so that this says nothing");
  }
});

test("what the page was drawn from is not asked for again", async () => {
  const page = await product.newPage();
  const asked = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/")) asked.push(request.url());
  });
  for (const path of ["/", APARTMENT, `${APARTMENT}?with=example-small-restaurant`, "/runs", "/runs/new-farmers", "/about"]) {
    await page.goto(path);
    await heading(page).waitFor();
    await page.waitForLoadState("networkidle");
    assert.deepEqual(asked, [], path);
  }
  product.permit(FAILED_REQUEST);
  await page.goto("/services/nope");
  await arrived(page, "找不到页面");
  assert.deepEqual(asked, []);
});

test("what somebody has begun goes on when the program comes", async () => {
  const page = await product.newPage({ viewport: DESK });
  const release = await holdProgram(page);
  await page.goto("/");
  const field = page.getByRole("searchbox", { name: "查一件事" });
  await field.pressSequentially("巴士站");
  await field.press("ArrowLeft");
  release();
  await heading(page).waitFor();
  assert.equal(await field.inputValue(), "巴士站");
  assert.ok(await field.evaluate((element) => element === document.activeElement));
  await eventually(async () => assert.equal(await field.evaluate((element) => element.selectionStart), 2));
  await field.press("Delete");
  assert.equal(await field.inputValue(), "巴士", "the caret is where it was");
  await page.getByText("找到 1 件").waitFor();
});

test("opened details and the focus stay when the program comes", async () => {
  const page = await product.newPage();
  const release = await holdProgram(page);
  await page.goto(APARTMENT);
  const summary = page.getByRole("main").locator("summary").last();
  await summary.click();
  await summary.focus();
  release();
  await heading(page).waitFor();
  const details = page.getByRole("main").locator("details").last();
  assert.ok(await details.evaluate((element) => element.open));
  assert.ok(await summary.evaluate((element) => element === document.activeElement));
});

test("a button pressed before the program came answers once it is there", async () => {
  const page = await product.newPage();
  const release = await holdProgram(page);
  await page.goto(APARTMENT);
  await page.getByRole("main").getByRole("button", { name: /^地 / }).first().tap();
  assert.equal(await page.getByRole("dialog").count(), 0);
  release();
  await page.getByRole("dialog").getByRole("heading", { name: "地，怎么数的" }).waitFor();
});

test("a page that nobody looks at is not drawn again before somebody moves", async () => {
  const page = await product.newPage({ isLookedAt: false });
  // Or after ten seconds, which do not pass here.
  await stopClock(page);
  await page.goto(APARTMENT);
  await page.waitForLoadState("networkidle");
  assert.equal(await page.locator("#app[data-sent]").count(), 1);
  await page.clock.resume();
  await page.mouse.move(20, 20);
  await heading(page).waitFor();
});

test("what was chosen before the program came is shown once it is there", async () => {
  const page = await product.newPage();
  const release = await holdProgram(page);
  await page.goto(APARTMENT);
  await page.getByRole("radio", { name: "带家属" }).check();
  release();
  await heading(page).waitFor();
  await eventually(async () => assert.match(page.url(), /answers=household:family/));
  assert.ok(await page.getByRole("radio", { name: "带家属" }).isChecked());
});

test("where the program cannot be loaded the page reads and works, and says so", async () => {
  product.permit(FAILED_REQUEST);
  product.permit(/TypeError|CompileError|preload/);
  const page = await product.newPage();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(APARTMENT);
  await page.getByText("这个页面的程序没有运行。").waitFor();
  await title(page, "人才公寓入住（示例）").waitFor();
  await page.getByRole("radio", { name: "带家属" }).check();
  await page.getByRole("button", { name: "看结果" }).first().click();
  await page.waitForURL(/answers\.household=family/);
  await page.getByText("这个页面的程序没有运行。").waitFor();
  // How pages look is no business of the program.
  await page.locator(".preferences__open").click();
  await page.getByRole("radio", { name: "暗", exact: true }).check();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
});

test("where a part of the program does not come, the page that was sent stays, and its links lead on", async () => {
  product.permit(FAILED_REQUEST);
  product.permit(/preload/);
  const page = await product.newPage();
  await page.route(/\/(split_|chunk_)[^/]*\.wasm/, (route) => route.abort());
  await page.goto("/runs/new-farmers");
  await page.getByText("这个页面的程序没有运行。").waitFor();
  await title(page, "农业一线「新农人」走访").waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "首页" }).click();
  await arrived(page, HOME);
});

test("where the program breaks off, links and forms are the browser's again", async () => {
  const page = await product.open(APARTMENT);
  product.permit(/RuntimeError/);
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    dispatchEvent(new ErrorEvent("error", { error }));
  });
  await page.getByText("这个页面的程序没有运行。").waitFor();
  await page.getByRole("radio", { name: "带家属" }).check();
  await page.getByRole("button", { name: "看结果" }).first().click();
  await page.waitForURL(/answers\.household=family/);
});

test("an address that nobody would write is refused or told, and never breaks the server", async () => {
  for (const path of [`/?q=${"x".repeat(100_000)}`, "/services/%", "/%ff%fe?%", `/${"%F0%9F%92%A9".repeat(3_000)}`]) {
    const answer = await fetch(product.server.url + path);
    assert.ok(answer.status < 500, `${path.slice(0, 40)}: ${answer.status}`);
  }
});
