// Why this file exists: an administrator looks at all services at once. The table is filtered, sorted and cut
// to the columns one wants, its address passes all of that on, two versions of different services stand side
// by side, and the same rows go home as a file; all of it by keyboard too. And what could be better leads to
// the very step.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { DESK, arrived, contentOf, eventually, heading, useProduct } from "./harness.mjs";

const product = await useProduct();
const TITLE = "对比总表";

const grid = (page) => page.getByRole("region", { name: TITLE }).getByRole("table");
const rows = (page) => grid(page).getByRole("row").filter({ has: page.getByRole("rowheader") });
const names = (page) => rows(page).getByRole("rowheader").getByRole("link").allInnerTexts();
const count = (page) => page.getByRole("status").filter({ hasText: /行/ });
const head = (page, name) => grid(page).getByRole("columnheader", { name, exact: true });

function asks(page, name, value) {
  return page.waitForURL((url) => url.searchParams.get(name) === value);
}

function openTable(query = "", options = { viewport: DESK }) {
  return product.open(`/table${query}`, options);
}

/** What stands in a column, by the place of its head among the heads of its line. */
async function column(page, index) {
  const cells = await rows(page).locator(`> :nth-child(${index})`).allInnerTexts();
  return cells.map((text) => text.trim());
}

test("the table is one link away, on a desk from the head and on a phone from the foot", async () => {
  const desk = await product.open("/", { viewport: DESK });
  await desk.getByRole("banner").getByRole("link", { name: TITLE }).click();
  await arrived(desk, TITLE);
  const phone = await product.open("/");
  await phone.getByRole("contentinfo").getByRole("link", { name: TITLE }).tap();
  await arrived(phone, TITLE);
  await phone.getByRole("contentinfo").getByRole("link", { name: "可以改进" }).tap();
  await arrived(phone, "可以改进的地方");
});

test("real services come first, with what was reported and nothing made up", async () => {
  const page = await openTable();
  const filing = rows(page).filter({ hasText: "原先 → 省平台上报" });
  await filing.getByText("审批时限 7 → 3 个工作日 比改前少 57.1 %").waitFor();
  const told = await names(page);
  const firstExample = told.findIndex((name) => name.includes("示例"));
  assert.ok(firstExample > 0 && told.slice(firstExample).every((name) => name.includes("示例")), told.join());
  await page.getByText("真实 7 件", { exact: true }).waitFor();
  await page.getByText(/^示例 4 件/).waitFor();
});

test("a head sorts up, down, and back, and says so", async () => {
  const page = await openTable("?reality=example&columns=visits&aspects=second");
  const visits = head(page, /^次 ?改后$/);
  const numbers = async () => (await column(page, 2)).map(Number.parseFloat);
  const inOrder = (list, sign) => list.every((n, i) => i === 0 || sign * (n - list[i - 1]) >= 0);
  const before = await names(page);
  for (const [told, sign, sort] of [["ascending", 1, "visits.second"], ["descending", -1, "-visits.second"]]) {
    await visits.getByRole("button").click();
    await asks(page, "sort", sort);
    await eventually(async () => assert.equal(await visits.getAttribute("aria-sort"), told));
    assert.ok(inOrder(await numbers(), sign), told);
  }
  await visits.getByRole("button").click();
  await asks(page, "sort", null);
  assert.equal(await visits.getAttribute("aria-sort"), "none");
  assert.deepEqual(await names(page), before, "the order of the data");
});

test("filters leave what they say, and an address shows others the same", async () => {
  const page = await openTable();
  await page.getByRole("combobox", { name: "服务对象" }).selectOption({ label: "面向企业" });
  await page.getByRole("combobox", { name: "变动" }).selectOption({ label: "转线上" });
  await page.getByRole("searchbox", { name: "名称、片区或版本" }).fill("备案");
  await asks(page, "q", "备案");
  await eventually(async () => assert.match(await count(page).innerText(), /^\d+ 行，都是示例$/));
  const told = await names(page);
  assert.ok(told.length > 0 && told.every((name) => name === "企业投资项目备案（示例）"), told.join());

  const other = await product.open(new URL(page.url()).pathname + new URL(page.url()).search, { viewport: DESK });
  assert.deepEqual(await names(other), told);
  assert.equal(await other.getByRole("searchbox", { name: "名称、片区或版本" }).inputValue(), "备案");
  await other.getByRole("combobox", { name: "变动" }).locator("option:checked").getByText("转线上").waitFor({ state: "attached" });

  await other.getByRole("searchbox", { name: "名称、片区或版本" }).fill("没有这件事");
  await other.getByRole("button", { name: "看全部" }).click();
  await eventually(async () => assert.match(await count(other).innerText(), /^真实 \d+ 行，示例 \d+ 行$/));
});

