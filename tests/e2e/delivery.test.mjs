// Why this file exists: the first page must be there in two seconds on a poor connection, and nothing but
// what this server sent may run in it. Measured where it counts: on the wire of a browser.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { arrived, heading, useProduct } from "./harness.mjs";

const product = await useProduct();

/** In bytes: two seconds at 600 kbit/s. */
const BOUND = 150 * 1024;

/** Everything the browser receives from now on: addresses, compressed bytes of content, and whether out of its cache. */
async function watchWire(page) {
  const wire = await page.context().newCDPSession(page);
  const seen = new Map();
  const entry = (id) => seen.get(id) ?? seen.set(id, { bytes: 0, cached: false }).get(id);
  wire.on("Network.requestWillBeSent", ({ requestId, request }) => {
    entry(requestId).path = new URL(request.url).pathname;
  });
  wire.on("Network.responseReceived", ({ requestId, response }) => {
    entry(requestId).encoding = response.headers["content-encoding"];
    entry(requestId).cached ||= response.fromDiskCache;
  });
  wire.on("Network.requestServedFromCache", ({ requestId }) => (entry(requestId).cached = true));
  wire.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    entry(requestId).bytes += encodedDataLength;
  });
  await wire.send("Network.enable");
  return () => [...seen.values()];
}

async function index() {
  return (await fetch(product.server.url)).text();
}

/** The addresses and checksums of all that the page refers to. */
async function assets() {
  const html = await index();
  const tags = [...html.matchAll(/<(?:link|script)[^>]*>/g)].map(([tag]) => tag);
  const attribute = (tag, name) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1];
  const all = tags.map((tag) => ({
    path: attribute(tag, "href") ?? attribute(tag, "src"),
    integrity: attribute(tag, "integrity"),
  }));
  return all.filter(({ path }) => path?.startsWith("/assets/"));
}

test("the first page takes no more than 150 KB on the wire", async () => {
  const page = await product.newPage();
  const received = await watchWire(page);
  await page.goto("/");
  await arrived(page, "多地多窗多次，变一地一窗一次");
  await page.waitForLoadState("networkidle");

  const module = received().find(({ path }) => path.endsWith(".wasm"));
  assert.equal(module?.encoding, "br", "the program carries no compressed pages: `cargo xtask dist` packs one");
  const kinds = ["/", ".js", ".css", ".wasm"];
  for (const kind of kinds) {
    assert.ok(received().some(({ path }) => path === kind || path.endsWith(kind)), `${kind} was not loaded`);
  }
  const table = received().map(({ path, bytes }) => `${bytes} ${path}`);
  const total = received().reduce((sum, { bytes }) => sum + bytes, 0);
  assert.ok(total <= BOUND, `${total} bytes:\n${table.join("\n")}`);
});

test("nothing is loaded twice, and nothing in vain", async () => {
  const page = await product.newPage();
  const received = await watchWire(page);
  await page.goto("/");
  await heading(page).waitFor();
  await page.waitForLoadState("networkidle");
  const paths = received().map(({ path }) => path);
  assert.deepEqual(paths, [...new Set(paths)]);
});

test("a second visit loads no asset again", async () => {
  const page = await product.open("/");
  const again = await page.context().newPage();
  const received = await watchWire(again);
  await again.goto("/runs");
  await arrived(again, "换位跑记录");
  const assets = received().filter(({ path }) => path.startsWith("/assets/"));
  // The second page is another one: its own part and style are new to the browser, and nothing else is.
  const known = assets.filter(({ path }) => !/\/(split_|chunk_|chunks-|later-)/.test(path));
  assert.deepEqual(known.map(({ path }) => path.split(".").pop()).sort(), ["css", "js", "js", "js", "wasm"]);
  for (const { path, cached, bytes } of known) assert.ok(cached && bytes === 0, `${path}: ${bytes} bytes`);
});

test("what has a checksum in its name is kept for ever, the page is asked for each time", async () => {
  const all = await assets();
  assert.ok(all.length >= 3);
  for (const { path } of all) {
    const { headers } = await fetch(product.server.url + path);
    assert.match(headers.get("cache-control"), /immutable/, path);
    assert.match(headers.get("cache-control"), /max-age=31536000/, path);
  }
  const { headers } = await fetch(product.server.url);
  assert.equal(headers.get("cache-control"), "no-cache");
  const again = await fetch(product.server.url, { headers: { "if-none-match": headers.get("etag") } });
  assert.equal(again.status, 304);
});

