// Why this file exists: 我的清单 is somebody's afternoon. They answer, choose a day, tick what is ready, lose the
// network, print a page and hand it on; and every date on it is one that they would find in the calendar.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, FAILED_REQUEST, NO_SERVER, PHONE, arrived, contentOf, eventually, kept, useProduct } from "./harness.mjs";

const product = await useProduct();

const APARTMENT = "/services/example-talent-apartment";
const LIST = `${APARTMENT}/checklist`;
const TITLE = "我的清单：人才公寓入住（示例）";
const ANSWERED = `${LIST}?to=simplified&answers=applicant:self,household:single`;

const papers = (page) => page.getByRole("region", { name: "带什么" });
const stops = (page) => page.getByRole("region", { name: "去哪里，办什么" });
const lastDays = (page) => page.getByRole("region", { name: "哪天办好" });

function start(page) {
  return page.getByLabel("哪天开始办");
}

/** A day as the page tells it: 2026-02-13 is 2月13日 周五. */
function told(date, year = date.slice(0, 4)) {
  const day = new Date(`${date}T00:00:00Z`);
  const words = `${day.getUTCMonth() + 1}月${day.getUTCDate()}日 周${"日一二三四五六"[day.getUTCDay()]}`;
  return date.startsWith(year) ? words : `${date.slice(0, 4)}年${words}`;
}

test("a resident answers, chooses a day, ticks, goes offline, prints and hands the list on", async () => {
  product.permit(FAILED_REQUEST);
  product.permit(NO_SERVER);
  const page = await product.openKept(APARTMENT, { viewport: PHONE });
  await page.getByRole("link", { name: "列我的清单" }).click();
  await arrived(page, TITLE);

  // One question at a time.
  await page.getByText("第 1 个，共 2 个").waitFor();
  await page.getByRole("link", { name: "一个人", exact: true }).click();
  await page.getByText("第 2 个，共 2 个").waitFor();
  await page.getByRole("link", { name: "个人申请", exact: true }).click();
  await page.getByRole("heading", { name: "先答几个问题" }).waitFor({ state: "detached" });
  await start(page).fill("2026-02-12");
  await page.waitForURL(/start=2026-02-12/);
  assert.match(await stops(page).innerText(), /2月25日 周三/);
  assert.match(await lastDays(page).innerText(), /照承诺，最晚 2月26日 周四 办结/);
  assert.match(await lastDays(page).innerText(), /2月15日 周日 到 2月23日 周一 放假/);
  assert.match(await lastDays(page).innerText(), /2月14日 周六 上班/);

  const boxes = papers(page).getByRole("checkbox");
  const all = await boxes.count();
  await boxes.first().check();
  await papers(page).getByText(`备好 1 份，共 ${all} 份`).waitFor();
  const way = page.getByRole("spinbutton");
  const wrong = page.getByRole("alert").filter({ hasText: "请填 1 到 1440 的整数" });
  await way.fill("3e1");
  await way.blur();
  await eventually(async () => assert.equal(await way.inputValue(), "30"));
  for (const minutes of ["0", "99999", "2.5"]) {
    await way.fill("30");
    await way.blur();
    await wrong.waitFor({ state: "detached" });
    await way.fill(minutes);
    await way.blur();
    await wrong.waitFor();
  }
  // What is wrong again is told again: a warning that merely stays is not read out a second time.
  await way.fill("0");
  await wrong.waitFor({ state: "detached" });
  await way.blur();
  await wrong.waitFor();

  await page.reload();
  await arrived(page, TITLE);
  await kept(page, page.url());
  await product.server.stop();
  try {
    await page.reload();
    await arrived(page, TITLE);
    await papers(page).getByText(`备好 1 份，共 ${all} 份`).waitFor();
    assert.ok(await boxes.first().isChecked());
    await eventually(async () => assert.equal(await way.inputValue(), "30"));
    assert.match(await lastDays(page).innerText(), /2月26日/);
  } finally {
    await product.server.startAgain();
  }
  await page.reload();
  await arrived(page, TITLE);

  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1, "one page of A4");

  const address = await page.locator(".pass-on__address").textContent();
  assert.ok(!/talent=|ticked|30/.test(new URL(address).search.replace("2026", "")), address);
  const other = await product.open(new URL(address).pathname + new URL(address).search, { viewport: PHONE });
  await arrived(other, TITLE);
  assert.equal(await papers(other).getByRole("checkbox", { checked: true }).count(), 0);
  for (const region of [stops, lastDays]) {
    assert.equal(await region(other).innerText(), await region(page).innerText());
  }
});

