// Bold, italic, link, list, heading and quotation in Markdown: buttons over each text, and keys.

const KEYS = { b: "bold", i: "italic", k: "link" };
const AROUND = { bold: "**", italic: "*" };
const BEFORE = { list: "- ", heading: "## ", quotation: "> " };

export function offerMarks(part, askForAddress) {
  const pattern = document.getElementById("toolbar");
  for (const text of part.querySelectorAll("textarea.markdown")) {
    const bar = pattern.content.cloneNode(true).firstElementChild;
    bar.setAttribute("aria-controls", text.id);
    text.before(bar);
    const mark = (kind) => { text.focus(); set(text, kind, askForAddress); };
    bar.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) {
        mark(button.dataset.mark);
      }
    });
    walkWithArrows(bar);
    text.addEventListener("keydown", (event) => {
      const kind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && KEYS[event.key.toLowerCase()];
      if (kind) {
        event.preventDefault();
        mark(kind);
      }
    });
  }
}

// One stop for the tabulator, arrows inside: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/
function walkWithArrows(bar) {
  const buttons = [...bar.children];
  const choose = (place) => {
    buttons.forEach((button, number) => { button.tabIndex = number === place ? 0 : -1; });
  };
  choose(0);
  bar.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const place = buttons.indexOf(document.activeElement);
    if (by && place >= 0) {
      event.preventDefault();
      const next = (place + by + buttons.length) % buttons.length;
      choose(next);
      buttons[next].focus();
    }
  });
}

function set(text, kind, askForAddress) {
  if (kind in AROUND) {
    surround(text, AROUND[kind]);
  } else if (kind === "link") {
    link(text, askForAddress);
  } else {
    begin(text, BEFORE[kind]);
  }
}

// Typed by the browser itself, so that Ctrl+Z takes it back.
function type(text, words, from, to) {
  text.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, words)) {
    text.setRangeText(words, from, to, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function surround(text, sign) {
  const { selectionStart: from, selectionEnd: to, value } = text;
  const chosen = value.slice(from, to);
  const is_marked = value.slice(from - sign.length, from) === sign && value.slice(to, to + sign.length) === sign;
  if (is_marked) {
    type(text, chosen, from - sign.length, to + sign.length);
    text.setSelectionRange(from - sign.length, to - sign.length);
  } else {
    type(text, sign + chosen + sign, from, to);
    text.setSelectionRange(from + sign.length, to + sign.length);
  }
}

function link(text, askForAddress) {
  const { selectionStart: from, selectionEnd: to, value } = text;
  const chosen = value.slice(from, to);
  const is_address = /^(https?:\/\/|mailto:)\S+$/.test(chosen);
  const typed = is_address ? chosen : prompt(askForAddress, "https://");
  if (!typed) {
    return;
  }
  const words = is_address ? "" : chosen;
  type(text, `[${words}](${typed.trim()})`, from, to);
  if (!words) {
    text.setSelectionRange(from + 1, from + 1);
  }
}

// Before each line of the selection; taken away again where all have it.
function begin(text, sign) {
  const { value } = text;
  const from = value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  const end = value.indexOf("\n", text.selectionEnd);
  const to = end < 0 ? value.length : end;
  const lines = value.slice(from, to).split("\n");
  const all = lines.every((line) => line.startsWith(sign));
  const made = lines.map((line) => (all ? line.slice(sign.length) : sign + line)).join("\n");
  type(text, made, from, to);
}
