// Why this file exists: 查一件事 finds what people mean, whatever they type. The cases of tests/search/cases.json
// are typed in a browser, and must find what they find natively (crates/server/tests/interface/search.rs); and what
// finding needs is loaded when somebody goes to the field, not before.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { DESK, FAILED_REQUEST, arrived, eventually, holdAnswers, useProduct } from "./harness.mjs";

const product = await useProduct();

const CASES = JSON.parse(await readFile(join(import.meta.dirname, "../search/cases.json"), "utf8"));

function fieldOf(page) {
  return page.getByRole("searchbox", { name: "查一件事" });
}

function resultsOf(page) {
  return page.getByRole("region", { name: "找到的事" });
}

/** The names of what is shown, and by which other name each was found. */
async function shown(page) {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll("[aria-label='找到的事'] li")];
    const alias = (row) => row.textContent.match(/也叫「(.*)」/)?.[1];
    return rows.map((row) => ({ name: row.querySelector("a").textContent, alias: alias(row) }));
  });
}

function status(page, text) {
  return page.getByRole("status").filter({ hasText: text });
}

test("what people type finds what they mean", async () => {
  const page = await product.open("/");
  const field = fieldOf(page);
  await field.focus();
  for (const { typed, finds, first, alias } of CASES) {
    await field.fill(typed);
    await status(page, /^(找到 \d+ 件|没有找到「)/).waitFor();
    const found = await shown(page);
    if (finds) assert.deepEqual(found.map(({ name }) => name), finds, typed);
    if (first) assert.equal(found[0]?.name, first, typed);
    if (alias) assert.equal(found[0]?.alias, alias, typed);
    if (finds?.length === 0) await status(page, "没有找到").waitFor();
  }
});

test("what finding needs is asked for once, at the first focus", async () => {
  const page = await product.newPage();
  const asked = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/api/") || /split_search/.test(pathname)) asked.push(pathname);
  });
  await page.goto("/");
  await arrived(page, "多地多窗多次，变一地一窗一次");
  await page.waitForLoadState("networkidle");
  assert.deepEqual(asked, []);

  await fieldOf(page).focus();
  await eventually(async () => assert.ok(asked.length >= 2));
  await fieldOf(page).pressSequentially("beian");
  await status(page, "找到 2 件").waitFor();
  await fieldOf(page).blur();
  await fieldOf(page).focus();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(asked.filter((path) => path.startsWith("/api/")), ["/api/index"]);
  assert.equal(asked.filter((path) => path.includes("split_search")).length, 1, `${asked}`);
});

test("what was typed is marked, and what was found leads on", async () => {
  const page = await product.open("/");
  await fieldOf(page).fill("tzxmba");
  const link = resultsOf(page).getByRole("link", { name: "投资项目备案", exact: true });
  await eventually(async () => assert.deepEqual(await link.locator("mark").allTextContents(), ["投资项目备案"]));
  await fieldOf(page).fill("备案");
  await eventually(async () => assert.deepEqual(await link.locator("mark").allTextContents(), ["备案"]));
  assert.match(await resultsOf(page).getByRole("listitem").first().innerText(), /度假区/);
  assert.match(await resultsOf(page).getByRole("listitem").last().innerText(), /^企业投资项目备案（示例）\s+示例/);
  await link.click();
  await arrived(page, "投资项目备案");
});