// Worked out with PyPI `chinesecalendar`: the 4th working day after 受理 (checked and approved: the day to go), the
// 5th (the promise) and the 15th (the law).
const DAYS = `
2024-02-04 2024-02-08 2024-02-09 2024-02-29
2024-02-08 2024-02-20 2024-02-21 2024-03-06
2024-02-10 2024-02-22 2024-02-23 2024-03-08
2024-02-18 2024-02-22 2024-02-23 2024-03-08
2024-04-03 2024-04-10 2024-04-11 2024-04-25
2024-04-07 2024-04-11 2024-04-12 2024-04-26
2024-04-30 2024-05-09 2024-05-10 2024-05-23
2024-05-01 2024-05-10 2024-05-11 2024-05-24
2024-05-11 2024-05-16 2024-05-17 2024-05-31
2024-06-07 2024-06-14 2024-06-17 2024-07-01
2024-09-13 2024-09-20 2024-09-23 2024-10-11
2024-09-14 2024-09-23 2024-09-24 2024-10-12
2024-09-29 2024-10-10 2024-10-11 2024-10-24
2024-09-30 2024-10-11 2024-10-12 2024-10-25
2024-10-01 2024-10-12 2024-10-14 2024-10-28
2024-10-12 2024-10-17 2024-10-18 2024-11-01
2024-12-27 2025-01-03 2025-01-06 2025-01-20
2024-12-31 2025-01-07 2025-01-08 2025-01-22
2025-01-17 2025-01-23 2025-01-24 2025-02-13
2025-01-26 2025-02-07 2025-02-08 2025-02-21
2025-01-28 2025-02-10 2025-02-11 2025-02-25
2025-02-08 2025-02-13 2025-02-14 2025-02-28
2025-04-03 2025-04-10 2025-04-11 2025-04-25
2025-04-27 2025-05-06 2025-05-07 2025-05-21
2025-04-30 2025-05-09 2025-05-12 2025-05-26
2025-05-30 2025-06-06 2025-06-09 2025-06-23
2025-09-28 2025-10-10 2025-10-11 2025-10-24
2025-09-30 2025-10-13 2025-10-14 2025-10-28
2025-10-11 2025-10-16 2025-10-17 2025-10-31
2025-12-31 2026-01-07 2026-01-08 2026-01-22
2026-01-04 2026-01-08 2026-01-09 2026-01-23
2026-02-12 2026-02-25 2026-02-26 2026-03-11
2026-02-13 2026-02-26 2026-02-27 2026-03-12
2026-02-14 2026-02-27 2026-02-28 2026-03-13
2026-02-15 2026-02-28 2026-03-02 2026-03-16
2026-02-28 2026-03-05 2026-03-06 2026-03-20
2026-04-03 2026-04-10 2026-04-13 2026-04-27
2026-04-30 2026-05-09 2026-05-11 2026-05-25
2026-05-09 2026-05-14 2026-05-15 2026-05-29
2026-06-18 2026-06-25 2026-06-26 2026-07-10
2026-09-20 2026-09-24 2026-09-28 2026-10-16
2026-09-25 2026-10-09 2026-10-10 2026-10-23
2026-09-30 2026-10-12 2026-10-13 2026-10-27
2026-10-10 2026-10-15 2026-10-16 2026-10-30
2026-11-21 2026-11-27 2026-11-30 2026-12-14
2026-11-23 2026-11-27 2026-11-30 2026-12-14
`.trim().split("\n").map((line) => line.split(" "));

