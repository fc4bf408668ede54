// The public page of the draft beside the text: brought anew after each save, without a flash.

export function showPreview(form) {
  const frame = document.getElementById("preview");
  if (!frame) {
    return () => {};
  }
  const part = frame.closest("details");
  let waits = false;

  // A link in the page would open inside the frame, where no other page may be.
  const leadElsewhere = () => {
    for (const link of frame.contentDocument?.querySelectorAll("a[href]") ?? []) {
      link.target = "_blank";
    }
  };
  frame.addEventListener("load", () => {
    leadElsewhere();
    // The head of the site says nothing about the text.
    frame.contentWindow.scrollTo(0, frame.contentDocument.querySelector("main")?.offsetTop ?? 0);
  });

  async function bring() {
    const is_shown = frame.offsetParent !== null && frame.contentDocument?.querySelector("main");
    if (!is_shown) {
      waits = true;
      return;
    }
    waits = false;
    const answer = await fetch(frame.src).catch(() => null);
    if (!answer?.ok || answer.redirected) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    frame.contentDocument.querySelector("main").replaceWith(page.querySelector("main"));
    leadElsewhere();
  }

  part.addEventListener("toggle", () => {
    if (part.open && waits) {
      waits = false;
      frame.contentWindow.location.reload();
    }
  });

  // Shows there what is being written here; the page of a draft names its blocks in comments.
  form.addEventListener("focusin", (event) => {
    const block = event.target.closest(".block:not(.gone)");
    const place = block?.querySelector(".number").textContent;
    const found = place && frame.offsetParent !== null && pieceOf(frame.contentDocument, place - 1);
    if (found) {
      const { top } = found.getBoundingClientRect();
      frame.contentWindow.scrollBy({ top: top - 40, behavior: calm ? "auto" : "smooth" });
    }
  });
  return bring;
}

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

function pieceOf(page, number) {
  // A page that is still on its way has no body yet.
  const comments = page?.body && page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT);
  while (comments?.nextNode()) {
    if (comments.currentNode.data === `block ${number}`) {
      return comments.currentNode.nextElementSibling;
    }
  }
  return null;
}
