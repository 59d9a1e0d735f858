// Why this file exists: things go wrong, and each page says so in plain words and shows the way on: no
// server, a server that errs, an answer that is late, an address that is none.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FAILED_REQUEST, arrived, eventually, heading, holdAnswers, menu, useProduct } from "./harness.mjs";

const product = await useProduct();

const HOME = "多地多窗多次，变一地一窗一次";

/** Every kind of page: its address, its name, where its data comes from, and how one gets there. */
const PAGES = [
  { path: "/", title: HOME, data: "/api/home", start: "/about", go: (page) => menu(page, "首页") },
  {
    path: "/services/tax-hall",
    title: "办税",
    data: "/api/services/tax-hall",
    start: "/",
    go: (page) => page.getByRole("main").getByRole("link", { name: "办税", exact: true }),
  },
  { path: "/runs", title: "换位跑记录", data: "/api/runs", start: "/", go: (page) => menu(page, "换位跑") },
  {
    path: "/runs/new-farmers",
    title: "农业一线「新农人」走访",
    data: "/api/runs/new-farmers",
    start: "/runs",
    go: (page) => page.getByRole("main").getByRole("link", { name: "农业一线「新农人」走访" }),
  },
  { path: "/about", title: "关于行动", data: "/api/action", start: "/", go: (page) => menu(page, "关于行动") },
];

function retry(page) {
  return page.getByRole("main").getByRole("button", { name: "重试" });
}

async function assertWayHome(page) {
  await arrived(page, "找不到页面");
  await page.getByRole("main").getByRole("link", { name: "回首页" }).tap();
  await arrived(page, HOME);
}

test("without a server each page says so, and 重试 works once it is back", async () => {
  product.permit(FAILED_REQUEST);
  const pages = [];
  for (const kind of PAGES) pages.push([kind, await product.open(kind.start)]);
  await product.server.stop();
  for (const [kind, page] of pages) {
    await kind.go(page).tap();
    await arrived(page, "没连上");
    await retry(page).tap();
    await arrived(page, "没连上");
  }
  await product.server.startAgain();
  for (const [kind, page] of pages) {
    await retry(page).tap();
    await arrived(page, kind.title);
    assert.equal(await retry(page).count(), 0);
  }
});

test("a server that errs is told from one that is away", async () => {
  product.permit(FAILED_REQUEST);
  const page = await product.newPage();
  for (const { data, title, start, go } of PAGES) {
    for (const [status, told] of [[500, "没取到数据"], [503, "没连上"]]) {
      await page.goto(start);
      await heading(page).waitFor();
      await page.route(`**${data}`, (route) => route.fulfill({ status, body: "oops" }));
      await go(page).tap();
      await arrived(page, told);
      await page.unrouteAll();
      await retry(page).tap();
      await arrived(page, title);
    }
  }
});

test("an answer that nobody can read is a failure, not an empty page", async () => {
  const page = await product.newPage();
  const bodies = ["{", "", "null", "[]", "{}", "<!doctype html><p>Welcome to the hotel</p>"];
  for (const { data, title, start, go } of PAGES) {
    let body = bodies[0];
    await page.goto(start);
    await heading(page).waitFor();
    await page.route(`**${data}`, (route) => route.fulfill({ contentType: "application/json", body }));
    await go(page).tap();
    await arrived(page, "没取到数据");
    for (body of bodies.slice(1)) {
      const answered = page.waitForResponse(`**${data}`);
      await retry(page).tap();
      await (await answered).finished();
      await arrived(page, "没取到数据");
    }
    await page.unrouteAll();
    await retry(page).tap();
    await arrived(page, title);
  }
});

test("an answer that is late is announced as on its way", async () => {
  const page = await product.newPage();
  for (const { data, title, start, go } of PAGES) {
    await page.goto(start);
    await heading(page).waitFor();
    const answers = await holdAnswers(page, `**${data}`);
    await go(page).tap();
    await page.getByText("正在取数据，请稍等。").waitFor();
    answers.release();
    await arrived(page, title);
    assert.equal(await page.getByText("正在取数据，请稍等。").count(), 0);
    await page.unrouteAll();
  }
});

