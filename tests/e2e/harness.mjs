// Why this file exists: what every journey needs and nobody wants to read twice: a server, a browser,
// a fresh phone for each page, and the rule that no page may complain in the console, break the content
// policy or ask anybody but the server.

import assert from "node:assert/strict";
import { after, afterEach } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "playwright-core";
import { Server } from "./server.mjs";

const BROWSER_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const PHONE = { width: 360, height: 780 };
export const DESK = { width: 1280, height: 800 };

/** The browser's own line about an answer that was made to fail. */
export const FAILED_REQUEST = /Failed to load resource/;

/** What a browser says about a server that is not there. */
export const NO_SERVER = /ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to fetch|preload/;

/** The browser driver's own line about {@link Product.newPage}. */
const NOTHING_KEPT = "Service Worker registration blocked by Playwright";

/** How long anything on a page may take, in milliseconds. */
const PATIENCE = 10_000;

/** One server and one browser for all tests of a file. */
export async function useProduct({ args = [] } = {}) {
  const product = new Product();
  await product.start(args);
  afterEach(() => product.clear());
  after(() => product.end());
  return product;
}

class Product {
  #contexts = [];
  #complaints = [];
  #permitted = [];

  async start(args) {
    this.server = await Server.start({ args });
    const front = await fetch(this.server.url);
    if (!front.ok) throw new Error(`the program shows no pages: ${await front.text()}`);
    this.browser = await chromium.launch({ executablePath: process.env.CHROME, args: BROWSER_ARGUMENTS });
  }

  async end() {
    await this.browser?.close();
    await this.server?.remove();
  }

  /** Closes what a test opened; its pages must have had nothing to complain about. */
  async clear() {
    const complaints = this.#complaints.filter((text) => !this.#permitted.some((known) => known.test(text)));
    const contexts = this.#contexts;
    [this.#contexts, this.#complaints, this.#permitted] = [[], [], []];
    await Promise.all(contexts.map((context) => context.close()));
    assert.deepEqual(complaints, [], "the pages complain");
  }

  /** Lets a test provoke a complaint. */
  permit(complaint) {
    this.#permitted.push(complaint);
  }

  /**
   * A page of a browser that was never here before. It keeps nothing for when there is no network, unless the
   * test asks for that: what is kept would answer in the place of what a test has an answer for. Somebody is
   * there as soon as it is loaded, unless `isLookedAt` is false.
   */
  async newPage({ isLookedAt = true, ...options } = {}) {
    const context = await this.browser.newContext({
      serviceWorkers: "block",
      viewport: PHONE,
      locale: "zh-CN",
      hasTouch: true,
      reducedMotion: "reduce",
      baseURL: this.server.url,
      ...options,
    });
    this.#contexts.push(context);
    context.setDefaultTimeout(PATIENCE);
    await this.#listen(context);
    if (isLookedAt) {
      await context.addInitScript(() => addEventListener("load", () => dispatchEvent(new Event("pointermove"))));
    }
    return context.newPage();
  }

  /** A new page at an address, once it shows what it has to show. */
  async open(path = "/", options = {}) {
    const page = await this.newPage(options);
    await page.goto(path);
    await heading(page).waitFor();
    return page;
  }

  /** The same, and its visits are kept for when there is no network. */
  async openKept(path, options) {
    const page = await this.open(path, { serviceWorkers: "allow", ...options });
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller) {
        await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
      }
    });
    return page;
  }

  async #listen(context) {
    const complain = (what) => this.#complaints.push(what);
    const origin = this.server.url;
    context.on("console", (message) => {
      const [type, { url }] = [message.type(), message.location()];
      if (message.text() === NOTHING_KEPT) return;
      if (type === "error" || type === "warning") complain(`console ${type}: ${message.text()} (${url})`);
    });
    context.on("weberror", (error) => complain(`not caught: ${error.error()}`));
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol !== "data:" && url.origin !== origin) complain(`asked somebody else: ${url}`);
    });
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`content policy: ${event.violatedDirective} blocks ${event.blockedURI}`);
      });
    });
  }
}

/** Waits until an address is kept, and every file the page has asked for. */
export async function kept(page, path) {
  await page.waitForFunction(async (path) => {
    const files = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
    const needed = [path, ...files.filter(({ pathname }) => pathname.startsWith("/assets/")).map(String)];
    const found = await Promise.all(needed.map((address) => caches.match(address, { ignoreVary: true })));
    return found.every(Boolean);
  }, path);
}

/** The heading of the page, once the program has taken over what the server has sent: there is one, in every state. */
export function heading(page, name) {
  const taken = page.locator("#app:not([data-sent])");
  return taken.getByRole("main").getByRole("heading", { level: 1, name, exact: true });
}

/** Waits for the page of that name. */
export async function arrived(page, name) {
  await heading(page, name).waitFor();
}

/** What a person reads in the content of the page. */
export function contentOf(page) {
  return page.getByRole("main").innerText();
}

/** The link of the menu with that name. */
export function menu(page, name) {
  return page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name, exact: true });
}

/** The numbers of a service. */
export function numbersOf(page) {
  return page.getByRole("region", { name: "变了多少" });
}

/** Stops the clock of a page that is to be opened, so that nothing on it happens late. */
export async function stopClock(page) {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

/** Lets everything happen that a page with a stopped clock has put off. */
export async function settle(page) {
  await page.clock.fastForward(5_000);
}

/** Looks again until it is as it should be. */
export async function eventually(look) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof assert.AssertionError) || performance.now() > end) throw error;
    }
    await pause(20);
  }
}

/** Answers to a path come only when the test says so: `release` lets them through. */
export async function holdAnswers(page, path) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  let asked;
  const wasAsked = new Promise((resolve) => (asked = resolve));
  await page.route(path, async (route) => {
    asked();
    await released;
    await route.continue().catch(() => {});
  });
  return { wasAsked, release };
}
