// Dragging a block by its head with the mouse or a pen, beside the buttons and the keyboard.

const FAR = 6; // pixels, so that a press is no drag
const EDGE = 90; // pixels from an end of the window where the page scrolls along

// `standing` gives the blocks in order; `drop` is told which block goes before or after which other.
export function offerDragging(list, standing, drop) {
  list.addEventListener("pointerdown", (event) => {
    const block = event.target.closest(".block-head h3")?.closest(".block");
    // A finger there scrolls the page: a swipe that carried a block away would do harm unseen.
    if (!block || event.button || !event.isPrimary || event.pointerType === "touch") {
      return;
    }
    event.preventDefault(); // or the words of the head are selected
    const ending = new AbortController();
    const { signal } = ending;
    let place; // where it would go: another block, and whether before it

    const end = () => {
      ending.abort();
      show(undefined);
      block.classList.remove("dragged");
    };
    const show = (next) => {
      place?.other.classList.remove("drop-before", "drop-after");
      next?.other.classList.add(next.isBefore ? "drop-before" : "drop-after");
      place = next;
    };
    document.addEventListener("pointermove", (now) => {
      if (Math.abs(now.clientY - event.clientY) > FAR || block.classList.contains("dragged")) {
        block.classList.add("dragged");
        scrollAlong(now.clientY);
        show(placeAt(now.clientY, standing(), block));
      }
    }, { signal });
    document.addEventListener("pointerup", () => {
      const to = place;
      end();
      if (to) {
        drop(block, to.other, to.isBefore);
      }
    }, { signal });
    document.addEventListener("pointercancel", end, { signal });
    document.addEventListener("keydown", (key) => key.key === "Escape" && end(), { signal });
  });
}

// Beside which block something at the height `y` would stand; nothing where that is its own place.
function placeAt(y, blocks, block) {
  const others = blocks.filter((one) => one !== block);
  const below = others.find((one) => y < middle(one));
  const own = blocks[blocks.indexOf(block) + 1];
  if (below === own || !others.length) {
    return undefined;
  }
  return below ? { other: below, isBefore: true } : { other: others.at(-1), isBefore: false };
}

function middle(block) {
  const { top, height } = block.getBoundingClientRect();
  return top + height / 2;
}

function scrollAlong(y) {
  const by = y < EDGE ? -1 : y > window.innerHeight - EDGE ? 1 : 0;
  window.scrollBy(0, 12 * by);
}