test("a page may be left before its answer, and come back to", async () => {
  const page = await product.newPage();
  for (const { data, title, start, go } of PAGES) {
    await page.goto(start);
    await heading(page).waitFor();
    const answers = await holdAnswers(page, `**${data}`);
    await go(page).tap();
    await answers.wasAsked;
    await page.goBack();
    await eventually(async () => assert.notEqual(await heading(page).textContent(), title));
    answers.release();
    await page.unrouteAll({ behavior: "wait" });
    await page.goForward();
    await arrived(page, title);
  }
});

test("an answer that comes after its page was left does not replace the next page", async () => {
  const page = await product.open("/");
  const answers = await holdAnswers(page, "**/api/services/tax-hall");
  await page.getByRole("link", { name: "办税", exact: true }).tap();
  await answers.wasAsked;
  await menu(page, "换位跑").tap();
  await arrived(page, "换位跑记录");
  const late = page.waitForResponse("**/api/services/tax-hall").catch(() => {});
  answers.release();
  await late;
  await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.equal(await heading(page).textContent(), "换位跑记录");
  assert.match(await page.title(), /^换位跑记录/);
});

test("an address that is none says so and shows the way home", async () => {
  product.permit(FAILED_REQUEST);
  const page = await product.newPage();
  const addresses = [
    "/nowhere",
    "/nowhere/at/all/",
    "/services",
    "/services/A%20B",
    "/services/Tax-Hall",
    "/services/tax-hall/steps",
    "/services/%E0%A4%A",
    "/services/%00",
    "/services/投资项目备案",
    `/services/${"a".repeat(4000)}`,
    `/runs/${"a-".repeat(2000)}a`,
    "/about/us",
  ];
  for (const address of addresses) {
    const answer = await page.goto(address);
    assert.equal(answer.status(), 404, address);
    await assertWayHome(page);
  }
});

test("an address that looks like a file says so too, and not as a page that is there", async () => {
  product.permit(FAILED_REQUEST);
  const page = await product.newPage();
  for (const address of ["/nowhere.html", "/services/tax-hall.html", "/runs/..%2Fabout"]) {
    await page.goto(address);
    await assertWayHome(page);
  }
});

test("a service or a run that is not there says so and shows the way home", async () => {
  product.permit(FAILED_REQUEST);
  const page = await product.newPage();
  for (const address of ["/services/no-such-service", "/runs/no-such-run", "/services/new-farmers"]) {
    await page.goto(address);
    await assertWayHome(page);
  }
});

test("a version that is not there is told, and the default one is a tap away", async () => {
  const page = await product.newPage();
  const filing = "/services/investment-filing";
  const queries = ["?from=nope", "?to=nope", "?from=nope&to=platform"];
  for (const query of queries) {
    await page.goto(filing + query);
    await arrived(page, "投资项目备案");
    await page.getByRole("heading", { name: "没有这个版本" }).waitFor();
    await page.getByRole("link", { name: "看改前和改后" }).tap();
    await page.getByRole("button", { name: /^审批(办结)?时限 7 变为 [35] 个工作日/ }).waitFor();
    assert.equal(new URL(page.url()).search, "");
  }
});

test("what cannot be the name of a version is told, and the default ones are shown", async () => {
  const page = await product.newPage();
  for (const query of ["?from=A%20B", "?to=%E0%A4"]) {
    await page.goto(`/services/investment-filing${query}`);
    await arrived(page, "投资项目备案");
    await page.getByRole("button", { name: /^审批(办结)?时限 7 变为 [35] 个工作日/ }).waitFor();
    await page.getByRole("main").getByText(/(from|to)=/).first().waitFor();
  }
});

test("what the address asks besides is ignored", async () => {
  const page = await product.newPage();
  for (const address of ["/services/tax-hall?utm=1&utm=2#nowhere", "/services/tax-hall/?x=%"]) {
    await page.goto(address);
    await arrived(page, "办税");
  }
  await page.goto("/?q=%E0%A4%A&q=2");
  await arrived(page, HOME);
});