test("columns come and go, and what is told of each number", async () => {
  const page = await openTable();
  await page.getByText("选要看的列").click();
  await page.getByRole("checkbox", { name: "片区" }).check();
  await page.getByRole("checkbox", { name: "地", exact: true }).uncheck();
  await page.getByRole("checkbox", { name: "压缩率" }).check();
  await eventually(async () => assert.equal(await head(page, "片区").count(), 1));
  assert.equal(await head(page, "地").count(), 0);
  assert.equal(await head(page, /^次 ?压缩率$/).count(), 1);
  await page.reload();
  await heading(page, TITLE).waitFor();
  assert.equal(await head(page, "片区").count(), 1);
  assert.equal(await head(page, /^次 ?压缩率$/).count(), 1);
});

test("everything is reached and done with keys, and two services stand side by side", async () => {
  const page = await openTable("?columns=versions,visits&aspects=second");
  const sort = head(page, /^次 ?改后$/).getByRole("button");
  await sort.focus();
  await page.keyboard.press("Enter");
  await asks(page, "sort", "visits.second");
  assert.ok(await sort.evaluate((element) => element === document.activeElement), "the focus stays");

  for (const name of ["选来并排看：企业投资项目备案（示例），回头看后", "选来并排看：企业迁移一件事（示例），迁移一件事"]) {
    const box = page.getByRole("checkbox", { name: new RegExp(`^${name}`) }).first();
    await box.focus();
    await page.keyboard.press("Space");
    await eventually(async () => assert.ok(await box.isChecked()));
  }
  const tray = page.getByRole("region", { name: "选来并排看的" });
  assert.equal(await tray.getByRole("listitem").count(), 2);
  await tray.getByRole("link", { name: "并排看" }).press("Enter");
  const together = "?from=repaired&with=example-enterprise-relocation&to=bundle";
  await page.waitForURL((url) => url.pathname === "/services/example-investment-filing" && url.search === together);

  await page.goBack();
  await arrived(page, TITLE);
  assert.equal(await tray.getByRole("listitem").count(), 2, "what was picked is still picked");
  await tray.getByRole("button", { name: /^去掉/ }).first().press("Enter");
  await tray.getByText("再选一个，就能并排看。").waitFor();
});

for (const [link, ending] of [["存为 CSV", "csv"], ["存为表格（XLSX）", "xlsx"]]) {
  test(`the rows that are shown go home as ${ending}`, async () => {
    const page = await openTable("?reality=real&q=%E5%A4%87%E6%A1%88");
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: link }).click();
    const download = await saved;
    assert.equal(download.suggestedFilename(), `跑一次-对比总表.${ending}`);
    const content = await readFile(await download.path());
    if (ending === "xlsx") {
      assert.equal(content.subarray(0, 2).toString(), "PK", "a workbook is an archive");
      return;
    }
    const lines = content.toString("utf8").split("\r\n");
    assert.ok(lines[0].startsWith("\ufeff性质,编号,事项"), lines[0]);
    assert.equal(lines.filter((line) => line.startsWith("真实,investment-filing")).length, await rows(page).count());
  });
}

test("on a phone the names stay while the numbers move, and the page does not", async () => {
  const page = await openTable("", {});
  const region = page.getByRole("region", { name: TITLE });
  const name = rows(page).first().getByRole("rowheader");
  const before = await name.boundingBox();
  await region.evaluate((element) => element.scrollBy(300, 0));
  const after = await name.boundingBox();
  assert.equal(after.x, before.x);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.ok(!wide, "the page itself has no sideways scroll");
});

test("what could be better leads to its step", async () => {
  const page = await product.open("/chances", { viewport: DESK });
  await page.getByText("真实事项的报道没有写明步骤，找不出来。").waitFor();
  const found = page.getByRole("listitem").filter({ hasText: "建议" }).first();
  const link = found.getByRole("link", { name: /^看「.+」这一步$/ });
  const step = /「(.+)」/.exec(await link.innerText())[1];
  await link.click();
  await page.waitForURL((url) => url.searchParams.has("step"));
  await eventually(async () => assert.ok((await contentOf(page)).includes(step), step));
});