test("every date of the list is one of the calendar", async () => {
  const page = await product.open(ANSWERED, { viewport: DESK });
  for (const [from, visit, promise, law] of DAYS) {
    const day = (date) => told(date, from.slice(0, 4));
    await start(page).fill(from);
    await eventually(async () => {
      const days = await lastDays(page).innerText();
      assert.ok(days.includes(`照承诺，最晚 ${day(promise)} 办结`), `${from}: ${days}`);
      assert.ok(days.includes(`照法定时限，最晚 ${day(law)} 办结`), `${from}: ${days}`);
      const listed = await stops(page).innerText();
      assert.ok(listed.includes(day(visit)), `${from}: ${listed}`);
    });
  }
});

test("what goes beyond the published years says so", async () => {
  const page = await product.open(`${ANSWERED}&start=2026-12-24`, { viewport: PHONE });
  assert.match(await lastDays(page).innerText(), /2027 年，那年的节假日尚未公布/);
  await start(page).fill("2026-12-30");
  await eventually(async () => assert.match(await lastDays(page).innerText(), /2027 年的节假日安排尚未公布/));
});

test("the ways that somebody enters change their own time and stay on the phone", async () => {
  const page = await product.open(ANSWERED, { viewport: PHONE });
  const time = page.getByRole("region", { name: "自己要花多少时间" });
  const before = await time.getByRole("definition").last().innerText();
  await time.getByRole("spinbutton").fill("5");
  await time.getByRole("spinbutton").blur();
  await eventually(async () => assert.notEqual(await time.getByRole("definition").last().innerText(), before));
  assert.ok(!page.url().includes("5,") && !page.url().includes("way"), page.url());
  await page.reload();
  await arrived(page, TITLE);
  await eventually(async () => assert.equal(await time.getByRole("spinbutton").inputValue(), "5"));
});

test("the days go into a calendar by a plain address", async () => {
  const page = await product.open(`${ANSWERED}&start=2026-02-12`, { viewport: PHONE });
  const href = await page.getByRole("link", { name: "把日子加进日历" }).getAttribute("href");
  const answer = await page.request.get(href);
  assert.equal(answer.headers()["content-type"], "text/calendar; charset=utf-8");
  const days = (await answer.text()).replaceAll("\r\n ", "");
  for (const line of ["DTSTART;VALUE=DATE:20260225", "DTSTART;VALUE=DATE:20260226", "DTSTART;VALUE=DATE:20260311"]) {
    assert.ok(days.includes(line), days);
  }
  assert.match(days, /示例，不能作为办事依据/);
});

test("without a program the questions are answered and the list reads", async () => {
  const page = await product.newPage({ viewport: PHONE, javaScriptEnabled: false });
  await page.goto(`${LIST}?to=simplified&start=2026-02-12`);
  await page.getByRole("link", { name: "带家属" }).click();
  await page.getByRole("link", { name: "个人申请", exact: true }).click();
  // What is not in sight is laid out when it comes near, and has no `innerText` before.
  const text = await page.getByRole("main").textContent();
  for (const part of ["家属关系材料", "2月26日 周四", "示例人才公寓服务点", "示例，不能作为办事依据"]) {
    assert.ok(text.includes(part), `${part} is not in ${text}`);
  }
});

test("a real service has no list and says why", async () => {
  const page = await product.open("/services/investment-filing/checklist", { viewport: PHONE });
  const text = await contentOf(page);
  assert.match(text, /报道没有写步骤和材料，列不出清单/);
  assert.match(text, /看一个把步骤摊开的示例/);
});
