// On paper: as many pages as expected, with the title and the address, and every disclosure open.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { start } from "./lib/browser.js";

/** Pages of A4. A change of style may change them: then look at the print before changing them here. */
const EXPECTED = {
  "zh/bulletins/2022/huaihua-h1.html": 4,
  "en/bulletins/2022/huaihua-h1.html": 4,
  "zh/bulletins/2024/yunlan-06.html": 9,
  "en/bulletins/2024/yunlan-06.html": 10,
  "zh/projects/geely-nev.html": 2,
  "en/plans.html": 2,
};

const { visit } = await start();
const folder = mkdtempSync(join(tmpdir(), "gongbao-print-"));
after(() => rmSync(folder, { recursive: true }));

for (const [path, expected] of Object.entries(EXPECTED)) {
  test(`print: ${path}`, async () => {
    await visit(path, {}, async (page) => {
      const { title, address, hidden } = await page.evaluate(() => ({
        title: document.querySelector("h1").textContent.trim(),
        address: document.querySelector("link[rel=canonical]").href,
        hidden: [...document.querySelectorAll("details td")].slice(0, 1).map((cell) => cell.textContent.trim()),
      }));
      // Whatever size the reader has chosen for the screen.
      await page.evaluate(() => document.querySelector("[data-choice=elder]").click());
      const file = join(folder, "page.pdf");
      await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
      const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [file], { encoding: "utf8" }))[1]);
      assert.equal(pages, expected, "pages");
      const printed = bare(execFileSync("pdftotext", [file, "-"], { encoding: "utf8" }));
      for (const text of [title, address, ...hidden]) {
        assert.ok(printed.includes(bare(text)), `“${text}” is not on paper`);
      }
    });
  });
}

/** A text without spaces and line breaks, which paper puts where it likes. */
function bare(text) {
  return text.replace(/[\s\u00ad]+/g, "");
}
