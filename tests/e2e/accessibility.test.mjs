// Why this file exists: public services are for everybody. No page may break a rule that a machine can
// check, in light and in dark, on a phone and on a desk, with large letters and half the window.

import assert from "node:assert/strict";
import { test } from "node:test";
import { VIEWS, overflow, tooSmall, violations } from "./accessibility.mjs";
import { DESK, FAILED_REQUEST, PHONE, heading, useProduct } from "./harness.mjs";

const product = await useProduct();

/** The least size of what a finger must hit, in CSS pixels. */
const FINGER = 44;

/** A window of 1280 × 800 at 200 %. */
const HALF_A_DESK = { width: 640, height: 400 };

async function show(view, options) {
  if (view.fails) product.permit(FAILED_REQUEST);
  const page = await product.newPage(options);
  await view.before?.(page);
  await page.goto(view.path);
  await heading(page).waitFor();
  await view.prepare?.(page);
  return page;
}

for (const view of VIEWS) {
  test(`${view.name}: usable for everybody`, async () => {
    const page = await show(view);
    for (const [size, place] of [[PHONE, "phone"], [DESK, "desk"]]) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: "light" });
      assert.deepEqual(await violations(page, view), [], `on a ${place}`);
      await page.emulateMedia({ colorScheme: "dark" });
      assert.deepEqual(await violations(page, view, ["color-contrast"]), [], `on a ${place} in the dark`);
    }
    assert.match(await page.locator("html").getAttribute("lang"), /^zh/);
    assert.notEqual(await page.title(), "");

    await page.setViewportSize(PHONE);
    assert.deepEqual(await tooSmall(page, FINGER), [], "all that is to be tapped is large enough");
    assert.equal(await overflow(page), 0, "it fits a phone");
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "150%"));
    assert.equal(await overflow(page), 0, "it fits a phone with letters half as large again");
    await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
    await page.setViewportSize(HALF_A_DESK);
    assert.equal(await overflow(page), 0, "it fits a desk at 200 %");
    await page.setViewportSize({ width: 320, height: 568 });
    assert.equal(await overflow(page), 0, "it fits the smallest phone");
  });
}

test("who wants no motion sees none", async () => {
  const page = await show(VIEWS.find(({ name }) => name === "the why of a number"));
  const moving = await page.evaluate(() => {
    const longest = (value) => Math.max(...value.split(",").map((part) => Number.parseFloat(part) || 0));
    const moves = (element) => {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
      return longest(transitionDuration) > 0.01 || longest(animationDuration) > 0.01 || scrollBehavior === "smooth";
    };
    return [...document.querySelectorAll("*")].filter(moves).map((element) => element.outerHTML.slice(0, 80));
  });
  assert.deepEqual(moving, []);
});
