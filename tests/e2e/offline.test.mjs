// Why this file exists: a phone loses its network in a lift, and a server gets a new build while somebody reads.
// What was seen opens again, what was not says why it does not, and no page is put together from two builds.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { FAILED_REQUEST, NO_SERVER, arrived, heading, kept, useProduct } from "./harness.mjs";

const product = await useProduct();

const APARTMENT = "/services/example-talent-apartment";
const NAME = "人才公寓入住（示例）";
const RESTAURANT = "/services/example-small-restaurant";

function typeOf(name) {
  const types = { css: "text/css", js: "text/javascript", wasm: "application/wasm" };
  return types[name.split(".").pop()] ?? "application/octet-stream";
}

test("without a network what was seen opens, what was not says so and mends itself", async () => {
  product.permit(FAILED_REQUEST);
  product.permit(NO_SERVER);
  const page = await product.openKept(APARTMENT);
  await kept(page, APARTMENT);
  await product.server.stop();
  try {
    await page.reload();
    await arrived(page, NAME);
    await page.getByText(/现在连不上网。这一页是.*存下的/).waitFor();
    await page.getByRole("radio", { name: "带家属" }).check();
    await page.waitForURL(/answers=household/);
    await page.reload();
    await arrived(page, NAME);
    assert.ok(await page.getByRole("radio", { name: "带家属" }).isChecked(), "the address says what is shown");

    await page.goto(RESTAURANT);
    await arrived(page, "没连上");
    assert.ok(!(await page.getByText("这个页面的程序没有运行。").isVisible()));
  } finally {
    await product.server.startAgain();
  }
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await heading(page).filter({ hasText: "示例" }).waitFor();
  assert.equal(new URL(page.url()).pathname, RESTAURANT);
});

test("a page reached within the program opens without a network too", async () => {
  product.permit(FAILED_REQUEST);
  product.permit(NO_SERVER);
  const page = await product.openKept("/");
  await page.getByRole("main").getByRole("link", { name: /人才公寓入住（示例）/ }).click();
  await arrived(page, NAME);
  await kept(page, `/api${APARTMENT}`);
  await product.server.stop();
  try {
    await page.reload();
    await arrived(page, NAME);
  } finally {
    await product.server.startAgain();
  }
});

test("nothing is kept that says it is private, and no download", async () => {
  const page = await product.openKept("/");
  await page.evaluate(() => Promise.all(["/api/table.csv", "/api/home"].map((path) => fetch(path))));
  await kept(page, "/api/home");
  const names = await page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  assert.ok(!names.includes("/api/table.csv"), `${names}`);
});

test("inside WeChat nothing is kept", async () => {
  const userAgent = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/116.0 Mobile MicroMessenger/8.0.50";
  const page = await product.open("/", { userAgent, serviceWorkers: "allow" });
  await page.waitForLoadState("networkidle");
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
});

/**
 * Another build of the same product: the same files by other names, as a browser would load them from a server
 * that has not been deployed yet. It is served until `deploy` is called; from then on everything comes from the
 * server that has replaced it.
 */
class OtherBuild {
  #names = new Map();
  #deployed = false;

  static async start(origin) {
    const build = new OtherBuild();
    build.origin = origin;
    build.server = createServer((request, response) => build.#answer(request, response));
    await new Promise((done) => build.server.listen(0, "127.0.0.1", done));
    build.url = `http://127.0.0.1:${build.server.address().port}`;
    return build;
  }

  deploy() {
    this.#deployed = true;
  }

  stop() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }

  /** Every file of this build, by its own name. */
  async files() {
    const script = await this.#text("/sw.js");
    const names = new Set(script.match(/\/assets\/[\w.-]+/g));
    for (const name of names) {
      if (!name.endsWith(".js")) continue;
      const text = await this.#text(name);
      for (const [found] of text.matchAll(/[\w-]+\.(?:wasm|js|css|bin)/g)) names.add(`/assets/${found}`);
    }
    const files = new Map();
    for (const name of names) {
      const content = await this.#content(name);
      if (content) files.set(this.#renamed(name), content);
    }
    return files;
  }

  async #text(path) {
    return (await fetch(this.origin + path)).text();
  }

