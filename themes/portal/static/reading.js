// Text size and elder mode (长者模式), kept from page to page. Loaded before the page is painted, so that nothing
// jumps. Pages are whole without it, and its buttons are hidden then. Where storage is refused, as it may be on a
// page opened from the disk, a choice holds for its page.
"use strict";
{
  const root = document.documentElement;
  const choice = {};

  const recall = () => {
    try {
      choice.text = localStorage.getItem("gongbao-text");
      choice.elder = localStorage.getItem("gongbao-elder");
    } catch {}
  };

  const keep = () => {
    try {
      localStorage.setItem("gongbao-text", choice.text);
      localStorage.setItem("gongbao-elder", choice.elder);
    } catch {}
  };

  const show = () => {
    const size = ["large", "largest"].includes(choice.text) ? choice.text : "standard";
    const elder = choice.elder === "on";
    root.dataset.text = size;
    root.toggleAttribute("data-elder", elder);
    for (const button of document.querySelectorAll(".reading [data-choice]")) {
      const chosen = button.dataset.choice === "elder" ? elder : button.dataset.choice === size;
      button.setAttribute("aria-pressed", chosen);
    }
  };

  recall();
  show();
  document.addEventListener("DOMContentLoaded", show);
  // A page that the browser had put aside comes back as it was left.
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      recall();
      show();
    }
  });
  document.addEventListener("click", (event) => {
    const chosen = event.target.closest(".reading [data-choice]")?.dataset.choice;
    if (!chosen) return;
    if (chosen === "elder") {
      choice.elder = choice.elder === "on" ? "off" : "on";
      choice.text = choice.elder === "on" ? "largest" : "standard";
    } else {
      choice.text = chosen;
    }
    keep();
    show();
  });
}
