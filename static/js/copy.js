// A button beside each link that offers words to copy. Without this the link leads to the words.

const SHOWN = 2500; // milliseconds for which the button says that it is done

if (navigator.clipboard) {
  for (const link of document.querySelectorAll("a[data-copy]")) {
    link.after(" ", button(link.dataset));
  }
}

function button({ copy, label, done }) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "copy";
  made.setAttribute("aria-live", "polite");
  made.textContent = label;
  made.addEventListener("click", async () => {
    await navigator.clipboard.writeText(copy);
    made.textContent = done;
    setTimeout(() => (made.textContent = label), SHOWN);
  });
  return made;
}
