// Searching as a reader does it: Chromium, both editions, over HTTP under a strict policy and from the disk.
//
//   node tests/browser/search_walk.mjs OUTPUT
//
// OUTPUT is the built sample site. CHROMIUM names the browser, /usr/bin/chromium by default.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const output = resolve(process.argv[2] ?? "output");
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

const server = createServer((request, response) => {
  const path = join(output, decodeURIComponent(new URL(request.url, "http://host").pathname));
  if (!path.startsWith(output) || !existsSync(path) || !extname(path)) return response.writeHead(404).end();
  const headers = { "content-type": TYPES[extname(path)], "content-security-policy": "default-src 'self'" };
  return response.writeHead(200, headers).end(readFileSync(path));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const bases = [`http://127.0.0.1:${server.address().port}/`, `${pathToFileURL(output)}/`];

/** A query of each edition with what its first hit is called and has marked, and a query that only the other has. */
const EDITIONS = {
  zh: { query: "招商引资", title: "招商引资", foreign: "Huaihua", figure: "458亿元", place: "怀化市" },
  en: { query: "signed projects", title: "Signed projects", foreign: "怀化市", figure: "“45.8 billion”", place: "Huaihua" },
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => {
    if (!bases.some((base) => request.url().startsWith(base))) problems.push(`asked for ${request.url()}`);
  });
  return { page, problems, close: () => context.close() };
}

const settled = (page) => page.waitForFunction(() => /\d|“/.test(document.getElementById("search-status").textContent));
const count = async (page) => Number((await page.textContent("#search-status")).match(/\d+/)?.[0] ?? 0);

/** From the box of a page to results, narrowed, and back again. */
async function walk(base, lang, { query, title, place }) {
  const { page, problems, close } = await open();
  await page.goto(`${base}${lang}/index.html`);
  await page.fill(".masthead-search input", query);
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=/);
  await settled(page);
  const all = await count(page);
  assert.ok(all > 10, `${lang}: ${all} hits`);
  assert.equal(await page.locator("#search-results > li").count(), 10);
  assert.ok((await page.textContent("#search-results h2")).includes(title));
  assert.ok((await page.locator("#search-results mark").count()) >= 10);
  assert.ok((await page.locator("#search-results .tag").count()) > 0, "invented data is marked");

  await page.click("#search-more");
  await page.waitForFunction(() => document.querySelectorAll("#search-results > li").length > 10);
  const focused = await page.evaluate(() => [...document.querySelectorAll("#search-results a")].indexOf(document.activeElement));
  assert.equal(focused, 10, "the focus goes on with the first new hit");

  await page.selectOption("select[name=place]", place);
  await page.waitForFunction((n) => !document.getElementById("search-status").textContent.includes(n), String(all));
  await settled(page);
  const narrowed = await count(page);
  assert.ok(narrowed > 0 && narrowed < all);
  assert.equal(new URL(page.url()).searchParams.get("place"), place);
  await page.goBack();
  await settled(page);
  await page.waitForFunction((n) => document.getElementById("search-status").textContent.includes(n), String(all));
  assert.equal(await page.inputValue("select[name=place]"), "");

  await page.focus(".search input");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.name), "place", "filters follow the box");
  await page.click("#search-results a");
  await page.waitForSelector("article, main h1");
  assert.deepEqual(problems, []);
  await close();
}

/** Figures as written, no hits with the way to the other edition, an empty box, a narrow screen. */
async function corners(base, lang, { foreign, figure }) {
  const { page, problems, close } = await open({ viewport: { width: 320, height: 800 }, colorScheme: "dark" });
  const ask = async (query) => {
    await page.goto(`${base}${lang}/search.html?${new URLSearchParams({ q: query })}`);
    await settled(page);
  };
  await ask(figure);
  assert.ok(await count(page));
  const wanted = figure.replace(/[“”]/g, "");
  assert.equal(await page.locator(".hit-text mark").first().textContent(), wanted);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);

  await ask(foreign + "\u9f98");
  assert.equal(await page.locator("#search-results > li").count(), 0);
  const link = page.locator("#search-none a");
  assert.ok(await link.isVisible());
  assert.ok((await link.getAttribute("href")).endsWith("search.html") || (await link.evaluate((a) => a.search)).includes("q="));

  await page.goto(`${base}${lang}/search.html`);
  assert.ok(await page.locator("#search-empty").isVisible());

  // A word that is still being composed is not searched for.
  await page.evaluate(() => {
    const form = document.querySelector("form.search");
    form.q.value = "x";
    form.q.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    form.requestSubmit();
  });
  assert.equal(await page.textContent("#search-status"), "");
  assert.deepEqual(problems, []);
  await close();
}

/** Without script the page says so and leads to the lists. */
async function withoutScript(base, lang) {
  const { page, close } = await open({ javaScriptEnabled: false });
  await page.goto(`${base}${lang}/search.html?q=a`);
  assert.ok(await page.locator("noscript p, .banner").first().isVisible());
  assert.ok((await page.locator("#search-empty .links a").count()) >= 4);
  await close();
}

for (const base of bases) {
  for (const [lang, edition] of Object.entries(EDITIONS)) {
    await walk(base, lang, edition);
    await corners(base, lang, edition);
    await withoutScript(base, lang);
    console.log(`${lang} ${base.slice(0, 4)}: as it should be`);
  }
}
await browser.close();
server.close();
