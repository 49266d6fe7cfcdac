// Finds pages in the index of an edition. Knows no page: search-page.js shows what it finds, tests run it in Node.
// What is written here about terms and shards is what src/search/ writes; docs/search.md tells both.
"use strict";
globalThis.gongbaoSearch = (() => {
  const HAN = "[\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]";
  const RUN = new RegExp(`${HAN}+|(?:(?!${HAN})[\\p{Alphabetic}\\p{N}]|(?<=[0-9])\\.(?=[0-9]))+`, "gu");
  const KEY = new RegExp(`^=?(${HAN}|(?:(?!${HAN})[^%]){0,3})`, "u");
  const UNIT = new RegExp(`^(?:${HAN}|%)`, "u");
  const NAME = new RegExp(`${HAN}|[\\p{Alphabetic}\\p{N}]`, "gu");
  const IS_HAN = new RegExp(HAN, "u");
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const MARKS = { "!": 2, "*": 4, "~": 8 };

  // ── Texts ──────────────────────────────────────────────────────────────────

  /** A text as terms see it, and for each of its characters the place in the text where it comes from. */
  function folded(text) {
    let out = "";
    const from = [];
    let at = 0;
    for (const c of text) {
      const comma = c === "," && /[0-9]/.test(text[at - 1] ?? "") && /^[0-9]{3}(?![0-9])/.test(text.slice(at + 1, at + 5));
      if (!comma) {
        const code = c.codePointAt(0);
        const half = code === 0x3000 ? " " : code > 0xff00 && code < 0xff5f ? String.fromCodePoint(code - 0xfee0) : c;
        const lower = half.toLowerCase();
        out += lower;
        for (let unit = 0; unit < lower.length; unit++) from.push(at);
      }
      at += c.length;
    }
    from.push(at);
    return { text: out, from };
  }

  const fold = (text) => folded(text).text;

  /** The runs of a folded text: Han characters, or a word or number with the unit that it takes along. */
  function runs(text) {
    return [...text.matchAll(RUN)].map(({ 0: run, index }) => {
      const isNumber = /^[0-9.]+$/.test(run);
      const unit = isNumber ? (text.slice(index + run.length).match(UNIT)?.[0] ?? "") : "";
      return { text: run, chars: IS_HAN.test(run) ? [...run] : null, isNumber, unit, end: index + run.length, index };
    });
  }

  /** Every term of a text. */
  function terms(text) {
    return runs(fold(text)).flatMap(({ text, chars, unit }) => {
      if (chars) return [...chars.slice(1).map((c, at) => chars[at] + c), chars.at(-1)];
      return text === "s" ? [] : [text + unit];
    });
  }

  /** The term of a whole name. */
  const nameOf = (text) => "=" + [...fold(text).matchAll(NAME)].join("");

  /** What is left of an English word without the endings of number, tense and person. */
  function stem(word) {
    if (!/^[a-z]{4,}$/.test(word)) return word;
    let rest = word.replace(/(?<=..)(?:ies|ied)$/, "y").replace(/(?<=ss|x|z|ch|sh)es$/, "").replace(/(?<=[^su])s$/, "");
    const bare = rest.replace(/(?:ing|(?<!e)ed)$/, "");
    if (bare !== rest && bare.length > 2 && /[aeiouy]/.test(bare)) rest = bare.replace(/([^aeiouylsz])\1$/, "$1");
    return rest.length > 3 ? rest.replace(/e$/, "") : rest;
  }

  // ── Queries ────────────────────────────────────────────────────────────────

  /** A query as pieces that must all be found; what stands in quotes is found as it stands. */
  function parse(query) {
    const pieces = [...fold(query).matchAll(/["“”「『]([^"“”」』]+)["“”」』]|[^\s"“”「」『』]+/gu)];
    return pieces.map(([whole, quoted]) => {
      const text = (quoted ?? whole).trim().replace(/\s+/g, " ");
      return { text, quoted: quoted !== undefined, runs: runs(text) };
    }).filter(({ runs }) => runs.length);
  }

  /** What to look up for a piece: `term`, and how terms of the index agree with it. */
  function lookups(piece) {
    return piece.runs.flatMap(({ text, chars, isNumber, unit, index }, at) => {
      if (!chars) {
        if (text === "s") return [];
        return [{ term: text + unit, how: unit ? "exact" : isNumber ? "number" : "word" }];
      }
      const before = piece.runs[at - 1];
      if (chars.length === 1) return before?.unit && before.end === index ? [] : [{ term: text, how: "begin" }];
      const pairs = chars.slice(1).map((c, at) => ({ term: chars[at] + c, how: "exact" }));
      // A long run is covered by every other pair: the page itself is looked at in the end.
      return pairs.filter((_, at) => chars.length < 5 || at % 2 === 0 || at === pairs.length - 1);
    });
  }

  // ── The index ──────────────────────────────────────────────────────────────

  const files = new Map();
  const unpacked = new Map();

  /** Called by the files of the index: `name` is an address without folder and ending. */
  const add = (name, data) => files.set(name, data);

  /** A file of the index; `load` brings it in, after which it has called `add`. */
  async function file(name, load) {
    if (!files.has(name)) await load(name);
    return files.get(name);
  }

  function shardOf(term, shards) {
    const key = term.match(KEY)[1];
    let hash = 0x811c9dc5;
    for (const c of key) hash = Math.imul(hash ^ c.codePointAt(0), 0x01000193);
    return (hash >>> 0) & (shards - 1);
  }

  /** The terms of a shard with their pages, still packed. */
  async function entries(shard, load) {
    const name = `terms/${shard}`;
    if (unpacked.has(name)) return unpacked.get(name);
    let last = [];
    const found = (await file(name, load)).split(" ").filter(Boolean).map((entry) => {
      const bar = entry.indexOf("|");
      last = [...last.slice(0, Number(entry[0])), ...entry.slice(1, bar)];
      return [last.join(""), entry.slice(bar + 1)];
    });
    unpacked.set(name, found);
    return found;
  }

  /** Pages and how much they say of a term. */
  function unpack(packed, into, factor) {
    let at = 0;
    let page = -1;
    let weight = 1;
    const number = () => {
      for (let value = 0, shift = 0; ; shift += 5) {
        const digit = DIGITS.indexOf(packed[at++]);
        value |= (digit & 31) << shift;
        if (digit < 32) return value;
      }
    };
    const put = () => into.set(page, Math.max(into.get(page) ?? 0, weight * factor));
    while (at < packed.length) {
      if (packed[at] === ".") {
        at += 1;
        for (let more = number(); more > 0; more--) (page += 1), put();
      } else {
        weight = MARKS[packed[at]] ?? 1;
        if (weight > 1) at += 1;
        page += number() + 1;
        put();
      }
    }
  }

  const agrees = {
    exact: (term) => (other) => other === term,
    begin: (term) => (other) => other.startsWith(term),
    number: (term) => (other) => other === term || (other.startsWith(term) && /^[^0-9.]$/u.test(other.slice(term.length))),
    word: (term) => (other) => stem(other) === stem(term),
  };

  async function look({ term, how }, shards, load) {
    const all = await entries(shardOf(term, shards), load);
    let found = all.filter(([other]) => agrees[how](term)(other));
    if (!found.length && how === "word" && term.length > 2) found = all.filter(([other]) => other.startsWith(term));
    const pages = new Map();
    for (const [other, packed] of found) unpack(packed, pages, other === term || how !== "word" ? 1 : 0.8);
    return pages;
  }

  function facets({ facets, places, years, columns }, page) {
    const digit = (at) => DIGITS.indexOf(facets[4 * page + at]);
    return { place: places[64 * digit(0) + digit(1) - 1], year: String(years[digit(2) - 1] ?? ""), column: columns[digit(3) - 1] };
  }

  function fileOf({ groups }, page) {
    for (const { letter, pages } of groups) {
      if (page < pages) return `pages/${letter}${page}`;
      page -= pages;
    }
    return "";
  }

  /**
   * The pages that may answer a query, best first and the newest first among equals, each with what it can be narrowed
   * to. Nearly all of them do: `show` looks at the text.
   */
  async function find(query, load) {
    const pieces = parse(query);
    const catalogue = await file("catalogue", load);
    const wanted = pieces.flatMap(lookups);
    const count = catalogue.facets.length / 4;
    const named = await look({ term: nameOf(query), how: "exact" }, catalogue.shards, load);
    const found = await Promise.all(wanted.map((one) => look(one, catalogue.shards, load)));
    found.sort((a, b) => a.size - b.size);
    const scores = new Map();
    for (const page of found[0]?.keys() ?? []) {
      if (!found.every((pages) => pages.has(page))) continue;
      const score = found.reduce((sum, pages) => sum + pages.get(page) * Math.log2(2 + count / pages.size), 0);
      scores.set(page, Math.round(score * 100) + (named.has(page) ? 1e6 : 0));
    }
    const pages = [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || b - a);
    return { pieces, pages: pages.map((page) => ({ name: fileOf(catalogue, page), ...facets(catalogue, page) })) };
  }

  // ── Pages ──────────────────────────────────────────────────────────────────

  /** Where a piece stands in a folded text: as it is written or, of words, in another form. */
  function hits(piece, text) {
    const escaped = piece.text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const start = /^[a-z0-9]/.test(escaped) ? "(?<![a-z0-9]|[0-9]\\.)" : "";
    const end = /[a-z0-9]$/.test(escaped) ? "(?![a-z0-9]|\\.[0-9])" : "";
    const whole = [...text.matchAll(new RegExp(start + escaped + end, "gu"))];
    if (whole.length || piece.quoted) return whole.map(({ 0: hit, index }) => [index, index + hit.length]);
    return parts(piece).flatMap(({ test }) => test(text));
  }

  /** The parts of a piece between punctuation, each with a function that says where it stands in a text. */
  function parts(piece) {
    const joined = [];
    for (const run of piece.runs) {
      const last = joined.at(-1);
      if (last && last.end === run.index && (last.han || run.chars)) {
        Object.assign(last, { text: last.text + run.text, end: run.end, han: true });
      } else joined.push({ text: run.text, end: run.end, han: Boolean(run.chars) });
    }
    return joined.map(({ text, han }) => ({ test: (other) => {
      if (han) return [...other.matchAll(new RegExp(text.replace(/\./g, "\\."), "gu"))].map(({ index }) => [index, index + text.length]);
      const words = runs(other).filter((run) => !run.chars);
      const same = words.filter((word) => stem(word.text) === stem(text));
      const found = same.length || text.length < 3 ? same : words.filter((word) => word.text.startsWith(text));
      return found.map((word) => [word.index, word.end]);
    } }));
  }

  /** Whether a page has every piece in one of its passages, part by part where punctuation parts it. */
  function answers(pieces, texts) {
    return pieces.every((piece) => {
      if (texts.some((text) => hits(piece, text).length && (piece.quoted || parts(piece).length === 1))) return true;
      return !piece.quoted && parts(piece).every(({ test }) => texts.some((text) => test(text).length));
    });
  }

  /** A piece of text around its first hit as pairs of text and whether it is a hit. */
  function excerpt(pieces, passage, length) {
    const { text, from } = folded(passage);
    const marks = pieces.flatMap((piece) => hits(piece, text)).map(([a, b]) => [from[a], from[b]]).sort((a, b) => a[0] - b[0]);
    let start = Math.max(0, (marks[0]?.[0] ?? 0) - Math.floor(length / 3));
    if (start) start += passage.slice(start, start + 20).search(/(?<=[\s，。；、])|$/u) % 20;
    // A figure that is cut would be another figure.
    const inside = (at) => at > 0 && at < passage.length && /[\p{N}a-z.,%]/iu.test(passage[at - 1]);
    while (inside(start)) start -= 1;
    let end = Math.min(passage.length, start + length);
    while (inside(end)) end -= 1;
    const out = [[start ? "…" : "", false]];
    for (const [a, b] of marks) {
      if (a < start || b > end) continue;
      out.push([passage.slice(start, a), false], [passage.slice(a, b), true]);
      start = b;
    }
    out.push([passage.slice(start, end) + (end < passage.length ? "…" : ""), false]);
    return out.filter(([text]) => text);
  }

  /** What is shown of a page, or nothing where it does not answer the query after all. */
  async function show({ name }, pieces, load, length = 120) {
    const page = await file(name, load);
    const texts = [page.title, ...page.text].map(fold);
    if (!answers(pieces, [...texts, fold(page.keywords ?? "")])) return null;
    const has = (text) => pieces.filter((piece) => hits(piece, text).length).length;
    const best = texts.slice(1).map(has);
    const passage = page.text[best.indexOf(Math.max(...best))] ?? "";
    return { ...page, title: excerpt(pieces, page.title, Infinity), excerpt: excerpt(pieces, passage, length) };
  }

  return { add, terms, find, show };
})();
