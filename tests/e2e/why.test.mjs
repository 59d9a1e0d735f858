// Why this file exists: no number stands alone. Behind each are exactly as many parts as it says, or the
// clause of the report that says it; and the numbers are those that the interface gives to programs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { numbersOf, useProduct } from "./harness.mjs";

const product = await useProduct();

/** Titles and counters of the measures that people see, by their names in the interface. */
const MEASURES = {
  places: ["地", "个"],
  windows: ["窗", "个"],
  visits: ["次", "次"],
  applicant_steps: ["环节", "个"],
  documents: ["材料", "份"],
  legal_limit: ["法定时限", ""],
  promised_limit: ["承诺时限", ""],
  computed_limit: ["推算时限", ""],
};

const UNITS = { minute: "分钟", hour: "小时", working_day: "个工作日", natural_day: "个自然日" };

/** The pairs of versions of the demonstration district that are looked at, by service. */
const EXAMPLES = {
  "example-investment-filing": [
    ["before", "platform"],
    ["before", "online"],
    ["online", "platform"],
    ["platform", "before"],
  ],
};

/** Real services with the pairs that have something to show; `null` where there is nothing to choose. */
const REPORTED = [
  ["investment-filing", ["before", "online"]],
  ["investment-filing", ["before", "platform"]],
  ["investment-filing", ["online", "platform"]],
  ["customs-logistics", null],
  ["enterprise-relocation", null],
  ["tax-hall", null],
  ["community-bus", null],
  ["linhu-tcm-clinic", null],
];

function addressOf(service, pair) {
  const query = pair ? `?from=${pair[0]}&to=${pair[1]}` : "";
  return `/services/${service}${query}`;
}

/** All numbers of two versions as the interface tells them, and the words for their parts. */
async function told(id, [from, to]) {
  const comparison = await product.server.json(`/api/services/${id}/comparison?from=${from}&to=${to}`);
  const { service } = await product.server.json(`/api/services/${id}`);
  const measures = comparison.measures
    .filter(({ first, second }) => first.kind in MEASURES && (known(first) || known(second)))
    .map(({ first, second }) => ({ kind: first.kind, first, second }));
  return { service, measures };
}

function known(measured) {
  return measured.value.is !== "unknown";
}

/** The least and the most that a measure can be. */
function rangeOf({ value }) {
  const { min, max = min } = value.is === "time" ? value.span : value;
  return [min, max];
}

function rangeInWords(measured) {
  if (!known(measured)) return "原文未载";
  const [min, max] = rangeOf(measured);
  return min === max ? String(min) : `${min}–${max}`;
}

/** What names a part in the sheet. */
function nameOf(part, service, version) {
  const step = (key) => version.steps.find((step) => step.key === key).name;
  const place = () => service.places.find((place) => place.key === part.place);
  switch (part.part) {
    case "step":
    case "wait":
      return step(part.step);
    case "place":
      return place().name;
    case "window":
      return `${place().name} ${place().windows.find((window) => window.key === part.window).name}`;
    case "visit":
      return `第 ${part.number} 次 ${place().name}`;
    case "document":
      return version.materials.find((material) => material.key === part.material).name;
    case "stated":
      return `${part.time.min} ${UNITS[part.time.unit]}`;
    default:
      assert.fail(`a part of a kind nobody names: ${part.part}`);
  }
}

function paneOf(page, { kind, first, second }) {
  const numbers = `${rangeInWords(first)} (变为|，另一种是) ${rangeInWords(second)}`;
  return numbersOf(page).getByRole("button", { name: new RegExp(`^${MEASURES[kind][0]} ${numbers} `) });
}

/** Opens the why of a pane and closes it with Escape; `look` sees it in between. */
async function withWhy(page, pane, look) {
  const dialog = page.getByRole("dialog");
  await pane.tap();
  await dialog.waitFor();
  await look(dialog);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.ok(await hasFocus(pane), "the focus is back on the number");
}

function hasFocus(locator) {
  return locator.evaluate((element) => element === document.activeElement);
}