  /** What this build's file is that the server's is called `name`; scripts name the other files. */
  async #content(name) {
    const answer = await fetch(this.origin + name);
    if (!answer.ok) return undefined;
    if (!name.endsWith(".js")) return Buffer.from(await answer.arrayBuffer());
    return Buffer.from(this.#renamed(await answer.text()));
  }

  #renamed(text) {
    return text.replace(/(app|later|parts|preferences|snippet|paoyici|chunks|split_\w+|chunk_\d+)-([0-9a-f]{16})/g, (_, name, hash) => {
      const other = `${name}-${[...hash].reverse().join("")}`;
      this.#names.set(other, `${name}-${hash}`);
      return other;
    });
  }

  async #answer(request, response) {
    try {
      if (this.#deployed) return await this.#passOn(request.url, response);
      const [, name] = /^\/assets\/([\w-]+)\./.exec(request.url) ?? [];
      const path = name ? request.url.replace(name, this.#names.get(name) ?? name) : request.url;
      if (name || path === "/sw.js") {
        const content = await this.#content(path);
        return response.writeHead(200, await this.#headers(path)).end(content);
      }
      const answer = await fetch(this.origin + path, { headers: { accept: request.headers.accept ?? "*/*" } });
      const type = answer.headers.get("content-type") ?? "";
      if (!type.startsWith("text/html")) return await this.#passOn(path, response);
      let page = this.#renamed(await answer.text());
      for (const [tag, path] of page.matchAll(/<(?:script|link)[^>]*(?:src|href)="(\/assets\/[^"]+\.js)"[^>]*>/g)) {
        const [, other] = /^\/assets\/([\w-]+)\./.exec(path);
        const content = await this.#content(path.replace(other, this.#names.get(other)));
        const integrity = `sha384-${createHash("sha384").update(content).digest("base64")}`;
        page = page.replace(tag, tag.replace(/integrity="[^"]+"/, `integrity="${integrity}"`));
      }
      response.writeHead(answer.status, await this.#headers(path)).end(page);
    } catch (error) {
      response.writeHead(502).end(String(error));
    }
  }

  async #headers(path) {
    const { headers } = await fetch(this.origin + path);
    const kept = ["content-type", "content-security-policy", "cache-control"];
    return Object.fromEntries(kept.map((name) => [name, headers.get(name)]).filter(([, value]) => value));
  }

  async #passOn(path, response) {
    const answer = await fetch(this.origin + path);
    const headers = Object.fromEntries(answer.headers);
    for (const name of ["content-encoding", "content-length", "transfer-encoding", "connection"]) delete headers[name];
    response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
  }
}

test("a new build is offered, and a visit that began before it goes on with its own files", async () => {
  const other = await OtherBuild.start(product.server.url);
  try {
    // Where a server keeps the files of the build that it has replaced.
    const builds = join(product.server.data, "builds", "previous");
    const files = await other.files();
    await mkdir(builds, { recursive: true });
    await writeFile(join(builds, "files.txt"), [...files.keys()].map((name) => `${name} 0 ${typeOf(name)}\n`).join(""));
    for (const [name, content] of files) await writeFile(join(builds, name.split("/").pop()), content);
    await product.server.stop();
    await product.server.startAgain();

    const loaded = [];
    const page = await product.openKept("/", { baseURL: other.url });
    product.permit(/asked somebody else/);
    page.on("response", (response) => loaded.push([response.url(), response.status()]));
    other.deploy();
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await page.getByText("有新版本了").waitFor();

    await page.getByRole("main").getByRole("link", { name: /人才公寓入住（示例）/ }).click();
    await arrived(page, NAME);
    const parts = loaded.filter(([url]) => url.includes("/assets/"));
    assert.ok(parts.some(([url]) => url.includes("/split_")), `${loaded}`);
    for (const [url, status] of parts) {
      assert.equal(status, 200, url);
      assert.ok(files.has(new URL(url).pathname), `${url} is of the build that the visit began with`);
    }

    await page.getByRole("link", { name: "换上新版本" }).click();
    await arrived(page, NAME);
    const names = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
    const assets = names.filter((name) => name.startsWith("/assets/"));
    assert.ok(assets.length > 3 && assets.every((name) => !files.has(name)), `${assets}`);
  } finally {
    await other.stop();
  }
});