test("scripts, style sheets and the module are what their checksums say", async () => {
  const all = await assets();
  const scripts = all.filter(({ path }) => path.endsWith(".js"));
  const texts = scripts.map(async ({ path }) => (await fetch(product.server.url + path)).text());
  const boot = (await Promise.all(texts)).join();
  for (const { path, integrity } of all) {
    const bytes = Buffer.from(await (await fetch(product.server.url + path)).arrayBuffer());
    const checksum = `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
    if (path.endsWith(".wasm")) {
      assert.ok(boot.includes(checksum), "the script knows the checksum of the module");
    } else {
      assert.equal(integrity, checksum, path);
    }
  }
});

test("a module that was tampered with does not run", async () => {
  product.permit(/integrity|Failed to (load|fetch|find)|TypeError|preload/);
  const page = await product.newPage();
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  });
  await page.goto("/");
  await page.getByText("这个页面的程序没有运行。").waitFor();
  assert.equal(await heading(page).count(), 0, "the program has not taken over");
});

test("every answer has the policy, and the policy allows nothing inline", async () => {
  const paths = ["/", "/services/tax-hall", "/api/home", "/api/nothing", "/assets/nothing.js", "/icon.svg"];
  for (const path of [...paths, ...(await assets()).map((asset) => asset.path)]) {
    const { headers } = await fetch(product.server.url + path);
    const policy = headers.get("content-security-policy") ?? "";
    const rules = new Map(policy.split(";").map((rule) => rule.trim().split(/\s+(.*)/)));
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/, path);
    assert.equal(rules.get("default-src"), "'none'", path);
    assert.equal(rules.get("script-src"), "'self' 'wasm-unsafe-eval'", path);
    assert.equal(rules.get("style-src"), "'self'", path);
    assert.equal(rules.get("connect-src"), "'self'", path);
    assert.equal(rules.get("base-uri"), "'none'", path);
    assert.equal(rules.get("frame-ancestors"), "'none'", path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    assert.equal(headers.get("cross-origin-opener-policy"), "same-origin", path);
    assert.match(headers.get("referrer-policy"), /^(no-referrer|same-origin|strict-origin)/, path);
    assert.match(headers.get("permissions-policy"), /geolocation=\(\)/, path);
    assert.equal(headers.get("server"), null, path);
  }
});

test("the page itself has nothing inline", async () => {
  for (const path of ["/", "/services/example-investment-filing", "/runs/new-farmers"]) {
    const html = await (await fetch(product.server.url + path)).text();
    // Data is no script: nothing runs it.
    assert.doesNotMatch(html.replaceAll(/<script type="application\/(ld\+)?json"/g, ""), /<script(?![^>]*\ssrc=)[^>]*>/);
    assert.doesNotMatch(html, /<style|<[^>]*\s(style|on[a-z]+)=|javascript:/);
  }
});

test("an address answers with its own page, and a missing file with none", async () => {
  for (const [path, status, title] of [
    ["/services/tax-hall", 200, "办税"],
    ["/runs", 200, "换位跑记录"],
    ["/about", 200, "关于行动"],
    ["/services/x?from=a", 404, "找不到页面"],
    ["/nowhere/at/all", 404, "找不到页面"],
  ]) {
    const answer = await fetch(product.server.url + path);
    assert.equal(answer.status, status, path);
    assert.match(answer.headers.get("content-type"), /^text\/html/, path);
    assert.ok((await answer.text()).includes(`<title>${title} · 跑一次</title>`), path);
  }
  const missing = await fetch(`${product.server.url}/assets/nothing.js`);
  assert.equal(missing.status, 404);
  assert.doesNotMatch(await missing.text(), /<html/);
  const unknown = await fetch(`${product.server.url}/api/nothing`);
  assert.equal(unknown.status, 404);
  assert.match(unknown.headers.get("content-type"), /^application\/problem\+json/);
});
