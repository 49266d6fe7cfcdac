// Debian's Chromium, driven by Playwright; every visit fails on what a reader would not see but the console would.
import assert from "node:assert/strict";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

import { serve } from "./server.js";
import { folder } from "./site.js";

/** The browser to run: CHROMIUM, or the first of its usual names on the PATH. */
export function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const found = folders.flatMap((path) => names.map((name) => join(path, name))).find(isExecutable);
  if (!found) throw new Error("no Chromium found: install it (apt-get install chromium) or name it in CHROMIUM");
  return found;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts a server and a browser for one test file, and ends both after it. */
export async function start() {
  const server = await serve(folder);
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  after(async () => {
    await browser.close();
    await server.close();
  });
  return { browser, server, visit: (path, options, look) => visit(browser, server.origin, path, options, look) };
}

/**
 * Opens a page and looks at it. `options` are those of a browser context, and `disk: true` opens the file itself.
 * Fails on an error in the console, on a script's error, and on any request to another host.
 */
async function visit(browser, origin, path, { disk = false, ...options }, look) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const base = disk ? pathToFileURL(`${folder}/`).href : `${origin}/`;
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(`${error}`));
  page.on("request", (request) => !request.url().startsWith(base) && problems.push(`request to ${request.url()}`));
  try {
    await page.goto(base + path);
    await look(page, base);
  } finally {
    await context.close();
  }
  assert.deepEqual(problems, [], `${path} reports problems`);
}

/** What makes the page wider than its window, if anything does. */
export function overflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const sticksOut = (element) => element.getBoundingClientRect().right > clientWidth + 0.5;
    const causes = [...document.body.querySelectorAll("*")].filter((element) => {
      const inner = [...element.children].some(sticksOut);
      return sticksOut(element) && !inner && !element.closest(".table-scroll > *, svg");
    });
    return [`${scrollWidth - clientWidth} px too wide`, ...causes.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** Presses one of the buttons for text size and elder mode; a page without a masthead has none. */
export async function choose(page, choice) {
  const button = page.locator(`[data-choice="${choice}"]`);
  if ((await button.count()) > 0) await button.click();
}
