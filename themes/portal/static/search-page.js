// The search page: reads the query from the address, shows what search.js finds, and keeps the address true.
"use strict";
{
  const STEP = 10;
  const form = document.querySelector("form.search");
  const words = form.dataset;
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const more = document.getElementById("search-more");
  const empty = document.getElementById("search-empty");
  const none = document.getElementById("search-none");
  const other = none.querySelector("a");
  const filters = [...form.querySelectorAll("select")];
  const template = document.getElementById("search-hit").content;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  const waiting = new Map();
  /** Brings in a file of the index as a script element, which works under a strict policy and from the disk. */
  function load(name) {
    if (!waiting.has(name)) {
      waiting.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `${words.index}${name}.js`;
        script.onload = done;
        script.onerror = () => (waiting.delete(name), script.remove(), failed(new Error(name)));
        document.head.append(script);
      }));
    }
    return waiting.get(name);
  }

  function put(parent, pairs) {
    for (const [text, hit] of pairs) {
      const node = hit ? document.createElement("mark") : document.createTextNode("");
      node.textContent = text;
      parent.append(node);
    }
  }

  function item(hit) {
    const node = template.cloneNode(true);
    const link = node.querySelector("a");
    link.href = hit.href;
    put(link, hit.title);
    if (!hit.demonstration) node.querySelector(".tag").remove();
    for (const part of ["kind", "place", "period"]) {
      const place = node.querySelector(`.hit-${part}`);
      if (hit[part]) place.textContent = hit[part];
      else place.remove();
    }
    put(node.querySelector(".hit-text"), hit.excerpt);
    return node;
  }

  const chosen = () => filters.filter((select) => select.value);
  const within = (page, selects) => selects.every((select) => page[select.name] === select.value);

  /** Offers what the hits can be narrowed to, each with the number of hits that would be left. */
  function offer(pages) {
    for (const select of filters) {
      const rest = chosen().filter((one) => one !== select);
      const counts = new Map(select.value ? [[select.value, 0]] : []);
      for (const page of pages) {
        if (page[select.name] && within(page, rest)) counts.set(page[select.name], (counts.get(page[select.name]) ?? 0) + 1);
      }
      const values = [...counts].sort(select.name === "year" ? ([a], [b]) => b - a : ([, a], [, b]) => b - a);
      const value = select.value;
      select.length = 1;
      for (const [label, n] of values) select.add(new Option(fill(words.choice, { label, n }), label));
      select.value = value;
    }
    document.getElementById("search-filters").hidden = !pages.length;
  }

  let turn = 0;
  async function run() {
    const own = ++turn;
    const query = form.q.value.trim();
    list.replaceChildren();
    more.hidden = none.hidden = true;
    empty.hidden = Boolean(query);
    status.textContent = query ? words.searching : "";
    if (!query) return offer([]);
    const { pieces, pages } = await gongbaoSearch.find(query, load);
    if (own !== turn) return;
    offer(pages);
    const narrowed = chosen();
    let rest = pages.filter((page) => within(page, narrowed));
    let count = rest.length;

    /** Shows the next hits; returns how many. A page whose text does not answer the query is passed over. */
    async function next() {
      let shown = 0;
      const items = [];
      while (shown < STEP && rest.length) {
        const some = rest.slice(0, STEP - shown);
        rest = rest.slice(some.length);
        const hits = await Promise.all(some.map((page) => gongbaoSearch.show(page, pieces, load, Number(words.length))));
        count -= hits.filter((hit) => !hit).length;
        for (const hit of hits.filter(Boolean)) (shown += 1), items.push(item(hit));
      }
      if (own !== turn) return;
      const first = items[0]?.querySelector("a");
      list.append(...items);
      more.hidden = !rest.length;
      const none_left = narrowed.length ? words.noneFiltered : words.none;
      status.textContent = count ? fill(count === 1 ? words.one : words.count, { n: count }) : fill(none_left, { q: query });
      return first;
    }
    await next();
    more.onclick = async () => (await next())?.focus();
    none.hidden = count > 0;
    other.search = new URLSearchParams({ q: query });
  }

  const start = () => run().catch(() => (status.textContent = words.failed));

  /** Takes the state of the form from the address. */
  function read() {
    const asked = new URLSearchParams(location.search);
    form.q.value = asked.get("q") ?? "";
    for (const select of filters) {
      const value = asked.get(select.name) ?? "";
      select.length = 1;
      if (value) select.add(new Option(value, value));
      select.value = value;
    }
    start();
  }

  function write() {
    const asked = new URLSearchParams({ q: form.q.value.trim() });
    for (const select of chosen()) asked.set(select.name, select.value);
    // A browser that keeps addresses of files as they are still searches.
    try {
      history.pushState(null, "", `?${asked}`);
    } catch {}
    start();
  }

  let composing = false;
  form.addEventListener("compositionstart", () => (composing = true));
  form.addEventListener("compositionend", () => (composing = false));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!composing) write();
  });
  for (const select of filters) select.addEventListener("change", write);
  addEventListener("popstate", read);
  read();
}
