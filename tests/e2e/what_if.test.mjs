// Why this file exists: whoever wonders what would happen tries it, on a phone and with the keyboard alone.
// The numbers follow at once, the address holds all of it, and nothing that is supposed goes without its mark.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, arrived, contentOf, eventually, numbersOf, useProduct } from "./harness.mjs";

const product = await useProduct();
const SERVICE = "人才公寓入住（示例）";
const BEFORE = "/services/example-talent-apartment?from=before&if=";

const bench = (page) => page.getByRole("region", { name: /^假如这样改/ });
const menuOf = (page, step) => bench(page).getByRole("button", { name: new RegExp(`^假如….*「${step}」$`) });
const supposed = (page) => bench(page).getByRole("heading", { level: 3 });
const outcome = (page) => bench(page).getByRole("status", { name: "假设后的数字" });
const sheet = (page) => page.getByRole("dialog", { name: /^假如/ });
const pane = (page, name) => numbersOf(page).getByRole("button", { name: new RegExp(`^${name} 假设`) });

async function openBench(query = "", options = {}) {
  const page = await product.open(`${BEFORE}${query}`, options);
  await outcome(page).waitFor();
  return page;
}

/** Opens the menu of a step and takes one of its offers. */
async function take(page, step, offer) {
  await menuOf(page, step).click();
  await sheet(page).getByRole("button", { name: offer, exact: true }).click();
  await sheet(page).waitFor({ state: "hidden" });
}

/** Opens the menu of a step and takes what one of its lists offers. */
async function takeOneOf(page, step, list, entry, button) {
  await menuOf(page, step).click();
  await sheet(page).getByLabel(list).selectOption({ label: entry });
  await sheet(page).getByRole("button", { name: button, exact: true }).click();
  await sheet(page).waitFor({ state: "hidden" });
}

function queryOf(page) {
  return new URL(page.url()).search;
}

test("from a comparison one gets to supposing, and back", async () => {
  const page = await product.open("/services/example-talent-apartment?from=before&to=simplified");
  await page.getByRole("link", { name: "假如再改「改革前」" }).tap();
  await bench(page).waitFor();
  assert.equal(queryOf(page), "?from=before&if=");
  assert.match(await supposed(page).innerText(), /还没有作假设/);
  assert.match(await outcome(page).innerText(), /数字没有变/);
  await page.goBack();
  await bench(page).waitFor({ state: "detached" });
  assert.equal(queryOf(page), "?from=before&to=simplified");
});

test("each edit is told, is in the address, and the numbers follow", async () => {
  const page = await openBench();
  const before = await pane(page, "窗").innerText();

  await take(page, "问清入住条件和材料", "取消这个环节");
  await bench(page).getByText("取消「问清入住条件和材料」", { exact: true }).waitFor();
  await take(page, "开无房证明", "改在网上办");
  await takeOneOf(page, "提交入住申请", "不用再交的材料", "身份证：免交，数据共享", "不用交");
  await takeOneOf(page, "审核资格", /^等待/, "2 个工作日", "缩短等待");
  await takeOneOf(page, "签租房合同", "并进来一起办的环节", "缴押金和首月租金", "合并");
  await bench(page).getByText("「缴押金和首月租金」并到「签租房合同」一起办", { exact: true }).waitFor();

  assert.equal(
    queryOf(page),
    "?from=before&if=drop:consult,online:house-proof,share:id,wait:check:2,merge:contract:pay",
  );
  assert.match(await supposed(page).innerText(), /作了 5 处假设/);
  assert.notEqual(await pane(page, "窗").innerText(), before);
  assert.match(await outcome(page).innerText(), /窗 5\s*→?\s*(变为)?\s*2/);
  const steps = await contentOf(page);
  for (const told of ["取消", "转线上", "减料", "缩时", "合并"]) assert.ok(steps.includes(told), told);
});

test("an address restores the experiment, and names what can't be", async () => {
  const page = await openBench("drop:consult,merge:consult:apply,wait:check:2,fly:away");
  assert.match(await supposed(page).innerText(), /作了 2 处假设/);
  await bench(page).getByText("「提交入住申请」并到「问清入住条件和材料」一起办：没有这个环节").waitFor();
  await page.getByText("if=fly:away").waitFor();
  assert.equal(await menuOf(page, "问清入住条件和材料").count(), 0);
});

