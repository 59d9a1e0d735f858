// Why this file exists: what people come for. From 首页 to what changed, and an address to pass on that
// shows others the same.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FAILED_REQUEST, arrived, contentOf, eventually, heading, menu, numbersOf, useProduct } from "./harness.mjs";

const product = await useProduct();

const FILING = "/services/investment-filing";

/** The one pane of the numbers, by all that it says. */
function pane(page, name) {
  return numbersOf(page).getByRole("button", { name });
}

function asksFor(page, from, to) {
  return page.waitForURL((url) => url.pathname === FILING && url.search === `?from=${from}&to=${to}`);
}

function choose(page, side, version) {
  return page.getByRole("combobox", { name: side }).selectOption({ label: version });
}

function chosen(page, side) {
  return page.getByRole("combobox", { name: side, exact: true }).locator("option:checked").textContent();
}

test("three taps at most lead from home to 7 and 3 working days", async () => {
  const page = await product.open("/");
  let taps = 0;
  const tap = async (target) => {
    taps += 1;
    await target.tap();
  };

  await tap(page.getByRole("link", { name: /投资项目备案.*省平台上报/ }));
  await arrived(page, "投资项目备案");
  await pane(page, /^审批时限 7 变为 3 个工作日/).waitFor();

  assert.ok(taps <= 3, `${taps} taps`);
  assert.equal(await chosen(page, "改前"), "原先");
  assert.equal(await chosen(page, "改后"), "省平台上报");
});

test("a reduction is told with its baseline", async () => {
  const page = await product.open(`${FILING}?from=before&to=platform`);
  await pane(page, /7 变为 3 个工作日.* 少 4 .*比原先少 57\.1 %/).waitFor();
});

test("the other version shows 7 and 5 working days", async () => {
  const page = await product.open(`${FILING}?from=before&to=platform`);
  await choose(page, "改后", "网上申报");
  await asksFor(page, "before", "online");
  await pane(page, /^审批办结时限 7 变为 5 个工作日.* 少 2 .*比原先少 28\.6 %/).waitFor();
});

test("two ways of filing stand beside each other without a verdict", async () => {
  const page = await product.open(`${FILING}?from=online&to=platform`);
  assert.equal(await chosen(page, "方式甲"), "网上申报");
  assert.equal(await chosen(page, "方式乙"), "省平台上报");
  await pane(page, /^审批办结时限 5 ，另一种是 3 个工作日/).waitFor();

  const compared = [numbersOf(page), page.getByRole("region", { name: "要等几天" })];
  for (const part of compared) {
    // The provincial platform has 省 in its name.
    const text = (await part.innerText()).replaceAll("省平台上报", "");
    assert.doesNotMatch(text, /少|多|省|压缩|快|慢|早|晚|改前|改后|%/);
  }
  assert.doesNotMatch(await contentOf(page), /%|[少多早晚快] \d|省下的|多出的/);
});

test("the clauses of both ways are behind their numbers", async () => {
  const page = await product.open(`${FILING}?from=online&to=platform`);
  await pane(page, /^审批办结时限/).tap();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("项目投资备案网上申报审批办结时限由原先7个工作日压缩到5个工作日").waitFor();
  await dialog.getByText("审批时限由原先7个工作日压缩至3个工作日").waitFor();
});

test("swapping looks back from what is to what was", async () => {
  const page = await product.open(`${FILING}?from=before&to=platform`);
  await page.getByRole("button", { name: "左右对调" }).tap();
  await asksFor(page, "platform", "before");
  await pane(page, /^审批时限 3 变为 7 个工作日.* 多 4/).waitFor();
  assert.equal(await chosen(page, "改后"), "省平台上报");
  assert.equal(await chosen(page, "改前"), "原先");
  assert.doesNotMatch(await numbersOf(page).innerText(), /%/);

  await page.getByRole("button", { name: "左右对调" }).tap();
  await asksFor(page, "before", "platform");
  await pane(page, /^审批时限 7 变为 3 个工作日/).waitFor();
});

test("a version beside itself is no change", async () => {
  const page = await product.open(`${FILING}?from=before&to=before`);
  await page.getByText("两边选的是同一个版本，所以没有变化。").waitFor();
  assert.doesNotMatch(await contentOf(page), /[少多早晚] \d|%/);
});

