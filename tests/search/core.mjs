// The site's own search, run in Node as a browser runs it: the scripts of the built site, in a context of their own.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

/** The search of one edition of a built site; `loaded` collects the sizes of the files that it asks for. */
export function edition(output, lang) {
  const context = vm.createContext({});
  const loaded = new Map();
  const read = (path) => readFileSync(join(output, path), "utf8");
  vm.runInContext(read("assets/search.js"), context);
  const load = async (name) => {
    const script = read(`${lang}/search/${name}.js`);
    loaded.set(name, Buffer.byteLength(script));
    vm.runInContext(script, context);
  };
  const search = context.gongbaoSearch;

  /** The addresses of the first ten pages that answer a query. */
  async function first(query) {
    const { pieces, pages } = await search.find(query, load);
    const found = [];
    for (const page of pages) {
      const hit = await search.show(page, pieces, load);
      if (hit) found.push(`${lang}/${hit.href}`);
      if (found.length === 10) break;
    }
    return found;
  }
  return { search, load, loaded, first };
}
