// Saving the draft by itself every few seconds. What could not be saved stays on the page and on
// this device, and the page says so.

import { copies } from "./editor-copy.js";

const WAIT = 2000; // milliseconds after the last key
const AT_MOST = 8000; // milliseconds that words wait while someone goes on typing
const AGAIN = 10_000; // milliseconds before a server that did not answer is asked again

export function keepSaving(form, showPreview) {
  const version = form.elements.namedItem("version");
  const token = form.elements.namedItem("csrfmiddlewaretoken");
  const status = document.getElementById("saved");
  const refusal = document.getElementById("refusal");
  const way = refusal.querySelector("[data-place]"); // to the block that was refused
  const signedOut = document.getElementById("signed-out");
  const copy = copies(form);
  let changes = 0;
  let kept = 0;
  let since = 0;
  let timer = 0;
  let busy = null;
  let stopped = !refusal.hidden && !refusal.querySelector("[data-ways]").hidden;
  let leaving = false;

  const dirty = () => changes !== kept;
  const say = (text) => { status.textContent = text; };

  function touch() {
    changes += 1;
    since ||= Date.now();
    copy.soon();
    plan(Math.min(WAIT, Math.max(0, since + AT_MOST - Date.now())));
  }

  function plan(wait) {
    clearTimeout(timer);
    if (!stopped) {
      timer = setTimeout(() => save(), wait);
    }
  }

  // One save at a time: the next one goes on from the version that this one makes.
  async function save(options = {}) {
    while (busy) {
      await busy;
    }
    busy = send(options);
    try {
      return await busy;
    } finally {
      busy = null;
    }
  }

  function body({ verb = "save", files = false }) {
    const data = new FormData(form);
    for (const [name, value] of [...data]) {
      if (value instanceof File && (!files || !value.size)) {
        data.delete(name);
      }
    }
    data.set("do", verb);
    return data;
  }

  async function send(options) {
    clearTimeout(timer);
    const sent = changes;
    say(form.dataset.saving);
    let answer;
    try {
      answer = await post(options);
    } catch {
      say(form.dataset.failed);
      plan(AGAIN);
      return null;
    }
    if (answer.status === 403 && await renew()) {
      answer = await post(options);
    }
    const told = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : null;
    if (answer.ok && told) {
      return done(told, sent);
    }
    refuse(answer, told, Boolean(options.verb));
    return null;
  }

  const post = (options) => fetch(form.action, { method: "POST", body: body(options), headers: { Accept: "application/json" } });

  function done(told, sent) {
    version.value = told.version;
    kept = sent;
    since = 0;
    stopped = false;
    refusal.hidden = true;
    signedOut.hidden = true;
    say(told.saved);
    document.getElementById("others").textContent = told.others;
    document.getElementById("discard").hidden = !told.pending;
    if (dirty()) {
      plan(WAIT);
    } else {
      copy.forget();
    }
    showPreview();
    return told;
  }

  function refuse(answer, told, was_pressed) {
    copy.now();
    if (told && answer.status === 409) {
      overtaken(told);
    } else if (told?.said) {
      show(told.said, false, told.place);
      if (told.place && was_pressed) {
        goTo(told.place);
      }
    } else if (answer.redirected || answer.status === 403) {
      stopped = true;
      say("");
      signedOut.hidden = false;
    } else {
      say(form.dataset.refused);
      plan(AGAIN);
    }
  }

  function overtaken(told) {
    stopped = true;
    document.getElementById("keep").value = `keep:${told.version}`;
    show(told.said, true);
  }

  function show(said, with_ways, place = "") {
    way.hash = place;
    way.hidden = !place;
    way.textContent = way.dataset.words;
    refusal.querySelector("[data-more]").replaceChildren();
    say("");
    refusal.querySelector("[data-said]").textContent = said;
    refusal.querySelector("[data-ways]").hidden = !with_ways;
    refusal.hidden = false;
  }

  // The key of the page went with the old session; a new page has the new one.
  async function renew() {
    const answer = await fetch(form.action);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector("#text_form [name=csrfmiddlewaretoken]");
    if (found) {
      token.value = found.value;
    }
    return Boolean(found);
  }

  form.addEventListener("input", touch);
  form.addEventListener("change", touch);
  signedOut.querySelector("[data-again]").addEventListener("click", async () => {
    if (await renew().catch(() => false)) {
      save();
    }
  });
  document.getElementById("take").addEventListener("click", () => { leaving = true; copy.forget(); });

  form.addEventListener("submit", async (event) => {
    const value = event.submitter?.value ?? "save";
    if (value === "save" || value.startsWith("keep:")) {
      event.preventDefault();
      save({ verb: value });
    } else if (busy) {
      event.preventDefault();
      await busy;
      form.requestSubmit(event.submitter);
    } else {
      leaving = true;
      clearTimeout(timer);
      copy.now();
    }
  });

  addEventListener("beforeunload", (event) => {
    if (dirty() && stopped && !leaving) {
      event.preventDefault();
    }
  });
  addEventListener("pagehide", () => {
    if (dirty() && !leaving && !stopped && !busy) {
      copy.now();
      fetch(form.action, { method: "POST", body: body({}), headers: { Accept: "application/json" }, keepalive: true }).catch(() => {});
    }
  });

  if (!refusal.hidden && !way.hidden) {
    goTo(way.hash.slice(1));
  }
  if (stopped) {
    copy.now(); // the page shows what was refused, and the server has not got it
  } else {
    copy.offer();
    if (copy.isTyped()) {
      touch();
    }
  }
  return { touch, save, overtaken, token, version: () => Number(version.value), busy: () => Boolean(busy), stopped: () => stopped };
}

// The input or the block that something is said of, in sight and ready to be changed.
function goTo(place) {
  const target = document.getElementById(place);
  const folded = target?.closest("details");
  if (folded) {
    folded.open = true;
  }
  target?.focus();
}
