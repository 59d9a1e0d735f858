// Why this file exists: a district that shows only what is real starts with --without-examples, and then the
// demonstration district is nowhere: not in the interface, not on a page, not behind a link.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FAILED_REQUEST, arrived, contentOf, heading, useProduct } from "./harness.mjs";
import { Server } from "./server.mjs";
import { SYSTEMS } from "./systems.mjs";

const product = await useProduct({ args: ["--without-examples"] });
const CAUTION = "不能作为办事依据";

/** Asks every list and every detail of the interface. */
async function everything() {
  const { server } = product;
  const lists = {};
  for (const path of ["home", "services", "runs", "problems", "action"]) {
    lists[path] = await server.json(`/api/${path}`);
  }
  const details = [];
  for (const { id } of lists.services.services) details.push(await server.json(`/api/services/${id}`));
  for (const { id } of lists.runs.runs) details.push(await server.json(`/api/runs/${id}`));
  return { lists, details };
}

test("the interface knows nothing illustrative", async () => {
  const { lists, details } = await everything();
  assert.equal(lists.services.services.length, 7);
  assert.equal(lists.runs.runs.length, 3);
  const text = JSON.stringify([lists, details]);
  assert.doesNotMatch(text, /"illustrative":true|示例|example-/);
  assert.match(text, /"illustrative":false/);
});

test("nothing illustrative can be asked for by its id or searched for", async () => {
  for (const path of [
    "/api/services/example-investment-filing",
    "/api/services/example-investment-filing/comparison?from=before&to=platform",
    "/api/runs/example-investment-filing",
  ]) {
    assert.equal((await fetch(product.server.url + path)).status, 404, path);
  }
  const { services } = await product.server.json(`/api/services?q=${encodeURIComponent("示例")}`);
  assert.deepEqual(services, []);
});

test("no page shows the demonstration district", async () => {
  const page = await product.open("/");
  assert.equal(await page.getByRole("region", { name: /示例/ }).count(), 0);
  assert.ok(!(await contentOf(page)).includes("示例"));
  await page.goto("/runs");
  await arrived(page, "换位跑记录");
  assert.ok(!(await contentOf(page)).includes("示例"));
  for (const { path, title } of SYSTEMS) {
    await page.goto(path);
    await arrived(page, title);
    assert.ok(!(await contentOf(page)).includes(CAUTION), path);
    assert.equal(await page.getByRole("main").getByRole("link", { name: /示例/ }).count(), 0, path);
    assert.ok(!(await contentOf(page)).includes("示例区"), path);
  }
});

test("the addresses of the demonstration district lead nowhere", async () => {
  product.permit(FAILED_REQUEST);
  const page = await product.newPage();
  for (const path of ["/services/example-investment-filing", "/runs/example-investment-filing"]) {
    await page.goto(path);
    await arrived(page, "找不到页面");
  }
  assert.equal(await heading(page).count(), 1);
});

test("a database that had the demonstration district hides it, and shows it again", async () => {
  const server = await Server.start();
  try {
    const shown = async () => {
      const { services } = await server.json("/api/services");
      return services.filter(({ illustrative }) => illustrative).length;
    };
    const all = await shown();
    assert.ok(all >= 4);
    await server.stop();
    server.args = ["--without-examples"];
    await server.startAgain();
    assert.equal(await shown(), 0);
    await server.stop();
    server.args = [];
    await server.startAgain();
    assert.equal(await shown(), all);
  } finally {
    await server.remove();
  }
});
