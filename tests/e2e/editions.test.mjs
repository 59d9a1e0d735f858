// Why this file exists: the same pages are for old eyes and for those who read 繁體 or English. In each of them no
// page breaks a rule that a machine can check, and what was chosen once is chosen still.

import assert from "node:assert/strict";
import { test } from "node:test";
import { overflow, tooSmall, violations } from "./accessibility.mjs";
import { PHONE, contentOf, eventually, heading, useProduct } from "./harness.mjs";

const product = await useProduct();

const APARTMENT = "/services/example-talent-apartment";
const LIST = `${APARTMENT}/checklist?to=simplified&answers=applicant:self,household:single&start=2026-02-12`;
const RUN = "/runs/example-investment-filing";
const PAGES = ["/", "/services/investment-filing", APARTMENT, LIST, "/table", "/chances", "/runs", RUN, "/about"];

/** What must be hit with an old finger, and the least letters for old eyes, in CSS pixels. */
const OLD_FINGER = 60;
const OLD_EYES = 20;

async function show(path, options) {
  const page = await product.newPage({ viewport: PHONE, ...options });
  await page.goto(path);
  await heading(page).waitFor();
  return page;
}

for (const [name, prefix, language] of [
  ["长辈版", "/elder", "zh-Hans"],
  ["繁體", "/zh-Hant", "zh-Hant"],
  ["English", "/en", "en"],
  ["长辈版 in 繁體", "/zh-Hant/elder", "zh-Hant"],
  ["长辈版 in English", "/en/elder", "en"],
]) {
  test(`${name}: every page is usable for everybody, by day and by night`, async () => {
    for (const path of PAGES) {
      const page = await show(prefix + (path === "/" ? "" : path));
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      assert.deepEqual(await violations(page, {}), [], path);
      await page.emulateMedia({ colorScheme: "dark" });
      assert.deepEqual(await violations(page, {}, ["color-contrast"]), [], `${path} in the dark`);
      assert.equal(await overflow(page), 0, `${path} fits a phone`);
      await page.context().close();
    }
  });
}

test("长辈版 has large letters and large targets, and grows to 30 px", async () => {
  for (const path of ["/elder", `/elder${APARTMENT}`, `/elder${LIST}`, `/elder${LIST}&screen=1`]) {
    const page = await show(path);
    const sizes = () =>
      page.getByRole("main").evaluate((main) => {
        const words = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, ({ data, parentElement }) =>
          data.trim() && parentElement.checkVisibility() && !parentElement.closest(".visually-hidden, svg")
            ? NodeFilter.FILTER_ACCEPT
            : NodeFilter.FILTER_REJECT,
        );
        const found = [];
        while (words.nextNode()) found.push(Number.parseFloat(getComputedStyle(words.currentNode.parentElement).fontSize));
        return found;
      });
    assert.ok(Math.min(...(await sizes())) >= OLD_EYES, `${path}: ${Math.min(...(await sizes()))}`);
    assert.deepEqual(await tooSmall(page, OLD_FINGER), [], path);
    await page.locator(".preferences__open").click();
    await page.getByRole("radio", { name: "特大" }).check();
    await eventually(async () => {
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontSize), "30px");
    });
    await page.locator(".preferences__open").click();
    assert.equal(await overflow(page), 0, `${path} fits a phone with the largest letters`);
    await page.context().close();
  }
});

test("长辈版 is one tap, is remembered, and is left by one tap", async () => {
  const page = await show(APARTMENT);
  await page.getByRole("link", { name: "长辈版" }).click();
  await page.waitForURL(`**/elder${APARTMENT}`);
  await page.goto("/");
  await page.waitForURL("**/elder");
  await page.getByRole("link", { name: "普通版" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto(APARTMENT);
  await heading(page).waitFor();
  assert.equal(new URL(page.url()).pathname, APARTMENT);
});

test("长辈版 shows one thing on a screen, and the number to call on each", async () => {
  const page = await show(`/elder${APARTMENT}/checklist`);
  await page.getByText("一个人住，还是带家属？").waitFor();
  assert.equal(await page.getByRole("region").count(), 1);
  await page.getByRole("link", { name: "一个人", exact: true }).click();
  await page.getByRole("link", { name: "个人申请", exact: true }).click();
  await page.getByRole("heading", { name: "哪天开始" }).waitFor();
  const screens = Number((await page.locator(".screens__at").innerText()).match(/共 (\d+) 页/)[1]);
  for (let screen = 1; screen < screens; screen += 1) {
    await page.getByRole("link", { name: "下一页" }).click();
    await page.getByText(`第 ${screen + 1} 页，共 ${screens} 页`).waitFor();
    assert.ok(await page.getByText("打电话问").isVisible());
  }
  assert.equal(await page.getByRole("link", { name: "下一页" }).count(), 0);
});

test("what was chosen of the looks is there before the page is painted", async () => {
  const page = await show("/");
  await page.locator(".preferences__open").click();
  await page.getByRole("radio", { name: "暗", exact: true }).check();
  await page.getByRole("radio", { name: "大", exact: true }).check();
  await page.getByRole("radio", { name: "不要" }).check();
  // Without the program there is only the script in the head.
  await page.route("**/*.wasm", (route) => new Promise(() => route));
  await page.reload({ waitUntil: "domcontentloaded" });
  // `back` says that somebody has come back to the page.
  assert.deepEqual(await page.evaluate(() => ({ ...document.documentElement.dataset })), {
    back: "",
    theme: "dark",
    size: "large",
    motion: "less",
  });
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontSize), "20px");
});

test("the same page is one tap away in each language, with what it shows", async () => {
  const page = await show(LIST);
  await page.getByRole("contentinfo").getByRole("link", { name: "English" }).click();
  await page.waitForURL("**/en/services/**");
  await heading(page).filter({ hasText: "My list" }).waitFor();
  assert.match(await contentOf(page), /26 February/);
  await page.getByRole("contentinfo").getByRole("link", { name: "繁體" }).click();
  await heading(page).filter({ hasText: "我的清單" }).waitFor();
  assert.match(await contentOf(page), /2月26日 週四/);
});

test("an English sentence with Chinese names in it flows as one", async () => {
  for (const path of ["/", APARTMENT, "/services/investment-filing", LIST]) {
    const page = await show(`/en${path}`);
    const torn = await page.evaluate(() =>
      [...document.querySelectorAll("span[lang]")]
        .map((name) => name.parentElement)
        .filter((around) => /flex|grid/.test(getComputedStyle(around).display))
        .filter((around) => [...around.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
        .map((around) => around.textContent),
    );
    assert.deepEqual(torn, [], path);
    await page.context().close();
  }
});
