// The set of queries that a search must answer, drawn from the built pages themselves: titles, words from the middle
// of sentences, names, figures as written, English words and stems. The draw is seeded, so that a site has one set.
//
// Nothing here knows how the index is made: a page holds a query if its text, as a reader sees it, has the query's
// characters in it.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

export const LANGUAGES = ["zh", "en"];

/** Page kinds that are about something of their own; lists, boards and the home page repeat them. */
const SUBJECT = /^(zh|en)\/(bulletins\/\d{4}\/[^/]+|places\/[^/]+|projects\/[^/]+|indicators\/[^/]+)\.html$/;

/** Inflections that one English search word should find; the query is one of a row, the page has another. */
const FAMILIES = `sign signs signed signing|project projects|investment investments|invest invests invested investing
|enterprise enterprises|plan plans planned planning|company companies|industry industries|fund funds funded funding
|start starts started starting|complete completes completed completing|zone zones|city cities|county counties
|product products|policy policies|service services|target targets|attract attracts attracted attracting
|increase increases increased increasing|build builds building|visit visits visited visiting|park parks
|construct constructs constructed constructing|material materials|machine machines|produce produces produced producing
|develop develops developed developing|chain chains|contract contracts contracted|figure figures|month months
|exceed exceeds exceeded exceeding|promote promotes promoted promoting|rank ranks ranked ranking
|report reports reported reporting|firm firms|stage stages|place places|year years|quarter quarters|job jobs
|receive receives received receiving|task tasks tasked|unit units|date dates dated|day days|carry carries carried
|supply supplies supplied supplying|factory factories|delegation delegations|agreement agreements`
  .split("|").map((row) => row.trim().split(/\s+/));

/** Kinds of query whose own page must be found even where more than ten pages hold it. */
const NAMES = new Set(["title", "place", "project"]);

const HAN = "\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff";

/** A text as it is compared: compatibility forms, case and white space do not count. */
export const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const decode = (text) =>
  text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name) => {
    if (name[0] !== "#") return ENTITIES[name] ?? whole;
    return String.fromCodePoint(name[1] === "x" ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });

function* htmlFiles(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* htmlFiles(path);
    else if (name.endsWith(".html")) yield path;
  }
}

/** What a page says: its heading, its blocks of text, and whether it is about something of its own. */
function read(output, file) {
  const path = relative(output, file).replaceAll("\\", "/");
  const html = readFileSync(file, "utf8").match(/<main[^>]*>([\s\S]*)<\/main>/)?.[1] ?? "";
  const bare = html.replace(/<svg[\s\S]*?<\/svg>|<script[\s\S]*?<\/script>/g, " ");
  // Sentences of the interface that stand where a list is empty are nobody's own words.
  const own = bare.replace(/<p class="(?:empty|banner[^"]*)">[\s\S]*?<\/p>/g, " ");
  const split = (html) => html.split(/<\/?(?:p|li|h\d|td|th|dt|dd|div|caption|summary|figcaption|section|ul|ol)\b[^>]*>/)
    .map((block) => decode(block.replace(/<[^>]+>/g, "")).replace(/\s+/g, " ").trim()).filter(Boolean);
  const title = decode(bare.match(/<h1[^>]*>([\s\S]*?)<\/h1>/)?.[1].replace(/<[^>]+>/g, "") ?? "").trim();
  const facts = [...bare.matchAll(/<dt>([^<]*)<\/dt>\s*<dd[^>]*>([^<]*)<\/dd>/g)];
  return {
    path,
    title,
    blocks: split(own),
    text: split(bare).map(plain).join("\n"),
    investor: decode(facts.find(([, label]) => /^(投资方|Investor)$/.test(label))?.[2] ?? ""),
  };
}

/** The pages of one language. */
export const everything = (output, lang) => [...htmlFiles(join(output, lang))].map((file) => read(output, file));

/** The pages of one language that are about something of their own. */
export const pages = (output, lang) => everything(output, lang).filter((page) => SUBJECT.test(page.path));

/** Whether a page holds a query as it is written. English words begin and end where the page's words do. */
export function holds(page, query) {
  if (query.family) return query.family.test(page.text);
  const wanted = plain(query.text);
  for (let at = page.text.indexOf(wanted); at >= 0; at = page.text.indexOf(wanted, at + 1)) {
    const before = page.text[at - 1] ?? " ";
    const after = page.text[at + wanted.length] ?? " ";
    const inside = (a, b) => /[a-z\d]/.test(a) && /[a-z\d]/.test(b);
    const digits = /\d/.test(wanted[0]) && (/\d/.test(before) || (/[.,]/.test(before) && /\d/.test(page.text[at - 2] ?? "")));
    if (!inside(before, wanted[0]) && !inside(wanted.at(-1), after) && !digits) return true;
  }
  return false;
}

/** mulberry32: a small generator of random numbers from a seed. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Sentences of a page: blocks that end in a full stop. */
const sentences = (page) => page.blocks.filter((block) => block.length > 15 && /[。.；;]$/.test(block));

