// Why this file exists: the pages that everybody must be able to use, and how to get each of them into the
// state that is looked at.

import { AxeBuilder } from "@axe-core/playwright";
import { arrived, holdAnswers, menu } from "./harness.mjs";

const search = (page) => page.getByRole("searchbox", { name: "查一件事" });

/** Each: a name, an address, and what to do there first. */
export const VIEWS = [
  { name: "home", path: "/" },
  { name: "home with something found", path: "/?q=备案" },
  {
    name: "home with nothing found",
    path: "/",
    async prepare(page) {
      await search(page).fill("摩托艇驾照");
      await page.getByText("没有找到").waitFor();
    },
  },
  { name: "a service with two versions", path: "/services/investment-filing?from=before&to=platform" },
  { name: "two ways beside each other", path: "/services/investment-filing?from=online&to=platform" },
  { name: "a service with a number", path: "/services/tax-hall" },
  { name: "a service that is planned", path: "/services/community-bus" },
  {
    name: "an example with everything open",
    path: "/services/example-investment-filing",
    async prepare(page) {
      for (const summary of await page.getByRole("main").locator("summary").all()) await summary.click();
    },
  },
  {
    name: "the why of a number",
    path: "/services/example-investment-filing",
    async prepare(page) {
      await page.getByRole("button", { name: /^次 / }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "the clause of a report",
    path: "/services/tax-hall",
    async prepare(page) {
      await page.getByRole("button", { name: /^纳税人平均等候时长/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "an experiment",
    path: "/services/example-talent-apartment?from=before&if=drop:consult,online:house-proof,drop:nowhere",
  },
  {
    name: "what can be supposed of a step",
    path: "/services/example-talent-apartment?from=before&if=",
    async prepare(page) {
      await page.getByRole("button", { name: /「提交入住申请」$/ }).click();
      await page.getByRole("dialog", { name: /^假如/ }).waitFor();
    },
  },
  { name: "a list with a question", path: "/services/example-small-restaurant/checklist" },
  {
    name: "a list with days",
    path: "/services/example-talent-apartment/checklist?to=simplified&answers=applicant:self,household:family&start=2026-02-12",
  },
  { name: "a version that is not there", path: "/services/investment-filing?from=nope" },
  {
    name: "the table with its columns to choose and two versions picked",
    path: "/table?picked=investment-filing.platform,example-investment-filing.repaired",
    async prepare(page) {
      await page.getByText("选要看的列").click();
    },
  },
  { name: "the table with nothing found", path: "/table?q=摩托艇驾照" },
  { name: "chances", path: "/chances" },
  { name: "runs", path: "/runs" },
  { name: "a reported run", path: "/runs/qionglong-mountain" },
  { name: "a run of an example", path: "/runs/example-investment-filing" },
  { name: "about", path: "/about" },
  { name: "not found", path: "/nowhere", fails: true },
  {
    name: "a failure",
    path: "/runs",
    fails: true,
    async before(page) {
      await page.route("**/api/action", (route) => route.fulfill({ status: 500, body: "oops" }));
    },
    async prepare(page) {
      await menu(page, "关于行动").click();
      await arrived(page, "没取到数据");
    },
  },
  {
    name: "loading",
    path: "/runs",
    loads: true,
    async before(page) {
      await holdAnswers(page, "**/api/action");
    },
    async prepare(page) {
      await menu(page, "关于行动").click();
      await page.getByText("正在取数据，请稍等。").waitFor();
    },
  },
];

/** What axe has against the page as it is now, one line a thing. */
export async function violations(page, view, rules) {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (rules) axe.withRules(rules);
  // A page that is on its way has no name yet.
  else if (view.loads) axe.disableRules(["page-has-heading-one"]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** How far the page, or a sheet above it, sticks out of its window at the side. */
export function overflow(page) {
  return page.evaluate(() => {
    const sheets = [...document.querySelectorAll("dialog[open], dialog[open] *")];
    const wider = ({ scrollWidth, clientWidth }) => (clientWidth > 0 ? scrollWidth - clientWidth : 0);
    return Math.max(...[document.scrollingElement, ...sheets].map(wider));
  });
}

/** What is to be tapped and is smaller than `least`, in CSS pixels. */
export async function tooSmall(page, least) {
  const targets = page
    .getByRole("button")
    .or(page.getByRole("combobox"))
    .or(page.getByRole("searchbox"))
    .or(page.locator("summary"))
    .or(page.getByRole("navigation").getByRole("link"))
    .or(page.getByRole("banner").getByRole("link"));
  const sizes = await targets.evaluateAll((elements) =>
    elements.map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return { name: element.textContent.trim() || element.name, width, height };
    }),
  );
  return sizes.filter(({ width, height }) => width > 0 && (width < least || height < least));
}
