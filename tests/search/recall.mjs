// Does the site find what it says? Draws queries from a built site, asks the site's own search, and fails where it finds
// fewer than 99 of 100 in a language.
//
//   node tests/search/recall.mjs OUTPUT [--content CONTENT] [--share 0.5] [--list]
//
// OUTPUT is what `gongbao build` wrote. Needs Node 20 and no package.

import { readFileSync, statSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

import { edition } from "./core.mjs";
import { LANGUAGES, answers, everything, pages, people, queries, table } from "./queries.mjs";

const WANTED = 99;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    content: { type: "string", default: "content" },
    share: { type: "string", default: "1" },
    list: { type: "boolean", default: false },
  },
});
const output = positionals[0] ?? "output";

/** Every term of every text of an edition, as the reader takes it apart, leads back to its page. */
async function indexed(lang) {
  const { search, load } = edition(output, lang);
  const names = readdirSync(join(output, lang, "search/pages")).map((file) => `pages/${file.slice(0, -3)}`);
  const scripts = new Map();
  for (const name of names) scripts.set(name, readFileSync(join(output, lang, `search/${name}.js`), "utf8"));
  const missing = [];
  const step = Math.max(1, Math.floor(names.length / 60));
  for (const [number, [name, script]] of [...scripts].entries()) {
    if (number % step) continue;
    const page = JSON.parse(script.slice(script.indexOf(",") + 1, -3));
    const terms = new Set([page.title, ...page.text].flatMap(search.terms));
    for (const term of terms) {
      const { pages } = await search.find(term, load);
      if (!pages.some((found) => found.name === name)) missing.push(`${name}: ${term}`);
    }
  }
  return missing;
}

async function recall(lang) {
  const all = pages(output, lang);
  const byPath = new Map(everything(output, lang).map((page) => [page.path, page]));
  const drawn = queries(all, lang, { people: people(values.content, lang), share: Number(values.share) });
  const site = edition(output, lang);
  const results = [];
  for (const query of drawn) {
    const first = await site.first(query.text);
    results.push({ query, found: answers(query, first, byPath), first });
  }
  return { all, results };
}

/** Kilobytes that a reader's first query loads, on average: every query in a fresh edition. */
async function bytes(lang, results) {
  let [raw, packed, count, most] = [0, 0, 0, 0];
  for (const { query } of results.filter((_, at) => at % Math.ceil(results.length / 60) === 0)) {
    const site = edition(output, lang);
    await site.first(query.text);
    let own = 0;
    for (const [name, size] of site.loaded) {
      own += size;
      packed += gzipSync(readFileSync(join(output, lang, `search/${name}.js`))).length;
    }
    raw += own;
    most = Math.max(most, own);
    count += 1;
  }
  const k = (n) => (n / 1000).toFixed(0);
  return `${k(raw / count)} kB, ${k(packed / count)} kB compressed, at most ${k(most)} kB`;
}

const folder = (path) => readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);

let failed = false;
for (const lang of LANGUAGES) {
  const { all, results } = await recall(lang);
  const rows = table(results);
  const share = rows.at(-1).share;
  console.log(`\n${lang}: ${results.length} queries over ${all.length} pages`);
  console.log("kind            held by ≤ 10 pages   by more   found");
  for (const { kind, few, many, share } of rows) {
    console.log(`${kind.padEnd(16)}${few.padStart(18)}${many.padStart(10)}${share.toFixed(1).padStart(7)}%`);
  }
  const [terms, texts] = ["terms", "pages"].map((name) => folder(join(output, lang, "search", name)));
  const words = all.reduce((sum, page) => sum + Buffer.byteLength(page.text), 0);
  console.log(`index: ${(terms / 1000).toFixed(0)} kB of terms, ${(texts / 1000).toFixed(0)} kB of texts; the pages' text: ${(words / 1000).toFixed(0)} kB`);
  console.log(`a first query loads ${await bytes(lang, results)}`);
  for (const { query, first } of results.filter(({ found }) => !found)) {
    console.log(`not found: ${query.kind} “${query.text}” of ${query.from}${values.list ? `; instead ${first.join(" ")}` : ""}`);
  }
  const missing = await indexed(lang);
  if (missing.length) console.log(`terms that do not lead to their page: ${missing.slice(0, 20).join("; ")}`);
  failed ||= share < WANTED || missing.length > 0;
}
if (failed) {
  console.error(`\nfewer than ${WANTED} % found, or terms are missing`);
  process.exitCode = 1;
}