/** Every way to draw a query from a page: kind, number of queries, and the candidates that a page offers. */
function draws(lang, people) {
  const inside = (page, pattern) => sentences(page).flatMap((text) => [...text.matchAll(pattern)].map(([hit]) => hit));
  const names = (page) => people.filter((name) => plain(page.text).includes(plain(name)));
  const common = [
    ["title", 50, (page) => (page.path.includes("/bulletins/") ? [page.title] : [])],
    ["place", 20, (page) => (page.path.includes("/places/") ? [page.title] : [])],
    ["project", 25, (page) => (page.path.includes("/projects/") ? [page.title] : [])],
    ["investor", 12, (page) => (page.investor ? [page.investor] : [])],
    ["person", 12, names],
  ];
  if (lang === "zh") {
    const run = new RegExp(`[${HAN}]+`, "g");
    // From the middle of a run of characters: neither its first nor its last.
    const words = (length) => (page) =>
      inside(page, run).flatMap((text) =>
        Array.from({ length: Math.max(0, text.length - length - 1) }, (_, at) => text.slice(at + 1, at + 1 + length)));
    const figures = /\d[\d,.]*(?:个百分点|万亿元|亿美元|万美元|亿元|万元|万亩|万吨|个|项|家|亩|倍|%|％|人)/g;
    return [...common, ["figure", 50, (page) => inside(page, figures)],
      ...[1, 2, 3, 4, 5, 6].map((length) => [`${length} characters`, 25, words(length)])];
  }
  const figures = /(?:(?:RMB|US\$|HK\$)\s?)?\d[\d,.]*\d(?:%|\s(?:billion|million|trillion|tonnes|mu|percentage points?))/g;
  const bare = (page) => inside(page, figures).map((text) => text.replace(/^RMB\s/, ""));
  const phrases = (page) => inside(page, /[A-Za-z]+(?: [a-z]+){1,2}/g);
  const stems = (page) =>
    FAMILIES.flatMap((row) => row.filter((word) => sentences(page).some((text) => new RegExp(`\\b${word}\\b`).test(text)))
      .flatMap((word) => row.filter((other) => other !== word)));
  return [...common, ["figure", 50, bare], ["word", 50, (page) => inside(page, /[A-Za-z]{4,}/g)],
    ["phrase", 40, phrases], ["stem", 40, stems]];
}

/** Words count in all their forms: a reader who types one wants the others too. */
function family(text) {
  const row = FAMILIES.find((words) => words.includes(text.toLowerCase()));
  return row && new RegExp(`\\b(?:${row.join("|")})\\b`);
}

/**
 * Draws queries from `all`, the pages of a language. `share` scales the numbers. Of a kind, two thirds are such that at
 * most ten pages hold them, as far as there are any; each has the page that it was drawn from.
 */
export function queries(all, lang, { people = [], seed = 20220707, share = 1 } = {}) {
  const next = random(seed + lang.charCodeAt(0));
  const pick = (list) => list[Math.floor(next() * list.length)];
  const drawn = [];
  for (const [kind, wanted, candidates] of draws(lang, people)) {
    const sources = all.map((page) => [page, candidates(page)]).filter(([, list]) => list.length);
    const seen = new Set();
    const target = Math.ceil(wanted * share);
    let count = 0;
    for (let tries = 0; sources.length && count < target && tries < target * 40; tries++) {
      const [page, list] = pick(sources);
      const text = pick(list);
      if (seen.has(plain(text))) continue;
      const query = { lang, kind, text, from: page.path, family: kind === "stem" || kind === "word" ? family(text) : undefined };
      const holders = all.filter((other) => holds(other, query)).length;
      if (holders === 0) continue;
      // A name leads to what bears it, however many pages mention it.
      query.strict = holders <= 10 || NAMES.has(kind);
      if (!query.strict && count < target * 0.67 && tries < target * 20) continue;
      seen.add(plain(text));
      drawn.push(query);
      count += 1;
    }
  }
  return drawn;
}

/** Whether the first ten addresses answer a query: its page is among them or, where more than ten hold it, all do. */
export function answers(query, first, byPath) {
  if (first.includes(query.from)) return true;
  if (query.strict || first.length < 10) return false;
  return first.every((path) => byPath.has(path) && holds(byPath.get(path), query));
}

/** Names of people in registry/people.toml, in one language. */
export function people(content, lang) {
  let text = "";
  try {
    text = readFileSync(join(content, "registry/people.toml"), "utf8");
  } catch {
    return [];
  }
  const names = [...text.matchAll(/^name = \{(.*)\}/gm)];
  return names.map(([, row]) => row.match(new RegExp(`${lang} = "([^"]+)"`))?.[1]).filter(Boolean);
}

/** Adds up hits by kind: rows of `kind`, queries and hits, for those that few and those that many pages hold. */
export function table(results) {
  const rows = new Map();
  for (const { query, found } of results) {
    const row = rows.get(query.kind) ?? { few: [0, 0], many: [0, 0] };
    const cell = query.strict ? row.few : row.many;
    cell[0] += found;
    cell[1] += 1;
    rows.set(query.kind, row);
  }
  const sum = (pick) => results.filter(({ query }) => pick(query));
  const total = (list) => [list.filter(({ found }) => found).length, list.length];
  rows.set("all", { few: total(sum((query) => query.strict)), many: total(sum((query) => !query.strict)) });
  return [...rows].map(([kind, { few, many }]) => ({
    kind, few: few.join("/"), many: many.join("/"),
    share: (100 * (few[0] + many[0])) / (few[1] + many[1]),
  }));
}