/** One side of the why: its number in words, and as many parts as that, each by its name. */
async function assertSide(dialog, index, measured, service, versionId) {
  const version = service.versions.find(({ id }) => id === versionId);
  const title = dialog.getByRole("heading", { level: 3, name: version.label });
  await title.waitFor();
  const parts = await dialog.getByRole("list").nth(index).getByRole("listitem").allInnerTexts();
  const expected = measured.parts.map((part) => nameOf(part, service, version));
  const lines = parts.map((part) => part.replace(/\s+/g, " ").trim());
  assert.equal(lines.length, expected.length, `${version.label}: ${lines}`);
  lines.forEach((line, i) => assert.ok(line.startsWith(expected[i]), `${line} is ${expected[i]}`));
  if (!known(measured)) {
    assert.match(await title.innerText(), /不知道/);
    return;
  }
  const [, counter] = MEASURES[measured.kind];
  const unit = measured.value.is === "time" ? UNITS[measured.value.span.unit] : counter;
  const most = rangeOf(measured)[1];
  const said = (await title.innerText()).replace(/\s+/g, " ");
  const nothing = measured.value.is === "time" && most === 0;
  assert.ok(said.includes(nothing ? "不用等" : `${rangeInWords(measured)} ${unit}`), said);
  if (measured.value.is === "count") {
    assert.equal(lines.length, most, `${version.label} says ${most}`);
  } else if (measured.kind === "computed_limit") {
    const days = lines.map((line) => Number(/(\d+) \S+$/.exec(line)[1]));
    assert.equal(days.reduce((sum, day) => sum + day, 0), most, `${version.label} adds up to ${most}`);
  }
}

async function assertEveryNumber(page, id, pair) {
  const { service, measures } = await told(id, pair);
  await page.goto(addressOf(id, pair));
  await paneOf(page, measures[0]).waitFor();
  const panes = await numbersOf(page).getByRole("button").count();
  assert.equal(panes, measures.length, "a pane for each number");
  for (const measure of measures) {
    await withWhy(page, paneOf(page, measure), async (dialog) => {
      await dialog.getByRole("heading", { name: `${MEASURES[measure.kind][0]}，怎么数的` }).waitFor();
      await assertSide(dialog, 0, measure.first, service, pair[0]);
      await assertSide(dialog, 1, measure.second, service, pair[1]);
    });
  }
}

test("every number of the demonstration district is the sum of its parts", async () => {
  const { services } = await product.server.json("/api/services");
  const examples = services.filter((service) => service.illustrative);
  assert.ok(examples.length >= 4, `${examples.length} detailed services`);
  const page = await product.newPage();
  for (const { id, headline } of examples) {
    for (const pair of [[headline.from, headline.to], ...(EXAMPLES[id] ?? [])]) {
      await assertEveryNumber(page, id, pair);
    }
  }
});

test("the filing of the demonstration district goes from 7 to 3 and from 7 to 5 days", async () => {
  const page = await product.newPage();
  for (const [to, days] of [["platform", 3], ["online", 5]]) {
    const { measures } = await told("example-investment-filing", ["before", to]);
    const promised = measures.find(({ kind }) => kind === "promised_limit");
    assert.deepEqual([rangeOf(promised.first)[1], rangeOf(promised.second)[1]], [7, days]);
    await page.goto(addressOf("example-investment-filing", ["before", to]));
    await paneOf(page, promised).waitFor();
  }
});

test("every reported number opens the clause that says it", async () => {
  const page = await product.newPage();
  for (const [id, pair] of REPORTED) {
    const { service } = await product.server.json(`/api/services/${id}`);
    await page.goto(addressOf(id, pair));
    const panes = numbersOf(page).getByRole("button");
    await panes.first().waitFor();
    const changes = pair
      ? (await product.server.json(`/api/services/${id}/comparison?from=${pair[0]}&to=${pair[1]}`)).reported
      : service.reported.map((report) => ({ subject: report.subject, evidence: [report.evidence] }));
    assert.equal(await panes.count(), changes.length, `${id}: a pane for each report`);
    for (const { subject, evidence } of changes) {
      await withWhy(page, numbersOf(page).getByRole("button", { name: subject }), async (dialog) => {
        await dialog.getByRole("heading", { name: subject }).waitFor();
        const quotes = (await dialog.locator("q").allTextContents()).map((quote) => quote.trim());
        assert.deepEqual(quotes, evidence.map(({ quote }) => quote));
      });
    }
  }
});

test("the why closes by its button and by a tap beside it", async () => {
  const page = await product.open("/services/example-investment-filing");
  const pane = numbersOf(page).getByRole("button", { name: /^地 / });
  const dialog = page.getByRole("dialog");

  await pane.tap();
  await dialog.getByRole("button", { name: "关上" }).tap();
  await dialog.waitFor({ state: "hidden" });
  assert.ok(await hasFocus(pane));

  await pane.tap();
  await dialog.waitFor();
  await page.touchscreen.tap(180, 10);
  await dialog.waitFor({ state: "hidden" });
  assert.ok(await hasFocus(pane));
});

test("after the why of one number that of another opens", async () => {
  const page = await product.open("/services/example-investment-filing");
  for (const title of ["地", "次", "地"]) {
    await numbersOf(page).getByRole("button", { name: new RegExp(`^${title} `) }).tap();
    await page.getByRole("dialog").getByRole("heading", { name: `${title}，怎么数的` }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
});
