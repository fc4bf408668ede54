// Rows of a form: adding one, removing a new one, and moving with buttons instead of dragging.

export function arrangeRows(group) {
  const list = group.querySelector(".row-list");
  const pattern = group.querySelector("template");
  const total = group.querySelector("input[name$=-TOTAL_FORMS]");
  for (const row of list.children) {
    addTools(row, list);
  }
  refresh(list);
  if (!pattern) {
    return;
  }
  const addRow = group.querySelector(".add-row");
  addRow.hidden = false;
  addRow.firstElementChild.addEventListener("click", () => {
    const waiting = [...list.children].find(isUntouched);
    const row = waiting ?? add(pattern, list, total);
    // Short rows don't fold.
    const folded = row.querySelector(":scope > details");
    if (folded) {
      folded.open = true;
    }
    row.querySelector("input:not([type=hidden]), select:not([hidden]), textarea")?.focus();
  });
  // The empty row is for those without this script; here the button brings it.
  for (const row of [...list.children].filter(isUntouched)) {
    row.remove();
    total.value = Number(total.value) - 1;
  }
  refresh(list);
}

function isUntouched(row) {
  return !row.classList.contains("saved") && !row.classList.contains("wrong") && !row.dataset.touched
    && !row.querySelector(":is(details[open], .flat) .errorlist") && !isFilled(row);
}

function isFilled(row) {
  const inputs = [...row.querySelectorAll("input, textarea, select")];
  return inputs.some((input) => {
    if (input.type === "hidden" || !input.name || input.name.endsWith("-order")) {
      return false;
    }
    if (input.type === "checkbox") {
      return input.checked !== input.defaultChecked;
    }
    if (input instanceof HTMLSelectElement) {
      return [...input.options].some((option) => option.selected && !option.defaultSelected && option.value)
        || (input.classList.contains("choice") && input.value !== "");
    }
    return input.value.trim() !== "";
  });
}

function add(pattern, list, total) {
  const number = Number(total.value);
  const copy = pattern.content.cloneNode(true);
  for (const element of copy.querySelectorAll("*")) {
    for (const attribute of [...element.attributes]) {
      if (attribute.value.includes("__prefix__")) {
        element.setAttribute(attribute.name, attribute.value.replaceAll("__prefix__", number));
      }
    }
  }
  const row = copy.firstElementChild;
  row.dataset.touched = "new";
  list.append(copy);
  total.value = number + 1;
  addTools(row, list);
  refresh(list);
  row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: list.parentElement.dataset.prefix } }));
  return row;
}

// A row that is not saved yet is called by what was typed in it first, so that it can be told
// from its neighbours when it is folded or when the page comes back refused. Always on one line,
// so that nothing below moves away just as the mouse is pressed on it.
function callByContent(row) {
  const title = row.querySelector(":scope > details > summary > .new");
  if (!title) {
    return;
  }
  title.dataset.empty ??= title.textContent;
  const texts = [...row.querySelectorAll(".row-body :is(input[type=text], textarea, select)")]
    .filter((input) => input.name)
    .map((input) => (input instanceof HTMLSelectElement ? chosen(input) : input.value).trim());
  title.textContent = texts.find(Boolean) ?? title.dataset.empty;
}

// What was chosen; nothing where a short list still stands as it came.
function chosen(select) {
  const option = select.selectedOptions[0];
  const ours = select.classList.contains("choice") || !option?.defaultSelected;
  return select.value && ours ? option.text : "";
}

function addTools(row, list) {
  callByContent(row);
  row.addEventListener("change", () => callByContent(row));
  const numbered = row.querySelector("input[name$=-order]");
  const tools = document.createElement("div");
  tools.className = "row-tools";
  if (numbered) {
    tools.append(button("↑", "up", () => move(row, list, -1)), button("↓", "down", () => move(row, list, 1)));
  }
  if (!row.classList.contains("saved")) {
    tools.append(button("×", "remove", () => takeOut(row, list)));
  }
  if (tools.children.length) {
    row.append(tools);
  }
}

function button(sign, kind, act) {
  const words = document.getElementById("desk-words")?.dataset ?? {};
  const made = document.createElement("button");
  made.type = "button";
  made.className = kind;
  made.textContent = sign;
  made.setAttribute("aria-label", words[kind] ?? kind);
  made.title = words[kind] ?? kind;
  made.addEventListener("click", act);
  return made;
}

function move(row, list, by) {
  const rows = [...list.children];
  const other = rows[rows.indexOf(row) + by];
  if (!other) {
    return;
  }
  if (by < 0) {
    other.before(row);
  } else {
    other.after(row);
  }
  number(list);
  row.closest("form").dispatchEvent(new Event("change"));
  const pressed = row.querySelector(by < 0 ? ".row-tools .up" : ".row-tools .down");
  (pressed.disabled ? row.querySelector(".row-tools button:enabled") : pressed)?.focus();
}

function takeOut(row, list) {
  const total = list.parentElement.querySelector("input[name$=-TOTAL_FORMS]");
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const gone = numberOf(row);
  row.remove();
  // The server counts the rows from 0 without a gap: those after the gap move up.
  const later = [...list.children].filter((one) => numberOf(one) > gone);
  for (const one of later.sort((one, other) => numberOf(one) - numberOf(other))) {
    rename(one, numberOf(one) - 1);
  }
  total.value = Number(total.value) - 1;
  refresh(list);
  (next?.querySelector(".row-tools button:enabled") ?? list.parentElement.querySelector(".add"))?.focus();
}

function numberOf(row) {
  return Number(row.id.slice(row.id.lastIndexOf("-") + 1));
}

function rename(row, number) {
  const prefix = row.id.slice(0, row.id.lastIndexOf("-"));
  const old = `${prefix}-${numberOf(row)}`;
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of ["id", "name", "for", "list", "aria-controls", "aria-describedby", "aria-labelledby"]) {
      const value = element.getAttribute(attribute);
      if (value?.includes(old)) {
        element.setAttribute(attribute, value.replaceAll(`${old}-`, `${prefix}-${number}-`).replace(new RegExp(`${old}$`), `${prefix}-${number}`));
      }
    }
  }
}

function number(list) {
  [...list.children].forEach((row, place) => {
    const input = row.querySelector("input[name$=-order]");
    if (input) {
      input.value = place;
    }
  });
  refresh(list);
}

function refresh(list) {
  const rows = [...list.children];
  rows.forEach((row, place) => {
    const up = row.querySelector(".row-tools .up");
    if (up) {
      up.disabled = place === 0;
      row.querySelector(".row-tools .down").disabled = place === rows.length - 1;
    }
    const input = row.querySelector("input[name$=-order]");
    if (input && row.dataset.touched === "new" && place > 0) {
      const before = rows.slice(0, place).map((one) => Number(one.querySelector("input[name$=-order]")?.value ?? 0));
      input.value = Math.max(Number(input.value), ...before.map((last) => last + 1));
      row.dataset.touched = "numbered";
    }
  });
}
