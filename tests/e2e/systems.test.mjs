// Why this file exists: the report tells of ten systems, and the product shows each with exactly what was
// told. A number that nobody reported, or a detail that nobody told, must not be found anywhere on them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrived, contentOf, eventually, numbersOf, settle, stopClock, useProduct } from "./harness.mjs";
import { SYSTEMS } from "./systems.mjs";

const product = await useProduct();

/** Words that only details could bring, and the report tells none. */
const DETAILS =
  /受理条件|办成拿到|办理用时|身份证|营业执照|复印件|原件|地址|电话|开放时间|工作时间|出门|每一步怎么变|环节变|取消|新增|转线上|减料|示例编码|路\d+号/;

function reportedCards(page) {
  return page.getByRole("region", { name: "报道里的十件事" }).getByRole("listitem");
}

function cardOf(page, system) {
  return reportedCards(page).filter({ has: page.getByRole("link", { name: system.card, exact: true }) });
}

/** The link to a system among what a search has found, where several ways of one are one. */
function found(page, system) {
  const results = page.getByRole("region", { name: "找到的事" });
  return results.getByRole("link", { name: system.title, exact: true });
}

/** Text without breaks, as one reads it. */
function inOneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** All numbers in a text, each once, smallest first. */
function numbersIn(text) {
  const numbers = new Set([...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number)));
  return [...numbers].sort((one, other) => one - other);
}

test("home shows ten cards, each with its own address", async () => {
  const page = await product.open("/");
  assert.equal(await reportedCards(page).count(), SYSTEMS.length);
  const links = reportedCards(page).getByRole("link");
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  assert.deepEqual([...addresses].sort(), SYSTEMS.map(({ path }) => path).sort());
});

test("home shows the totals of the whole action as such", async () => {
  const page = await product.open("/");
  const totals = page.getByRole("region", { name: "全区总数" });
  assert.match(inOneLine(await totals.innerText()), /开展换位体验活动.*491\s?次.*问题.*273\s?个/);
  await totals.getByText("不是下面十件的合计").waitFor();
});

test("home tells of each system what was told", async () => {
  const page = await product.open("/");
  for (const system of SYSTEMS) {
    const card = inOneLine(await cardOf(page, system).innerText());
    for (const told of [system.area, ...system.onCard]) assert.ok(card.includes(told), `${told}: ${card}`);
    assert.deepEqual(numbersIn(card), system.numbersOnCard, card);
    assert.doesNotMatch(card, /示例/);
  }
});

for (const system of SYSTEMS) {
  test(`${system.name} is found by a word and shows exactly what was reported`, async () => {
    const page = await product.open("/");
    for (const word of system.words) {
      await page.getByRole("searchbox", { name: "查一件事" }).fill(word);
      await found(page, system).waitFor();
    }
    await found(page, system).tap();
    await arrived(page, system.title);
    await page.goto("/");
    await cardOf(page, system).getByRole("link").tap();
    await page.waitForURL((url) => url.pathname + url.search === system.path);
    await arrived(page, system.title);

    assert.deepEqual(numbersIn(await readAloud(page)), system.numbers);
    const text = inOneLine(await contentOf(page));
    for (const told of system.told) assert.ok(text.includes(told), `${told}: ${text}`);
    for (const clause of system.clauses) await page.getByText(clause).first().waitFor();

    assert.doesNotMatch(text, DETAILS);
    assert.equal(await page.getByText("不能作为办事依据").count(), 0);
    assert.equal(await page.getByRole("region", { name: "每一步怎么变" }).count(), 0);
    await assertPanes(page, system.panes);
  });
}

/** The content as it is read to somebody who does not see it: without pictures, which count days. */
async function readAloud(page) {
  const outline = await page.getByRole("main").ariaSnapshot();
  return outline.replace(/\[level=\d\]|\/url:.*/g, "");
}

async function assertPanes(page, panes) {
  const shown = numbersOf(page).getByRole("button");
  assert.equal(await shown.count(), panes.length, `${panes}`);
  for (const pane of panes) await numbersOf(page).getByRole("button", { name: pane, exact: true }).waitFor();
}

test("a search that finds nothing says so and shows the way back", async () => {
  const page = await product.open("/");
  await page.getByRole("searchbox", { name: "查一件事" }).fill("摩托艇驾照");
  await page.getByText("没有找到「摩托艇驾照」").waitFor();
  assert.equal(await page.getByRole("region", { name: "报道里的十件事" }).count(), 0);

  await page.getByRole("button", { name: "看全部" }).tap();
  await eventually(async () => assert.equal(await reportedCards(page).count(), SYSTEMS.length));
});

test("after the search is taken back its address shows everything too", async () => {
  const page = await product.open("/?q=办税");
  await page.getByText("找到 1 件").waitFor();
  await page.getByRole("button", { name: "看全部" }).tap();
  await eventually(async () => assert.equal(await reportedCards(page).count(), SYSTEMS.length));
  await page.reload();
  await eventually(async () => assert.equal(await reportedCards(page).count(), SYSTEMS.length));
});

test("what is typed stays while the page settles", async () => {
  const page = await product.newPage();
  await stopClock(page);
  await page.goto("/");
  const field = page.getByRole("searchbox", { name: "查一件事" });
  await field.fill("巴士");
  await page.getByText("找到 1 件").waitFor();
  await settle(page);
  assert.equal(await field.inputValue(), "巴士");
  await page.getByText("找到 1 件").waitFor();
});
