// Choosing from a long list by typing: a combobox over the select that the form sends.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

const WAIT = 200; // milliseconds after the last key before the list is asked for
const words = document.getElementById("desk-words")?.dataset ?? {};

export function makeChoices(part) {
  for (const select of part.querySelectorAll("select.choice")) {
    if (!select.dataset.made) {
      select.dataset.made = "yes";
      makeChoice(select);
    }
  }
}

function make(tag, attributes = {}, text = "") {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.textContent = text;
  return element;
}

function makeChoice(select) {
  const several = select.multiple;
  const box = make("div", { class: "choice-box" });
  const chosen = make("ul", { class: "chosen", hidden: "" });
  const input = make("input", {
    type: "text", role: "combobox", id: `${select.id}_typed`, autocomplete: "off", autocapitalize: "off",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${select.id}_list`,
    placeholder: words.typing ?? "",
  });
  const list = make("ul", { role: "listbox", id: `${select.id}_list`, class: "choices", hidden: "" });
  const status = make("p", { role: "status", class: "choice-status", hidden: "" });
  const clear = make("button", { type: "button", class: "clear-choice", "aria-label": words.clear ?? "", title: words.clear ?? "", hidden: "" }, "×");
  for (const name of ["aria-describedby", "aria-invalid", "aria-label"]) {
    if (select.hasAttribute(name)) {
      input.setAttribute(name, select.getAttribute(name));
    }
  }
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  if (label) {
    label.htmlFor = input.id;
    label.id ||= `${select.id}_label`;
    list.setAttribute("aria-labelledby", label.id);
  }
  // Both lie over the page: if they took room in it, what stands below would move away
  // from under the mouse just as it is pressed.
  const over = make("div", { class: "choice-over" });
  over.append(list, status);
  box.append(chosen, input, clear, over);
  select.after(box);
  select.hidden = true;

  let current = -1;
  let looked_for = "";
  let timer = 0;
  let asked = null;

  const picked = () => [...select.options].filter((option) => option.selected && option.value !== "");
  const changed = () => select.dispatchEvent(new Event("change", { bubbles: true }));

  function show() {
    const options = picked();
    if (several) {
      chosen.replaceChildren(...options.map((option) => {
        const item = make("li", {}, option.text);
        const remove = make("button", { type: "button", "aria-label": `${words.remove ?? "×"}: ${option.text}` }, "×");
        remove.addEventListener("click", () => { option.remove(); changed(); show(); input.focus(); });
        item.append(remove);
        return item;
      }));
      chosen.hidden = options.length === 0;
      input.value = "";
    } else {
      input.value = options[0]?.text ?? "";
      clear.hidden = !options.length || select.dataset.required === "true";
    }
  }

  function close() {
    stay();
    list.hidden = true;
    status.hidden = true;
    current = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(index) {
    const items = [...list.children];
    items[current]?.setAttribute("aria-selected", "false");
    current = items.length ? (index + items.length) % items.length : -1;
    const item = items[current];
    if (item) {
      item.setAttribute("aria-selected", "true");
      item.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", item.id);
    }
  }

  function choose(id, text) {
    if (!several) {
      select.replaceChildren(...[...select.options].filter((option) => option.value === ""));
    }
    const known = [...select.options].find((option) => option.value === id);
    const option = known ?? new Option(text, id, false, true);
    if (!known) {
      select.add(option);
    }
    option.selected = true;
    looked_for = "";
    close();
    show();
    input.select(); // so that typing again begins anew
    changed();
  }

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const { url, appLabel, modelName, fieldName } = select.dataset;
    const typed = !several && input.value === (picked()[0]?.text ?? "") ? "" : input.value;
    const query = new URLSearchParams({ term: typed, app_label: appLabel, model_name: modelName, field_name: fieldName });
    let found;
    try {
      const answer = await fetch(`${url}?${query}`, { signal: asked.signal, headers: { Accept: "application/json" } });
      found = await answer.json();
    } catch (error) {
      if (error.name !== "AbortError") {
        tell(words.failed);
      }
      return;
    }
    list.replaceChildren(...found.results.map(({ id, text }, index) => {
      const item = make("li", { role: "option", id: `${list.id}_${index}`, "aria-selected": "false" }, text);
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); stay(); });
      item.addEventListener("click", () => choose(id, text));
      return item;
    }));
    list.hidden = found.results.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    tell(found.results.length === 0 ? words.nothing : found.pagination.more ? words.more : "");
    mark(0);
  }

  function tell(text) {
    status.textContent = text ?? "";
    status.hidden = !text;
  }

  // What is under a mouse that is pressed is not exchanged before it is let go.
  function stay() {
    clearTimeout(timer);
    asked?.abort();
  }

  function askSoon(wait = WAIT) {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  }

  input.addEventListener("input", () => askSoon());
  input.addEventListener("click", () => { if (list.hidden) { askSoon(0); } });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => {
    if (!several && input.value === "" && select.dataset.required !== "true" && picked().length) {
      clear.click();
    }
    close();
    if (several) {
      input.value = ""; // the chosen ones stay as they are: one may be just under the mouse
    } else {
      show();
    }
  });
  input.addEventListener("keydown", (event) => {
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) {
        mark(current + (event.key === "ArrowDown" ? 1 : -1));
      } else {
        askSoon(0);
      }
    } else if (event.key === "Enter") {
      event.preventDefault(); // never sends the long form by accident
      if (open) {
        list.children[current]?.click();
      }
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      close();
      show();
    } else if (event.key === "Backspace" && several && input.value === "") {
      chosen.lastElementChild?.querySelector("button").click();
    }
  });
  clear.addEventListener("click", () => {
    for (const option of [...select.options]) {
      if (option.value === "") {
        option.selected = true;
      } else {
        option.remove();
      }
    }
    show();
    changed();
  });
  // The window to add what was not found begins with the words typed here.
  input.addEventListener("input", () => { looked_for = input.value; });
  const add = box.closest(".related-widget-wrapper")?.querySelector(".add-related");
  add?.addEventListener("click", () => {
    const address = new URL(add.href);
    address.searchParams.set("typed", looked_for);
    add.href = address;
    looked_for = "";
  });
  // A row made in a window of its own is put into the select by Django's script.
  new MutationObserver(show).observe(select, { childList: true, subtree: true, characterData: true });
  show();
}
