// Why this file exists: what an administrator and a resident do with two versions beside each other: ask
// why, choose a kind of change, go from change to change, answer, date, swap, and pass the address on.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { DESK, PHONE, arrived, contentOf, eventually, heading, numbersOf, useProduct } from "./harness.mjs";

const files = join(import.meta.dirname, "../comparisons");
const product = await useProduct({ args: ["--files", files] });

const FILING = "/services/example-investment-filing?from=before&to=platform";

function steps(page) {
  return page.getByRole("region", { name: "每一步怎么变" });
}

/** The rows of the list of steps, as they are read. */
function rows(page) {
  return steps(page).getByRole("list").last().getByRole("listitem");
}

function legend(page, name) {
  return steps(page).getByRole("button", { name });
}

for (const [device, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
  test(`on a ${device} a kind of change shows only its steps, and the address holds it`, async () => {
    const page = await product.open(FILING, { viewport });
    const all = await rows(page).count();
    const button = legend(page, /^取消/);
    const counted = Number((await button.innerText()).match(/\d+/)[0]);
    await button.click();
    await eventually(async () => assert.equal(await rows(page).count(), counted));
    assert.ok(counted < all, "there are others");
    assert.match(new URL(page.url()).search, /kind=dropped/);
    assert.equal(await rows(page).filter({ hasText: "取消" }).count(), counted);
    await legend(page, /^全部/).click();
    await eventually(async () => assert.equal(await rows(page).count(), all));
  });

  test(`on a ${device} next and previous go through all changes in the order of the flow`, async () => {
    const page = await product.open(FILING, { viewport });
    const ids = await rows(page).evaluateAll((all) =>
      all.filter((row) => row.querySelector("h3").textContent.trim() !== "保留").map((row) => row.id),
    );
    const next = steps(page).getByRole("button", { name: "下一处" });
    for (const id of ids) {
      await next.click();
      await eventually(async () => {
        assert.equal(await page.evaluate(() => document.activeElement.id), id);
        assert.equal(await page.locator(`[id="${id}"]`).getAttribute("aria-current"), "true");
      });
    }
    await page.keyboard.press("ArrowUp");
    await eventually(async () =>
      assert.equal(await page.evaluate(() => document.activeElement.id), ids.at(-2)),
    );
    const focused = page.url();
    const other = await product.open(new URL(focused).pathname + new URL(focused).search, { viewport });
    await eventually(async () =>
      assert.equal(await steps(other).locator('[aria-current="true"]').first().getAttribute("id"), ids.at(-2)),
    );
  });
}

test("the why of a tile lists exactly the steps that make it", async () => {
  const page = await product.open(FILING);
  const measured = await product.server.json(
    "/api/services/example-investment-filing/comparison?from=before&to=platform",
  );
  const change = measured.measures.find((measure) => measure.first.kind === "applicant_steps");
  await numbersOf(page).getByRole("button", { name: /^环节/ }).click();
  const why = page.getByRole("dialog");
  await why.waitFor();
  const listed = await why.locator(".why-sheet__part").count();
  assert.equal(listed, change.first.parts.length + change.second.parts.length);
});

test("what each change saved sums up to the tile", async () => {
  const page = await product.open(FILING);
  const chart = page.getByRole("region", { name: "哪一处改动省下的" });
  for (const button of await chart.getByRole("group").getByRole("button").all()) {
    await button.click();
    const name = await button.innerText();
    await eventually(async () => {
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      const amounts = await chart.locator(".waterfall__amount").allInnerTexts();
      const numbers = amounts.map((text) => Number(text.replace("−", "-").match(/[-+]?\d+/)?.[0] ?? 0));
      const [first, ...booked] = numbers;
      const last = booked.pop();
      assert.equal(first + booked.reduce((sum, amount) => sum + amount, 0), last, name);
    });
  }
});

test("an answer changes the counts, and the address keeps it", async () => {
  const page = await product.open("/services/shown-ranges?from=before&to=after");
  const before = await numbersOf(page).innerText();
  await page.getByRole("radio", { name: "有", exact: true }).check({ force: true });
  await eventually(async () => assert.notEqual(await numbersOf(page).innerText(), before));
  assert.match(page.url(), /answers=loan:yes/);
  const other = await product.open(new URL(page.url()).pathname + new URL(page.url()).search);
  await eventually(async () =>
    assert.equal(await numbersOf(other).innerText(), await numbersOf(page).innerText()),
  );
});

test("a start day shows the holidays of that week", async () => {
  const page = await product.open(`${FILING}&start=2026-09-28`);
  await eventually(async () => assert.match(await contentOf(page), /休/));
  assert.match(await contentOf(page), /10月/);
});

test("swapping the versions mirrors what changed", async () => {
  const page = await product.open(FILING);
  const dropped = Number((await legend(page, /^取消/).innerText()).match(/\d+/)[0]);
  await page.getByRole("button", { name: "左右对调" }).click();
  await page.waitForURL(/from=platform&to=before/);
  await eventually(async () => {
    const added = Number((await legend(page, /^新增/).innerText()).match(/\d+/)[0]);
    assert.equal(added, dropped);
  });
});

for (const [id, title, said] of [
  ["shown-one-place", "户外摆摊备案（示例）", /地/],
  ["shown-eight-places", "开一家便民小店（示例）", /8/],
  ["shown-forty-steps", "大型项目并联审批（示例）", /40 步/],
  ["shown-nothing-in-common", "水费过户（示例）", /方式乙/],
  ["shown-identical", "老年乘车卡年审（示例）", /每一步都一样/],
  ["shown-only-worse", "临时停车证（示例）", /多出的/],
  ["shown-unknown", "古树名木认养（示例）", /原文未载/],
  ["shown-ranges", "外地车辆转入（示例）", /1–/],
  ["shown-merges", "建设工程规划许可与施工图审查合并办理（示例）", /只是|并成/],
]) {
  test(`${id} is drawn on a phone and on a desk, and nothing is cut off`, async () => {
    for (const viewport of [PHONE, DESK]) {
      const page = await product.open(`/services/${id}`, { viewport });
      await arrived(page, title);
      assert.match(await contentOf(page), said);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${id} is ${wider} px too wide at ${viewport.width}`);
    }
  });
}

test("what an address asks for and nobody has is said, and the rest is shown", async () => {
  const page = await product.open(`${FILING}&kind=faster&start=2026-02-30`);
  await heading(page).waitFor();
  assert.match(await contentOf(page), /kind=faster/);
});
