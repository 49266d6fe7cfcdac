// axe-core and reflow on every kind of page, in every mode that a reader may bring along.
import assert from "node:assert/strict";
import { test } from "node:test";

import axe from "axe-core";

import { choose, overflow, start } from "./lib/browser.js";
import { samples } from "./lib/site.js";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const PHONE = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 900 };

// WCAG 2.2, 1.4.12: the spacing that a reader's own style sheet may ask for.
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

/** What each mode changes in the page, in this order; each says what it leaves for the next. */
const MODES = {
  light: () => {},
  dark: (page) => page.emulateMedia({ colorScheme: "dark" }),
  "more contrast": (page) => page.emulateMedia({ colorScheme: "light", contrast: "more" }),
  "more contrast, dark": (page) => page.emulateMedia({ colorScheme: "dark", contrast: "more" }),
  "forced colours": (page) => page.emulateMedia({ colorScheme: "light", contrast: "no-preference", forcedColors: "active" }),
  "320 px": async (page) => {
    await page.emulateMedia({ forcedColors: "none" });
    await page.setViewportSize(PHONE);
  },
  "400 % zoom of 1280 × 1024": (page) => zoom(page, 4),
  "text spacing": async (page) => {
    await page.setViewportSize(PHONE);
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }, SPACING);
  },
  "largest text, 320 px": async (page) => {
    await page.evaluate(() => document.adoptedStyleSheets.pop());
    await choose(page, "largest");
  },
  "largest text": (page) => page.setViewportSize(WIDE),
  "elder mode": (page) => choose(page, "elder"),
  "elder mode, dark": (page) => page.emulateMedia({ colorScheme: "dark" }),
  "elder mode, 320 px": async (page) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize(PHONE);
  },
};

const { visit } = await start();

for (const path of samples) {
  test(`accessible in every mode: ${path}`, async () => {
    const faults = [];
    await visit(path, {}, async (page) => {
      await page.evaluate(axe.source);
      await page.evaluate(plainTables);
      for (const [mode, enter] of Object.entries(MODES)) {
        await enter(page);
        faults.push(...(await faultsIn(page)).map((fault) => `${mode}: ${fault}`));
      }
    });
    assert.deepEqual(faults, []);
  });
}

async function faultsIn(page) {
  const found = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }),
    TAGS,
  );
  const faults = found.violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary.replace(/\s+/g, " ")}`);
    return `${id} (${nodes.length}) ${places.join(" | ")}`;
  });
  const wide = (await overflow(page)).map((place) => `wider than the window: ${place}`);
  const cut = (await page.evaluate(cutOff)).map((place) => `text is cut off: ${place}`);
  const faint = (await page.evaluate(faintCharts)).map((place) => `contrast in a chart: ${place}`);
  const moving = (await page.evaluate(inMotion)).map((place) => `something moves: ${place}`);
  return [...faults, ...wide, ...cut, ...faint, ...moving];
}

/** Takes the shading off tables, a gradient upon which axe-core would leave every contrast undecided. */
function plainTables() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".table-scroll { background: none }");
  document.adoptedStyleSheets.push(sheet);
}

/** Elements that hide a part of their own text (1.4.4, 1.4.10, 1.4.12). */
function cutOff() {
  const hides = (element) => {
    const style = getComputedStyle(element);
    const hidden = [style.overflowX, style.overflowY].some((value) => value === "hidden" || value === "clip");
    const tooSmall = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    return hidden && tooSmall && !element.closest(".visually-hidden, svg") && element.checkVisibility();
  };
  return [...document.body.querySelectorAll("*")].filter(hides).map((element) => element.outerHTML.slice(0, 120));
}

/**
 * Letters and shapes of charts too faint on the page, which axe-core does not look at: 4.5:1 for letters (1.4.3),
 * 3:1 for bars, lines and points (1.4.11).
 */
function faintCharts() {
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  const least = { "svg.chart text": 4.5, "svg.chart :is(.c1, .c2, .c3, .c4, .cm)": 3 };
  return Object.entries(least).flatMap(([selector, ratio]) => {
    const shown = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    const colours = new Set(shown.map((element) => getComputedStyle(element).fill));
    return [...colours].filter((fill) => contrast(fill, paper) < ratio).map((fill) => `${fill} on ${paper}: ${selector}`);
  });
}

/** Elements that a style sheet moves or fades (2.2.2, 2.3.3): there are none, so that nothing need be switched off. */
function inMotion() {
  const moves = (element) => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
    return animationName !== "none" || !/^0s(, 0s)*$/.test(transitionDuration) || scrollBehavior === "smooth";
  };
  return [...document.querySelectorAll("*")].filter(moves).map((element) => element.outerHTML.slice(0, 120));
}

async function zoom(page, factor) {
  const session = await page.context().newCDPSession(page);
  const metrics = { width: 1280 / factor, height: 1024 / factor, deviceScaleFactor: factor, mobile: false };
  await session.send("Emulation.setDeviceMetricsOverride", metrics);
  await session.detach();
}
