// Moving what a block picked among the others that it picked: with buttons, or Alt and an arrow.

// `changed` is told where something stands now. Gives what shows anew which buttons have a use.
export function arrangePicks(form, changed) {
  const picked = (list) => [...list.querySelectorAll(":scope > .pick:has(:checked)")];

  function move(pick, by, focused) {
    const all = picked(pick.parentElement);
    const place = all.indexOf(pick) + by;
    const other = all[place];
    if (!pick.querySelector(":checked") || !other) {
      return;
    }
    if (by < 0) {
      other.before(pick);
    } else {
      other.after(pick);
    }
    show();
    changed(form.dataset.placed.replace("{number}", place + 1).replace("{total}", all.length));
    (focused.disabled ? pick.querySelector(".place-tools button:enabled") : focused).focus();
    pick.scrollIntoView({ block: "nearest" });
  }

  function show() {
    for (const list of new Set([...form.querySelectorAll(".pick")].map((pick) => pick.parentElement))) {
      picked(list).forEach((pick, place, all) => {
        const [up, down] = pick.querySelectorAll(".place-tools button");
        up.disabled = place === 0;
        down.disabled = place === all.length - 1;
      });
    }
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest(".place-tools button");
    if (button) {
      event.preventDefault();
      move(button.closest(".pick"), button.value.startsWith("earlier") ? -1 : 1, button);
    }
  });
  form.addEventListener("keydown", (event) => {
    const by = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const pick = by && event.target.closest(".pick");
    if (pick) {
      event.preventDefault(); // the block stays where it is
      move(pick, by, event.target);
    }
  });
  form.addEventListener("change", (event) => event.target.closest(".pick") && show());
  show();
  return show;
}
