// Search in both languages, as a reader meets it. Until the site has a search page these tests are skipped.
import assert from "node:assert/strict";
import { test } from "node:test";

import { start } from "./lib/browser.js";
import { pages } from "./lib/site.js";

/** What is typed, and a page that must be among the first ten. */
const QUERIES = {
  zh: [
    ["怀化", "bulletins/2022/huaihua-h1.html"],
    ["458亿元", "bulletins/2022/huaihua-h1.html"],
    ["吉利新能源汽车", "projects/geely-nev.html"],
  ],
  en: [
    ["Huaihua", "bulletins/2022/huaihua-h1.html"],
    ["45.8 billion", "bulletins/2022/huaihua-h1.html"],
    ["Geely", "projects/geely-nev.html"],
  ],
};

const { visit } = await start();

for (const [language, queries] of Object.entries(QUERIES)) {
  const path = `${language}/search.html`;
  test(`search: ${language}`, { skip: !pages.includes(path) && "the site has no search page" }, async () => {
    for (const [typed, expected] of queries) {
      await visit(path, {}, async (page) => {
        await page.getByRole("searchbox").last().fill(typed);
        await page.keyboard.press("Enter");
        await page.locator(`main a[href*="${expected}"]`).first().waitFor();
        const links = await page.locator("main li h3 a, main li h2 a").evaluateAll((found) => found.map(({ href }) => href));
        assert.ok(links.slice(0, 10).some((href) => href.includes(expected)), `${typed}: ${links.slice(0, 10)}`);
      });
    }
  });
}
