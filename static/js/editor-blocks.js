// Adding, moving, taking out and putting back blocks at once, without waiting for the server.

import { makeChoices } from "./desk-choice.js";
import { offerDragging } from "./editor-drag.js";
import { arrangePicks } from "./editor-picks.js";

const PATTERN = "newblock"; // the key in the patterns of new blocks

export function arrangeBlocks(form, saving, enliven) {
  const list = document.getElementById("blocks");
  const status = document.getElementById("saved");
  const doing = { add, up: (block) => move(block, -1), down: (block) => move(block, 1), remove, back, quote: put, photo: put };

  const showPlaces = arrangePicks(form, changed);
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=do]");
    const [verb, first, second] = button?.value.split(":") ?? [];
    if (verb in doing) {
      event.preventDefault();
      doing[verb](verb === "add" ? first : document.getElementById(first), second, button);
    }
  });
  form.addEventListener("keydown", (event) => {
    const by = event.altKey && !event.defaultPrevented && { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const block = by && event.target.closest(".block");
    if (block) {
      event.preventDefault();
      move(block, by, undefined, document.activeElement);
    }
  });
  form.addEventListener("input", (event) => {
    const { target } = event;
    if (target.matches(".markdown, .headline, .lead")) {
      const part = target.matches(".markdown") ? "" : target.name;
      forgetOrigins(target.closest(".block, .text-head"), part, target.value);
    }
  });

  const standing = () => [...list.querySelectorAll(":scope > .block:not(.gone)")];

  function number() {
    standing().forEach((block, place, all) => {
      block.querySelector(".number").textContent = place + 1;
      block.querySelector("[value^='up:']").disabled = place === 0;
      block.querySelector("[value^='down:']").disabled = place === all.length - 1;
    });
  }

  function changed(said = "") {
    number();
    saving.touch();
    if (said) {
      status.textContent = said;
    }
  }

  function add(kind, after) {
    const key = `n${crypto.getRandomValues(new Uint32Array(1))[0].toString(16)}`;
    const pattern = document.querySelector(`template.pattern[data-kind="${kind}"]`);
    const held = document.createElement("template");
    held.innerHTML = pattern.innerHTML.replaceAll(PATTERN, key);
    const block = held.content.firstElementChild;
    const before = document.getElementById(after);
    if (before) {
      before.after(block);
    } else {
      list.prepend(block);
    }
    for (const open of form.querySelectorAll(".add-here[open]")) {
      open.open = false;
    }
    begin(block);
    changed();
    (block.querySelector("textarea, select:not([hidden]), .picture-list input") ?? block.querySelector("input:not([type=hidden])") ?? block).focus();
  }

  function begin(block) {
    enliven(block);
    makeChoices(block);
    showPlaces();
  }

  function move(block, by, _second, focused = document.activeElement) {
    const all = standing();
    const other = all[all.indexOf(block) + by];
    if (!other) {
      return;
    }
    place(block, other, by < 0);
    const target = focused?.disabled ? block.querySelector(".block-tools button:enabled") : focused;
    (block.contains(target) ? target : block).focus();
    block.scrollIntoView({ block: "nearest" });
  }

  function place(block, other, isBefore) {
    if (isBefore) {
      other.before(block);
    } else {
      other.after(block);
    }
    const all = standing();
    changed(form.dataset.moved.replace("{number}", all.indexOf(block) + 1).replace("{total}", all.length));
  }

  function remove(block) {
    block.classList.add("gone");
    set(block, "yes");
    block.querySelector(".put-back i").textContent = summary(block);
    block.querySelector(".put-back button").focus();
    changed(form.dataset.out);
  }

  function back(block) {
    block.classList.remove("gone");
    set(block, "");
    changed();
    block.focus();
  }

  const set = (block, value) => { block.querySelector(`[name="${block.id}-removed"]`).value = value; };

  // A quote or a photograph becomes a row of the record: the server does it, and draws the block anew.
  async function put(block, _second, button) {
    const told = await saving.save({ verb: button.value, files: true });
    if (told?.block) {
      const held = document.createElement("template");
      held.innerHTML = told.block;
      const made = held.content.firstElementChild;
      block.replaceWith(made);
      begin(made);
      number();
      made.focus();
    }
  }

  offerDragging(list, standing, place);
  number();
}

function summary(block) {
  const choice = block.querySelector("select[name$='-quote']")?.selectedOptions[0];
  const picture = block.querySelector(".picture-choice:has(:checked) span");
  const texts = [block.querySelector(".heading input").value, block.querySelector(".markdown")?.value, choice?.value && choice.text, picture?.textContent];
  return (texts.find(Boolean) ?? "").slice(0, 80);
}

// A sentence that was changed is not the record's any more.
function forgetOrigins(piece, part, typed) {
  const plain = (words) => words.split(/\s+/).filter(Boolean).join(" ");
  const text = plain(typed);
  for (const line of piece.querySelectorAll(`.origins li[data-part="${part}"]`)) {
    line.hidden = !text.includes(plain(line.dataset.sentence));
  }
}
