// The site under test: the folder in SITE, as a build wrote it.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export const folder = process.env.SITE;
if (!folder) throw new Error("SITE names no folder: build the site and say where, SITE=… npm test");

/** Every whole HTML document, by its path; pieces that are made for pasting are none. */
export const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".html") && /^\s*<!doctype html>/i.test(read(path)))
  .sort();

/** A file of the site as text. */
export function read(path) {
  return readFileSync(join(folder, path), "utf8");
}

/** The kind of a page and its language: its path with every name below the first folder left open. */
function kindOf(path) {
  const [language, first, ...rest] = path.split("/");
  return [language, first, ...rest.map(() => "*")].join("/");
}

/** The largest and the smallest page of every kind in every language, so that a new kind is tested from its first day. */
export const samples = (() => {
  const kinds = new Map();
  for (const path of pages) {
    kinds.set(kindOf(path), [...(kinds.get(kindOf(path)) ?? []), path]);
  }
  const bySize = (a, b) => size(b) - size(a);
  const chosen = [...kinds.values()].flatMap((paths) => {
    const sorted = [...paths].sort(bySize);
    return sorted.length > 1 ? [sorted[0], sorted.at(-1)] : sorted;
  });
  return chosen.sort();
})();

/** The largest page whose path matches: the fullest of its kind. */
export function fullest(pattern) {
  const found = pages.filter((path) => pattern.test(path)).sort((a, b) => size(b) - size(a))[0];
  if (!found) throw new Error(`no page matches ${pattern}`);
  return found;
}

function size(path) {
  return statSync(join(folder, path)).size;
}
