// Comfort for the forms of the desk. Without this file every form works: rows carry a number,
// one empty row waits under each heading, and all inputs for dates stand open.

import { makeChoices } from "./desk-choice.js";
import { arrangeRows } from "./desk-rows.js";
import { showWhatIsNeeded } from "./desk-needed.js";

document.documentElement.classList.add("scripted");

for (const group of document.querySelectorAll(".rows")) {
  arrangeRows(group);
}
makeChoices(document);
for (const part of document.querySelectorAll(".section, .row")) {
  showWhatIsNeeded(part);
}
document.addEventListener("formset:added", (event) => {
  showWhatIsNeeded(event.target);
  makeChoices(event.target);
});

// A section or a row may be folded when a link leads to it.
function openTheWay() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  for (let part = target; part; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement) {
      part.open = true;
    }
  }
}
addEventListener("hashchange", openTheWay);
openTheWay();

// A window to add something that was not found begins where one types, unless someone does already.
if (document.activeElement === document.body) {
  document.querySelector("body.popup form.page :is(input:not([type=hidden]), textarea)")?.focus();
}

// On a phone the rooms of the desk fold away.
const rooms = document.querySelector(".rooms details");
if (rooms && matchMedia("(max-width: 60rem)").matches) {
  rooms.open = false;
}

// Only one list of a filter stands open, and a click beside it closes it.
addEventListener("click", (event) => {
  for (const filter of document.querySelectorAll("details.filter[open]")) {
    if (!filter.contains(event.target)) {
      filter.open = false;
    }
  }
});
addEventListener("keydown", (event) => {
  const open = document.querySelector("details.filter[open]");
  if (event.key === "Escape" && open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

// Leaving a page with unsaved changes asks first.
const page = document.querySelector("form.page");
if (page) {
  let touched = false;
  page.addEventListener("change", () => { touched = true; });
  page.addEventListener("submit", () => { touched = false; });
  addEventListener("beforeunload", (event) => {
    if (touched) {
      event.preventDefault();
    }
  });
}
