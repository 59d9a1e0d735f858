// Why this file exists: the demonstration district is made up, and says so wherever one meets it: on home,
// on its services, behind their numbers, in its runs. What is real says so too, by never carrying the mark.

import assert from "node:assert/strict";
import { test } from "node:test";
import { contentOf, numbersOf, useProduct } from "./harness.mjs";

const product = await useProduct();
const CAUTION = "示例，不能作为办事依据";

async function illustrative(kind) {
  const { [kind]: all } = await product.server.json(`/api/${kind}`);
  return all.filter((thing) => thing.illustrative);
}

test("there are four detailed services and runs of them", async () => {
  assert.ok((await illustrative("services")).length >= 4);
  assert.ok((await illustrative("runs")).length >= 1);
});

test("its cards on home are marked, apart from the real ones", async () => {
  const page = await product.open("/");
  const section = page.getByRole("region", { name: /^示例区/ });
  await section.getByText(CAUTION).waitFor();
  const cards = section.getByRole("listitem");
  assert.equal(await cards.count(), (await illustrative("services")).length);
  for (const text of await cards.allInnerTexts()) assert.match(text, /^示例\s/);
  assert.doesNotMatch(await page.getByRole("region", { name: "报道里的十件事" }).innerText(), /示例/);
  assert.doesNotMatch(await page.getByRole("region", { name: "全区总数" }).innerText(), /示例/);
});

test("its cards are still marked when they are found by a word", async () => {
  const page = await product.open("/?q=小餐馆");
  await page.getByText("找到 1 件").waitFor();
  await page.getByText(CAUTION).waitFor();
});

test("its services carry the mark in the name, below it, and behind every number", async () => {
  const page = await product.newPage();
  for (const { id, name } of await illustrative("services")) {
    assert.match(name, /示例/);
    await page.goto(`/services/${id}`);
    await page.getByRole("main").getByText(CAUTION).first().waitFor();
    assert.match(await page.title(), /示例/);
    for (const pane of await numbersOf(page).getByRole("button").all()) {
      await pane.tap();
      await page.getByRole("dialog").getByText(CAUTION).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    }
  }
});

test("its runs carry the mark, in the list and by themselves", async () => {
  const page = await product.open("/runs");
  const runs = await illustrative("runs");
  const marked = page.getByRole("region", { name: /^示例区/ }).or(page.getByRole("listitem"));
  assert.equal(await marked.filter({ hasText: CAUTION }).count(), runs.length);
  for (const { id } of runs) {
    await page.goto(`/runs/${id}`);
    await page.getByRole("main").getByText(CAUTION).first().waitFor();
    assert.match(await page.title(), /示例/);
  }
});

test("what is real does not carry the mark", async () => {
  const page = await product.newPage();
  for (const kind of ["services", "runs"]) {
    const { [kind]: all } = await product.server.json(`/api/${kind}`);
    for (const { id, name, title } of all.filter((thing) => !thing.illustrative)) {
      await page.goto(`/${kind}/${id}`);
      await page.getByRole("main").getByRole("heading", { level: 1, name: name ?? title }).waitFor();
      assert.ok(!(await contentOf(page)).includes(CAUTION), id);
    }
  }
});

test("the real filing leads to its example, and says what that is", async () => {
  const page = await product.open("/services/investment-filing");
  await page.getByText("只供演示").waitFor();
  await page.getByRole("link", { name: "看一个把步骤摊开的示例" }).tap();
  await page.waitForURL("**/services/example-investment-filing");
  await page.getByRole("main").getByText(CAUTION).first().waitFor();
});
