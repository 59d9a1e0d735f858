// Why this file exists: whoever has no mouse and no finger reaches everything with the keyboard, in the
// order of the page, sees where they are, and is told when the page becomes another.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DESK,
  FAILED_REQUEST,
  arrived,
  eventually,
  heading,
  menu,
  numbersOf,
  settle,
  stopClock,
  useProduct,
} from "./harness.mjs";

const product = await useProduct();
const HOME = "多地多窗多次，变一地一窗一次";

const PATHS = [
  "/",
  "/services/investment-filing?from=before&to=platform",
  "/services/example-investment-filing",
  "/table",
  "/chances",
  "/runs",
  "/runs/example-investment-filing",
  "/about",
  "/nowhere",
];

/** Has the page name its elements, so that what is focused can be compared with what could be. */
async function nameElements(page) {
  await page.evaluate(() => {
    window.nameOf = (element) => {
      const told = element.getAttribute("href") ?? element.getAttribute("name") ?? element.textContent;
      return `${element.tagName.toLowerCase()} ${told.trim().slice(0, 40)}`;
    };
  });
}

/** Everything that can be reached, in the order of the document. */
function focusable(page) {
  return page.evaluate(() => {
    const kinds = "a[href], button, select, input, textarea, summary, [tabindex]:not([tabindex='-1'])";
    // What is closed or hidden cannot be reached and need not be; of answers to one question the given one is
    // reached, and arrows lead to the others.
    const visible = (element) => element.checkVisibility({ visibilityProperty: true });
    const given = (element) => element.type !== "radio" || element.checked;
    return [...document.querySelectorAll(kinds)].filter(visible).filter(given).map(window.nameOf);
  });
}

function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // Year, month and day of one field are one.
    const within = element.type === "date" && element === window.lastFocused;
    window.lastFocused = element;
    // An answer is drawn by the label over which it lies.
    const drawn = element.type === "radio" ? element.nextElementSibling : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
    const ring = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    const { top, bottom } = element.getBoundingClientRect();
    return { name: window.nameOf?.(element), within, ring, inSight: bottom > 0 && top < innerHeight };
  });
}

function hasFocus(locator) {
  return locator.evaluate((element) => element === document.activeElement);
}

/** A page on a desk on which nothing more will happen by itself. */
async function openSettled(path) {
  const page = await product.newPage({ viewport: DESK });
  await stopClock(page);
  await page.goto(path);
  await heading(page).waitFor();
  await settle(page);
  return page;
}

/** The place that announces a new page. */
function announcement(page) {
  return page.getByRole("status").first();
}

for (const path of PATHS) {
  test(`Tab reaches everything on ${path} in order`, async () => {
    if (path === "/nowhere") product.permit(FAILED_REQUEST);
    const page = await openSettled(path);
    await nameElements(page);
    const expected = await focusable(page);
    assert.ok(expected.length > 5);
    const reached = [];
    for (let i = 0; i < expected.length; i += 1) {
      let here;
      do {
        await page.keyboard.press("Tab");
        here = await focused(page);
      } while (here?.within);
      assert.ok(here, `nothing is focused after ${reached.at(-1)}`);
      assert.ok(here.ring, `one does not see that ${here.name} is focused`);
      assert.ok(here.inSight, `${here.name} is not in sight`);
      reached.push(here.name);
    }
    assert.deepEqual(reached, expected);
  });
}

test("the first Tab offers to skip the menu, and Enter does", async () => {
  const page = await openSettled("/services/tax-hall");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "跳到正文" });
  assert.ok(await hasFocus(skip));
  await page.keyboard.press("Enter");
  await eventually(async () => assert.ok(await hasFocus(page.getByRole("main"))));
  await page.keyboard.press("Tab");
  assert.ok(await hasFocus(numbersOf(page).getByRole("button").first()));
  assert.equal(new URL(page.url()).pathname, "/services/tax-hall");
});

test("the first page of a visit leaves the focus where it is and announces nothing", async () => {
  product.permit(FAILED_REQUEST);
  const page = await openSettled("/nowhere");
  for (const path of PATHS) {
    await page.goto(path);
    await heading(page).waitFor();
    await settle(page);
    assert.equal(await focused(page), null, path);
    assert.equal(await announcement(page).textContent(), "", path);
  }
});