test("an address shows others the same", async () => {
  const page = await product.open(FILING);
  const choices = [
    ["改后", "网上申报", "before", "online"],
    ["改前", "省平台上报", "platform", "online"],
    ["方式乙", "原先", "platform", "before"],
  ];
  for (const [side, version, from, to] of choices) {
    await choose(page, side, version);
    await asksFor(page, from, to);
    const other = await product.open(new URL(page.url()).pathname + new URL(page.url()).search);
    await eventually(async () => assert.equal(await contentOf(other), await contentOf(page)));
  }
});

test("the address of a service alone shows its default pair", async () => {
  const alone = await product.open(FILING);
  const [from, to] = [await chosen(alone, "改前"), await chosen(alone, "改后")];
  assert.equal(from, "原先");
  assert.ok(["网上申报", "省平台上报"].includes(to), to);
});

test("back and forward lead where one was", async () => {
  const page = await product.open("/");
  await page.getByRole("link", { name: /投资项目备案.*网上申报/ }).tap();
  await arrived(page, "投资项目备案");
  await choose(page, "改后", "省平台上报");
  await asksFor(page, "before", "platform");
  await menu(page, "换位跑").tap();
  await arrived(page, "换位跑记录");

  await page.goBack();
  await asksFor(page, "before", "platform");
  await pane(page, /^审批时限 7 变为 3 个工作日/).waitFor();
  await page.goBack();
  await asksFor(page, "before", "online");
  await pane(page, /^审批办结时限 7 变为 5 个工作日/).waitFor();
  await page.goBack();
  await arrived(page, "多地多窗多次，变一地一窗一次");
  assert.equal(new URL(page.url()).pathname, "/");
  await page.goForward();
  await pane(page, /^审批办结时限 7 变为 5 个工作日/).waitFor();
});

test("back leads to the place on the page where one was", async () => {
  const page = await product.open("/");
  const card = page.getByRole("link", { name: "穹窿山旅游环境与森林防火" });
  await card.scrollIntoViewIfNeeded();
  await card.tap();
  await arrived(page, "穹窿山旅游环境与森林防火");
  assert.equal(await page.evaluate(() => scrollY), 0, "a new page shows its top");
  await page.goBack();
  await eventually(() => assertInSight(card));
});

test("a link opens in another tab for those who ask for it", async () => {
  const page = await product.open("/");
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "办税", exact: true }).click({ modifiers: ["ControlOrMeta"] });
  const tab = await opened;
  await arrived(tab, "办税");
  assert.equal(new URL(page.url()).pathname, "/");
  await arrived(page, "多地多窗多次，变一地一窗一次");
});

test("what was searched for is still there when one comes back", async () => {
  const page = await product.open("/");
  const field = page.getByRole("searchbox", { name: "查一件事" });
  await field.fill("巴士");
  await field.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === "巴士");
  await page.getByRole("link", { name: "「即招即停」社区巴士" }).tap();
  await arrived(page, "「即招即停」社区巴士");

  await page.goBack();
  await page.getByText("找到 1 件").waitFor();
  assert.equal(await field.inputValue(), "巴士");
});

test("the link below every page leads to how we count", async () => {
  const page = await product.open("/");
  for (const path of ["/", "/about"]) {
    await page.goto(path);
    await page.getByRole("contentinfo").getByRole("link", { name: "我们怎么数" }).tap();
    await arrived(page, "关于行动");
    await eventually(() => assertInSight(page.getByRole("heading", { name: "我们怎么数" })));
  }
  const directly = await product.open("/about#how-we-count");
  await eventually(() => assertInSight(directly.getByRole("heading", { name: "我们怎么数" })));
});

async function assertInSight(target) {
  const box = await target.boundingBox();
  const { height } = target.page().viewportSize();
  assert.ok(box && box.y >= 0 && box.y + box.height <= height, `at ${box?.y} of ${height}`);
}

test("the name in the head leads home from everywhere", async () => {
  product.permit(FAILED_REQUEST);
  const page = await product.open("/nowhere");
  for (const path of [FILING, "/runs", "/runs/new-farmers", "/about", "/nowhere"]) {
    await page.goto(path);
    await page.getByRole("banner").getByRole("link", { name: "跑一次" }).tap();
    await arrived(page, "多地多窗多次，变一地一窗一次");
    assert.equal(await heading(page).count(), 1);
  }
});
