// Lighthouse, as a phone: everything but speed is at its best, and speed nearly so.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

import { chromiumPath } from "./lib/browser.js";
import { serve } from "./lib/server.js";
import { folder, fullest } from "./lib/site.js";

const WANTED = { accessibility: 100, "best-practices": 100, seo: 100, performance: 98 };

/** Other work on the machine makes a run slower and none faster, so the best of some counts. */
const RUNS = 3;

const server = await serve(folder);
const browser = await launch({ chromePath: chromiumPath(), chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic"] });
after(async () => {
  browser.kill();
  await server.close();
});

const PATHS = ["zh", "en"].flatMap((language) => [
  `${language}/index.html`,
  fullest(new RegExp(`^${language}/bulletins/\\d+/`)),
  fullest(new RegExp(`^${language}/projects/`)),
]);

for (const path of PATHS) {
  test(`Lighthouse: ${path}`, async (t) => {
    let best = await run(path);
    for (let n = 1; n < RUNS && best.scores.performance < WANTED.performance; n += 1) {
      const again = await run(path);
      if (again.scores.performance > best.scores.performance) best = again;
    }
    t.diagnostic(JSON.stringify(best.scores));
    const short = Object.entries(WANTED).filter(([name, least]) => best.scores[name] < least);
    assert.deepEqual(short, [], best.faults.join("\n"));
  });
}

async function run(path) {
  const categories = Object.keys(WANTED);
  const { lhr } = await lighthouse(`${server.origin}/${path}`, { port: browser.port, onlyCategories: categories, logLevel: "error" });
  const scores = Object.fromEntries(categories.map((name) => [name, Math.round(lhr.categories[name].score * 100)]));
  const faults = Object.values(lhr.audits)
    .filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== "informative")
    .map(({ id, displayValue, explanation }) => [id, displayValue, explanation].filter(Boolean).join(": "));
  return { scores, faults };
}
