// By keyboard alone: Tab through every kind of page, wide and on a phone.
import assert from "node:assert/strict";
import { test } from "node:test";

import { start } from "./lib/browser.js";
import { samples } from "./lib/site.js";

/** How far up the next stop may stand on a phone, where everything is one column: the height of a line. */
const LINE = 40;

const { visit } = await start();

for (const path of samples) {
  test(`keyboard walk: ${path}`, async () => {
    await visit(path, {}, async (page) => {
      const stops = await walk(page);
      const expected = await page.evaluate(tabbable);
      assert.deepEqual(stops.map(({ name }) => name), expected, "the focus follows the document, and leaves it");
      for (const stop of stops) {
        assert.ok(stop.outlined, `no focus to be seen: ${stop.name}`);
        assert.ok(stop.uncovered, `hidden or covered while it has the focus (2.4.11): ${stop.name}`);
      }
    });
  });

  test(`reading order on a phone: ${path}`, async () => {
    await visit(path, { viewport: { width: 320, height: 640 } }, async (page) => {
      // What stands in a preview scrolls by itself.
      const stops = (await walk(page)).filter(({ previewed }) => !previewed);
      for (const [at, stop] of stops.entries()) {
        const before = stops[at - 1];
        assert.ok(!before || stop.top > before.top - LINE, `${stop.name} stands above ${before?.name}`);
      }
    });
  });
}

for (const language of ["zh", "en"]) {
  test(`the skip link leads to the text: ${language}`, async () => {
    await visit(`${language}/projects.html`, {}, async (page) => {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), "main");
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null));
    });
  });
}

/** Presses Tab until the focus leaves the page or comes round. */
async function walk(page) {
  await page.evaluate(() => {
    globalThis.stops = new Set();
  });
  const stops = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(look);
    if (!stop) return stops;
    stops.push(stop);
    assert.ok(stops.length < 1000, "the focus never comes round");
  }
}

/** The element that has the focus, or nothing if the page has been walked through. */
function look() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body || globalThis.stops.has(element)) return null;
  globalThis.stops.add(element);
  const style = getComputedStyle(element);
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const x = Math.max(0, box.left) + Math.min(box.width, innerWidth) / 2;
  const hit = element.getRootNode().elementFromPoint(x, Math.min(Math.max(0, box.top) + box.height / 2, innerHeight - 1));
  return {
    name: element.outerHTML.slice(0, 80),
    top: box.top + scrollY,
    previewed: element.getRootNode() !== document,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    uncovered: hit !== null && (element.contains(hit) || hit.contains(element)),
  };
}

/** What the keyboard should reach, in the order of the document. */
function tabbable() {
  const can = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const reached = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled;
  const gather = (root) =>
    [...root.querySelectorAll("*")].flatMap((element) => [
      ...(element.matches(can) && reached(element) ? [element] : []),
      ...(element.shadowRoot ? gather(element.shadowRoot) : []),
    ]);
  return gather(document).map((element) => element.outerHTML.slice(0, 80));
}
