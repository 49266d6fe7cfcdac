// Without script: everything can be read, nothing is dead, and nothing waits for a script to be painted.
import assert from "node:assert/strict";
import { test } from "node:test";

import { start } from "./lib/browser.js";
import { samples } from "./lib/site.js";

const { visit } = await start();

/** What a page says, but for what only a script brings. */
const text = (page) =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll("main [data-scripted]")) part.hidden = true;
    return document.querySelector("main").innerText.replace(/\s+/g, " ");
  });

for (const path of samples) {
  test(`whole without script: ${path}`, async () => {
    let scripted;
    await visit(path, {}, async (page) => (scripted = await text(page)));
    await visit(path, { javaScriptEnabled: false }, async (page) => {
      const without = await text(page);
      // What is said to readers without script alone.
      const told = await page.locator("main noscript").evaluateAll((found) => found.map(({ innerText }) => innerText));
      assert.equal(told.filter(Boolean).reduce((all, one) => all.replace(`${one.trim()} `, ""), without), scripted);
      const dead = await page.locator("button:visible:not(form[action] [type=submit])").count();
      assert.equal(dead, 0, "a button that does nothing");
      for (const summary of await page.locator("summary:visible").all()) {
        await summary.click();
      }
      assert.equal(await page.locator("details:not([open])").count(), 0, "a disclosure stays shut");
    });
  });
}

test("from the disk, script or not", async () => {
  for (const path of samples.filter((path) => !path.endsWith("404.html"))) {
    await visit(path, { disk: true }, async (page) => {
      const styled = await page.evaluate(() => getComputedStyle(document.body).display);
      assert.equal(styled, "flex", `${path} has its style sheet`);
    });
  }
});
