// Shows the pieces of a bulletin and copies them, as formatted text or as their source. Where the files cannot be
// fetched (from the disk), they are shown in frames; the page says how to copy by hand.
"use strict";

// The copy event comes first: it works without HTTPS, and browsers leave its markup as it is, where the newer
// interface may take off styles.
function copyByEvent(types) {
  let done = false;
  const put = (event) => {
    for (const [type, text] of Object.entries(types)) event.clipboardData.setData(type, text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  addEventListener("copy", put, { capture: true, once: true });
  try {
    document.execCommand("copy");
  } catch {
    // The newer interface is asked next.
  }
  removeEventListener("copy", put, { capture: true });
  return done;
}

async function copy(types) {
  if (copyByEvent(types)) return true;
  try {
    const blobs = Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}

// What scrolls sideways is reached by keyboard, as tables of pages are; WeChat takes no attributes that say so.
function scrollable(element, host) {
  element.tabIndex = 0;
  element.setAttribute("role", "group");
  const label = element.querySelector("caption") ?? host.previousElementSibling;
  element.setAttribute("aria-label", label.textContent.trim());
}

// The page's policy allows no style in markup, which both pieces have; sheets and declarations that a script makes
// are not markup. The shadow tree keeps out the site's own styles.
function show(host, source) {
  const root = host.attachShadow({ mode: "open" });
  const css = source.match(/<style>([^]*?)<\/style>/);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${css?.[1] ?? ""} :focus-visible { outline: 3px solid; outline-offset: 2px }`);
  root.adoptedStyleSheets = [sheet];
  root.innerHTML = source.replace(css?.[0] ?? "", "").replaceAll(' style="', ' data-style="');
  for (const element of root.querySelectorAll("[data-style]")) {
    element.style.cssText = element.dataset.style;
    delete element.dataset.style;
    if (element.style.overflowX === "auto") scrollable(element, host);
  }
  return root.firstElementChild;
}

for (const piece of document.querySelectorAll(".piece")) {
  const host = piece.querySelector(".copy-preview");
  const status = piece.querySelector("[role=status]");
  // From the disk nothing can be fetched, and trying is an error.
  const asked = location.protocol === "file:" ? Promise.reject() : fetch(host.dataset.src);
  asked
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
    .then((source) => {
      const shown = show(host, source);
      piece.querySelector(".copy-buttons").hidden = false;
      for (const button of piece.querySelectorAll("button")) {
        button.addEventListener("click", async () => {
          const rich = { "text/html": source, "text/plain": shown.innerText };
          const done = await copy(button.dataset.as === "rich" ? rich : { "text/plain": source });
          status.textContent = done ? status.dataset.done : status.dataset.failed;
        });
      }
    })
    .catch(() => {
      const frame = document.createElement("iframe");
      frame.src = host.dataset.src;
      frame.title = piece.querySelector("h2").textContent;
      host.append(frame);
    })
    .finally(() => {
      piece.querySelector(".copy-shown").hidden = false;
    });
}