test("a new page takes the focus to its heading, is announced, and names the window", async () => {
  const page = await product.open("/", { viewport: DESK });
  const steps = [
    ["换位跑记录", () => menu(page, "换位跑").press("Enter")],
    ["农业一线「新农人」走访", () => page.getByRole("link", { name: /新农人/ }).press("Enter")],
    ["关于行动", () => menu(page, "关于行动").press("Enter")],
    [HOME, () => menu(page, "首页").press("Enter")],
    ["办税", () => page.getByRole("link", { name: "办税", exact: true }).press("Enter")],
    [HOME, () => page.goBack()],
  ];
  for (const [title, go] of steps) {
    await go();
    await arrived(page, title);
    await eventually(async () => assert.ok(await hasFocus(heading(page, title)), `the focus is on ${title}`));
    await eventually(async () => assert.equal(await announcement(page).textContent(), title));
    assert.ok((await page.title()).startsWith(title), await page.title());
  }
});

test("the focus stays where the reader moves it while the page settles", async () => {
  const page = await product.newPage({ viewport: DESK });
  await stopClock(page);
  await page.goto("/");
  await arrived(page, HOME);
  await page.getByRole("link", { name: "办税", exact: true }).press("Enter");
  await arrived(page, "办税");
  await page.keyboard.press("Tab");
  await settle(page);
  assert.ok(await hasFocus(numbersOf(page).getByRole("button").first()));
});

test("the menu says which page this is", async () => {
  const page = await product.open("/");
  for (const [path, name, current] of [
    ["/", "首页", "page"],
    ["/runs", "换位跑", "page"],
    ["/runs/new-farmers", "换位跑", "true"],
    ["/about", "关于行动", "page"],
  ]) {
    await page.goto(path);
    await heading(page).waitFor();
    assert.equal(await menu(page, name).getAttribute("aria-current"), current, path);
    const marked = page.getByRole("navigation", { name: "主菜单" }).locator("[aria-current]");
    assert.equal(await marked.count(), 1, path);
  }
});

test("a number opens with Enter and with Space, keeps the focus inside, and gives it back", async () => {
  const page = await product.open("/services/example-investment-filing", { viewport: DESK });
  const pane = numbersOf(page).getByRole("button", { name: /^窗 / });
  const dialog = page.getByRole("dialog");
  for (const key of ["Enter", "Space"]) {
    await pane.press(key);
    await dialog.waitFor();
    assert.ok(await hasFocus(dialog.getByRole("button", { name: "关上" })), "the focus is in the sheet");
    for (let i = 0; i < 4; i += 1) {
      await page.keyboard.press("Tab");
      const behind = await page.evaluate(() => document.activeElement.closest("main > :not(dialog), header, footer"));
      assert.equal(behind, null, "nothing behind the sheet is focused");
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.ok(await hasFocus(pane), key);
  }
  await pane.press("Enter");
  await dialog.getByRole("button", { name: "关上" }).press("Space");
  await dialog.waitFor({ state: "hidden" });
  assert.ok(await hasFocus(pane));
});

test("versions are chosen and swapped with keys, and the focus stays there", async () => {
  const page = await product.open("/services/investment-filing?from=before&to=platform", { viewport: DESK });
  const after = page.locator("select[name=to]");
  await after.focus();
  await page.keyboard.press("ArrowUp");
  await page.waitForURL("**?from=before&to=online");
  assert.ok(await hasFocus(after));

  const swap = page.getByRole("button", { name: "左右对调" });
  await swap.press("Enter");
  await page.waitForURL("**?from=online&to=before");
  assert.ok(await hasFocus(swap));
});

test("what is folded opens with Enter", async () => {
  const page = await product.open("/services/example-investment-filing", { viewport: DESK });
  for (const name of ["用文字看这两张图", "用文字看这张图"]) {
    const fold = page.getByRole("button", { name });
    const text = fold.locator("xpath=following-sibling::*[1]");
    assert.ok((await text.boundingBox()).height <= 1, "folded, it takes no room");
    await fold.press("Enter");
    await eventually(async () => assert.ok((await text.boundingBox()).height > 40));
  }
});

test("searching with keys announces how much was found", async () => {
  const page = await product.open("/", { viewport: DESK });
  const field = page.getByRole("searchbox", { name: "查一件事" });
  await field.focus();
  await page.keyboard.type("办税");
  await page.getByRole("status").filter({ hasText: "找到 1 件" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === "办税");
  assert.ok(await hasFocus(field));
});

test("showing everything again leaves the focus on something", async () => {
  const page = await product.open("/", { viewport: DESK });
  await page.getByRole("searchbox", { name: "查一件事" }).fill("办税");
  await page.getByRole("button", { name: "看全部" }).press("Enter");
  await page.getByRole("link", { name: "企业通关物流" }).waitFor();
  assert.notEqual(await focused(page), null);
});
