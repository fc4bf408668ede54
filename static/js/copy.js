// A button beside each link that offers words to copy, or in its stead, and the device's own way to
// share a page where it has one. Without this the links lead to the words and to the page.

const SHOWN = 2500; // milliseconds for which the button says that it is done

if (navigator.clipboard) {
  for (const link of document.querySelectorAll("a[data-copy]")) {
    const made = button(link.dataset);
    if ("instead" in link.dataset) link.replaceWith(made);
    else link.after(" ", made);
  }
}

if (navigator.share) {
  for (const share of document.querySelectorAll("button[data-share]")) {
    share.closest("[hidden]").hidden = false;
    share.addEventListener("click", () => send(share.dataset));
  }
}

async function send({ share, title }) {
  try {
    await navigator.share({ title, url: share });
  } catch {
    // Whoever closes the list of the device shares nothing, which is no fault.
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