test("what was found is narrowed down by area and audience, and the address says so", async () => {
  const page = await product.open("/", { viewport: DESK });
  await fieldOf(page).fill("企业");
  const names = async () => (await shown(page)).map(({ name }) => name);
  await status(page, /找到 \d+ 件/).waitFor();
  const all = await names();
  await resultsOf(page).getByLabel("片区").selectOption("示例区");
  await page.waitForURL((url) => url.searchParams.get("area") === "示例区");
  await eventually(async () => assert.ok((await names()).every((name) => name.endsWith("（示例）"))));
  const there = await names();
  assert.ok(there.length > 0 && there.length < all.length);
  await resultsOf(page).getByLabel("服务对象").selectOption({ label: "面向企业" });
  await page.waitForURL((url) => url.searchParams.get("audience") === "legal_person");
  const narrowed = await eventually(names);

  const shared = await product.open(new URL(page.url()).pathname + new URL(page.url()).search);
  assert.deepEqual((await shown(shared)).map(({ name }) => name), narrowed);
  assert.equal(await resultsOf(shared).getByLabel("片区").inputValue(), "示例区");

  await fieldOf(shared).fill("办税");
  await status(shared, "选定的范围里没有找到「办税」").waitFor();
  await resultsOf(shared).getByRole("button", { name: "看全部" }).click();
  await shared.getByRole("region", { name: "报道里的十件事" }).waitFor();
  assert.equal(await fieldOf(shared).inputValue(), "");
});

test("without a program the lists narrow down too", async () => {
  const page = await product.newPage({ javaScriptEnabled: false });
  await page.goto("/?q=qiye");
  const all = await resultsOf(page).getByRole("listitem").count();
  await resultsOf(page).getByLabel("片区").selectOption("示例区");
  await page.getByRole("button", { name: "看结果" }).click();
  await page.waitForURL(/area=/);
  assert.equal(await fieldOf(page).inputValue(), "qiye");
  const there = await resultsOf(page).getByRole("listitem").count();
  assert.ok(there > 0 && there < all);
});

test("where the index does not come a sentence says so, nothing typed is lost, and the next focus asks again", async () => {
  product.permit(FAILED_REQUEST);
  const page = await product.open("/");
  await page.route("/api/index", (route) => route.abort());
  await fieldOf(page).focus();
  await page.keyboard.type("banshui");
  await status(page, "没连上").waitFor();
  assert.equal(await fieldOf(page).inputValue(), "banshui");
  await page.unroute("/api/index");
  await fieldOf(page).blur();
  await fieldOf(page).focus();
  await status(page, "找到 1 件").waitFor();
  assert.equal(await fieldOf(page).inputValue(), "banshui");
});

test("an index that cannot be read is as one that did not come", async () => {
  const page = await product.open("/");
  await page.route("/api/index", (route) => route.fulfill({ json: { entries: 1 } }));
  await fieldOf(page).fill("banshui");
  await status(page, "没连上").waitFor();
  assert.equal(await page.getByRole("region", { name: "报道里的十件事" }).count(), 1, "the page stays");
});

test("what is typed before the index is there is found once it is", async () => {
  const page = await product.open("/");
  const held = await holdAnswers(page, "/api/index");
  await fieldOf(page).fill("tongguan");
  await held.wasAsked;
  held.release();
  await status(page, "找到 1 件").waitFor();
});

test("a page that was sent with something found goes on finding", async () => {
  const page = await product.open("/?q=gongyu");
  await status(page, "找到 2 件").waitFor();
  await fieldOf(page).fill("gongyu shili");
  await status(page, "找到 1 件").waitFor();
});

test("back and forward find again what was submitted", async () => {
  const page = await product.open("/");
  await fieldOf(page).fill("办税");
  await fieldOf(page).press("Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === "办税");
  await fieldOf(page).fill("巴士");
  await fieldOf(page).press("Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === "巴士");
  await page.goBack();
  await eventually(async () => assert.deepEqual((await shown(page)).map(({ name }) => name), ["办税"]));
  assert.equal(await fieldOf(page).inputValue(), "办税");
  await page.goBack();
  await page.getByRole("region", { name: "报道里的十件事" }).waitFor();
});

test("whatever is typed, the page stays as it is", async () => {
  const page = await product.open("/");
  for (const hostile of ["<img src=x onerror=alert(1)>", "'\"><script>", "\u202egnihtyna", "x".repeat(5_000), "备 ".repeat(50), "\u0000\ufeff"]) {
    await fieldOf(page).fill(hostile);
    await status(page, /^(找到 \d+ 件|没有找到「)/).waitFor();
    assert.equal(await page.locator("main img, main script").count(), 0);
  }
});
