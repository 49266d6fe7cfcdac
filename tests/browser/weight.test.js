// What a bulletin with five charts weighs on the way to its reader.
import assert from "node:assert/strict";
import { test } from "node:test";

import { start } from "./lib/browser.js";
import { pages, read } from "./lib/site.js";

const LIMIT = 100 * 1024;
const CHARTS = 5;

const { server, visit } = await start();

for (const language of ["zh", "en"]) {
  test(`a bulletin with ${CHARTS} charts weighs at most 100 KB compressed: ${language}`, async (t) => {
    const path = pages.find((path) => path.startsWith(`${language}/bulletins/`) && charts(path) >= CHARTS);
    assert.ok(path, `no bulletin has ${CHARTS} charts`);
    const before = server.counter.sent;
    await visit(path, {}, (page) => page.waitForLoadState("networkidle"));
    const weight = server.counter.sent - before;
    t.diagnostic(`${path}: ${charts(path)} charts, ${(weight / 1024).toFixed(1)} KB`);
    assert.ok(weight <= LIMIT, `${path} weighs ${weight} bytes`);
  });
}

/** How many charts a page has; each is drawn for two widths. */
function charts(path) {
  return read(path).split('class="chart chart-wide"').length - 1;
}
