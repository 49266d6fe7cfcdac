// Text size and elder mode: kept from page to page, on a server and from the disk, and without effect on paper.
import assert from "node:assert/strict";
import { test } from "node:test";

import { choose, start } from "./lib/browser.js";

const { visit } = await start();

const state = (page) =>
  page.evaluate(() => ({
    elder: document.documentElement.hasAttribute("data-elder"),
    size: parseFloat(getComputedStyle(document.documentElement).fontSize),
    pressed: [...document.querySelectorAll("[data-choice][aria-pressed=true]")].map((button) => button.dataset.choice),
  }));

for (const language of ["zh", "en"]) {
  test(`elder mode is kept across pages: ${language}`, async () => {
    await visit(`${language}/index.html`, {}, async (page) => {
      const before = await state(page);
      assert.deepEqual(before, { elder: false, size: 17, pressed: ["standard"] });
      await choose(page, "elder");
      await page.locator("nav.navigation a").nth(1).click();
      const after = await state(page);
      assert.equal(after.elder, true);
      assert.deepEqual(after.pressed, ["elder", "largest"]);
      assert.ok(after.size > before.size * 1.4, `${after.size} px`);
      await page.locator("a.switch").click();
      assert.deepEqual(await state(page), after, "the other language keeps it too");
      await choose(page, "elder");
      await page.goBack();
      assert.deepEqual(await state(page), before, "a page that comes back follows what was chosen since");
    });
  });

  test(`text size is kept across pages: ${language}`, async () => {
    await visit(`${language}/index.html`, {}, async (page) => {
      const { size } = await state(page);
      await choose(page, "large");
      await page.reload();
      const large = await state(page);
      assert.deepEqual(large.pressed, ["large"]);
      await choose(page, "largest");
      const largest = await state(page);
      assert.ok(size < large.size && large.size < largest.size);
      await page.emulateMedia({ media: "print" });
      assert.equal((await state(page)).size, 14, "paper has its own 10.5 points");
    });
  });
}

test("the choice holds on a page from the disk", async () => {
  await visit("zh/index.html", { disk: true }, async (page) => {
    await choose(page, "elder");
    assert.equal((await state(page)).elder, true);
    await page.locator("nav.navigation a").nth(1).click();
    assert.equal(await page.locator("h1").count(), 1);
  });
});

test("where storage is refused the choice holds for the page", async () => {
  await visit("en/index.html", {}, async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "localStorage", {
        get() {
          throw new DOMException("refused", "SecurityError");
        },
      });
    });
    await page.reload();
    await choose(page, "largest");
    assert.deepEqual((await state(page)).pressed, ["largest"]);
  });
});

test("the buttons carry their names and show the focus", async () => {
  await visit("zh/index.html", {}, async (page) => {
    const group = page.getByRole("group", { name: "阅读设置" });
    await group.getByRole("button", { name: "长者模式", pressed: false }).focus();
    await page.keyboard.press("Space");
    await group.getByRole("button", { name: "长者模式", pressed: true }).waitFor();
    await group.getByRole("group", { name: "字号" }).getByRole("button", { name: "特大", pressed: true }).waitFor();
  });
});