test("going back takes the last edit back, and so do its button, 撤销 and 清除", async () => {
  const page = await openBench();
  await take(page, "问清入住条件和材料", "取消这个环节");
  await take(page, "开无房证明", "改在网上办");
  await page.goBack();
  await eventually(async () => assert.match(await supposed(page).innerText(), /作了 1 处假设/));
  await page.goForward();
  await eventually(async () => assert.match(await supposed(page).innerText(), /作了 2 处假设/));
  await bench(page).getByRole("button", { name: /^去掉.*取消「问清入住条件和材料」$/ }).click();
  await eventually(async () => assert.equal(queryOf(page), "?from=before&if=online:house-proof"));
  await bench(page).getByRole("button", { name: "撤销上一处" }).click();
  await eventually(async () => assert.equal(queryOf(page), "?from=before&if="));
  await page.goBack();
  await bench(page).getByRole("button", { name: "全部清除" }).click();
  await eventually(async () => assert.match(await supposed(page).innerText(), /还没有作假设/));
});

test("everything that is supposed carries the mark, and nothing else does", async () => {
  const page = await openBench("drop:consult");
  assert.match(await page.title(), /^假设：/);
  await bench(page).getByText("没有人这样办过，不能作为办事依据", { exact: false }).waitFor();
  const panes = await numbersOf(page).getByRole("button").allInnerTexts();
  assert.ok(panes.length >= 6);
  for (const text of panes) assert.match(text, /假设/);
  await page.emulateMedia({ media: "print" });
  await bench(page).locator(".what-if__stamp").waitFor();
  await page.emulateMedia({ media: "screen" });

  await bench(page).getByRole("link", { name: "不假设了，看实际的" }).click();
  await bench(page).waitFor({ state: "detached" });
  assert.equal(queryOf(page), "");
  await eventually(async () => assert.doesNotMatch(await page.title(), /假设/));
  assert.doesNotMatch(await numbersOf(page).innerText(), /假设/);
});

test("another version to start from keeps the edits that it allows", async () => {
  const page = await openBench("drop:consult,online:check-in");
  await bench(page).getByLabel("从哪个版本改起").selectOption({ label: "材料简化后" });
  await eventually(async () => {
    assert.equal(queryOf(page), "?from=simplified&if=drop:consult,online:check-in");
    assert.match(await supposed(page).innerText(), /作了 2 处假设/);
  });
});

for (const [size, options] of [["a phone", {}], ["a desk", { viewport: DESK, hasTouch: false }]]) {
  test(`the keyboard alone is enough on ${size}, and the focus is never lost`, async () => {
    const page = await openBench("", options);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    await menuOf(page, "开无房证明").focus();
    await page.keyboard.press("Enter");
    await sheet(page).waitFor();
    await page.keyboard.press("Escape");
    await sheet(page).waitFor({ state: "hidden" });
    await eventually(async () => assert.match(await focused(), /开无房证明/, "Escape returns to the step"));

    await page.keyboard.press("Enter");
    const online = sheet(page).getByRole("button", { name: "改在网上办", exact: true });
    while (!(await online.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await eventually(async () => assert.equal(queryOf(page), "?from=before&if=online:house-proof"));
    await eventually(async () => assert.match(await focused(), /开无房证明/, "the step is still there"));

    await page.keyboard.press("Enter");
    await sheet(page).getByRole("button", { name: "取消这个环节", exact: true }).focus();
    await page.keyboard.press("Enter");
    await eventually(async () => assert.match(await focused(), /作了 2 处假设/, "the step is gone"));
    assert.deepEqual(await page.evaluate(() => document.activeElement.tagName), "H3");
  });
}

test("a page that was left while something is supposed is itself again", async () => {
  const page = await openBench("drop:consult");
  await page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: "关于行动" }).click();
  await arrived(page, "关于行动");
  await page.goBack();
  await arrived(page, SERVICE);
  assert.match(await supposed(page).innerText(), /作了 1 处假设/);
});
