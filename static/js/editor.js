// Comfort for writing a text. Without it the same form works: every button sends the whole draft.

import { arrangeBlocks } from "./editor-blocks.js";
import { offerMarks } from "./editor-marks.js";
import { showPreview } from "./editor-preview.js";
import { keepSaving } from "./editor-saving.js";
import { watchPresence } from "./editor-presence.js";

const form = document.getElementById("text_form");
if (form) {
  const saving = keepSaving(form, showPreview(form));
  offerMarks(form, form.dataset.link);
  arrangeBlocks(form, saving, (block) => offerMarks(block, form.dataset.link));
  watchPresence(form, saving);
}
