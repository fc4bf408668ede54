// Check-in without waiting for the network: marks are kept on the phone and sent when they can be.
// Without this module the same page works with forms.

import { addMark, allMarks, forget, keepList, keptList, removeMarks } from "./check-in-store.js";
import { folder } from "./check-in-folding.js";

const words = document.getElementById("words-of-door")?.dataset;
const guests = document.getElementById("guests");
const pattern = document.getElementById("guest");
const search = document.getElementById("words");
const EVERY = 20_000; // milliseconds between looks at what others marked
const AT_ONCE = 500; // marks that the server takes at a time

let list = null; // as the server last said
let marks = []; // not sent yet
let finds = () => () => true;
let sending = null; // a promise while marks are on their way
let state = ""; // or "offline", or "signed-out"

const say = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
const own = (mark) => mark.user === Number(words.user);
const codeOf = (text) => text.toLowerCase().replace(/[^23456789abcdefghjkmnpqrstuvwxyz]/g, "");

// What stands of someone: the last mark on this phone, or else what the server said.
function standing(person) {
  const mark = marks.findLast((one) => own(one) && one.id === person.id && one.part === words.part);
  if (!mark) {
    return { here: person.here, waits: false };
  }
  const since = new Date(mark.at).toLocaleTimeString("ru", { hour: "2-digit", minute: "2-digit" });
  return { here: mark.here ? { since } : null, waits: true };
}

function show() {
  if (!list) {
    return;
  }
  const typed = search.value.trim();
  const byCode = typed && list.people.filter((person) => person.code === codeOf(typed));
  const fits = finds(typed);
  const found = byCode?.length ? byCode : list.people.filter((person) => !typed || fits(person.key));
  guests.replaceChildren(...found.map(line));
  document.getElementById("nobody").hidden = found.length > 0;
  const here = list.people.filter((person) => standing(person).here).length;
  document.getElementById("count").textContent = say(words.count, { here, total: list.people.length });
  showState();
}

function line(person) {
  const item = pattern.content.cloneNode(true).firstElementChild;
  const { here, waits } = standing(person);
  const link = item.querySelector("a");
  link.href = `${words.badge}${person.code}/`;
  link.textContent = person.name;
  item.querySelector("small").textContent = person.more;
  item.classList.toggle("here", Boolean(here));
  item.classList.toggle("waits", waits);
  const since = waits ? (here ? words.waits : words.back) : (here ? words.since : "");
  item.querySelector(".since").textContent = say(since, { time: here?.since });
  const button = item.querySelector("button");
  button.className = here ? "undo" : "mark-here";
  button.textContent = here ? words.undo : words.here;
  button.setAttribute("aria-label", `${button.textContent} ${person.name}`);
  button.addEventListener("click", () => mark(person, !here));
  return item;
}

async function mark(person, here) {
  const key = crypto.randomUUID();
  const at = new Date().toISOString();
  await addMark({ key, id: person.id, part: words.part, door: words.marks, here, at, user: Number(words.user) });
  marks = await allMarks();
  show();
  const focus = [...guests.querySelectorAll("a")].find((link) => link.href.endsWith(`/${person.code}/`));
  focus?.closest("li").querySelector("button").focus();
  await send();
}

// Sends what waits, in the order in which it was marked; a mark that comes twice counts once.
// One after another: what was marked, or became reachable, while others were on their way goes next.
async function send() {
  while (sending) {
    await sending;
  }
  sending = sendAll();
  try {
    await sending;
  } finally {
    sending = null;
  }
}

async function sendAll() {
  const waiting = marks.filter(own);
  if (!waiting.length) {
    return;
  }
  try {
    for (const door of new Set(waiting.map((one) => one.door))) {
      await sendTo(door, waiting.filter((one) => one.door === door).slice(0, AT_ONCE));
    }
  } catch {
    state = "offline";
  }
  marks = await allMarks();
  show();
}

async function sendTo(door, batch) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": words.token };
  const body = JSON.stringify(batch);
  const response = await fetch(door, { method: "POST", headers, body, redirect: "manual" });
  if (!response.ok) {
    state = response.status >= 500 ? "offline" : "signed-out";
    return;
  }
  state = "";
  const { results } = await response.json();
  for (const result of results) {
    const sent = batch.find((one) => one.key === result.key);
    const person = list?.people.find((one) => one.id === sent.id);
    if (person && sent.part === words.part) {
      person.here = result.here;
    }
    if (result.words) {
      tell(result.words);
    }
  }
  await removeMarks(batch);
  if (list) {
    await keepList(list);
  }
}

function tell(text) {
  const note = document.createElement("p");
  note.className = "note";
  note.textContent = text;
  document.getElementById("told").append(note);
}

// Whether there is a network, and what waits for it.
function showState() {
  const waiting = marks.filter(own).length;
  const others = marks.length - waiting;
  const sentences = [
    state === "offline" && words.offline,
    state === "signed-out" && words.signedOut,
    waiting && say(words.kept, { count: waiting }),
    others && say(words.other, { count: others }),
  ].filter(Boolean);
  const shown = document.getElementById("offline");
  shown.textContent = sentences.join(" ");
  shown.hidden = !sentences.length;
  if (state === "signed-out") {
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = words.signIn;
    shown.append(" ", link);
  }
}

// The list as it is now, with what others marked; without a network the kept one stays.
async function look() {
  try {
    const response = await fetch(words.list, { redirect: "manual" });
    if (response.ok) {
      list = await response.json();
      state = "";
      await keepList(list);
    } else if (response.status < 500) {
      state = "signed-out";
      await forget();
    }
  } catch {
    state = "offline";
  }
  if (list) {
    finds = folder(list.spellings, list.sounds);
  } else if (Date.parse(words.until) < Date.now()) {
    guests.replaceChildren(); // the page stayed open over midnight
  }
  show();
}

async function keepPage() {
  if (!navigator.serviceWorker) {
    return;
  }
  await navigator.serviceWorker.register(words.worker);
  const { active } = await navigator.serviceWorker.ready;
  if (list && !state) {
    const answer = new MessageChannel();
    answer.port1.onmessage = ({ data }) => { document.getElementById("kept").hidden = !data; };
    active.postMessage({ keep: `${words.door}?part=${words.part}` }, [answer.port2]);
  }
}

// A badge that was scanned without a network brings the kept page, at the address of the badge.
function showBadge() {
  const code = location.pathname.slice(words.badge.length).split("/")[0];
  if (location.pathname.startsWith(words.door) || !code) {
    if (location.pathname.endsWith("/walk-in/")) {
      tell(words.walkIn);
    }
    return;
  }
  search.value = code;
  if (list && !list.people.some((person) => person.code === code)) {
    tell(words.unknown);
    search.value = "";
  }
  show();
}

// Marks that wait would be lost with the list: who signs out is told, once.
async function leave(event) {
  event.preventDefault();
  await send();
  if (marks.some(own) && !event.target.dataset.told) {
    event.target.dataset.told = "yes";
    tell(say(words.lost, { count: marks.filter(own).length }));
    return;
  }
  await removeMarks(marks.filter(own));
  await forget();
  event.target.submit();
}

async function start() {
  marks = await allMarks();
  list = await keptList(words.training, words.part, Number(words.user));
  if (list) {
    finds = folder(list.spellings, list.sounds);
    show();
  }
  await look();
  showBadge();
  await send();
  await keepPage();
}

const again = async () => {
  await send();
  await look();
};

if (words && guests && window.indexedDB) {
  search.addEventListener("input", show);
  document.getElementById("find").addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("leave").addEventListener("submit", leave);
  window.addEventListener("online", again);
  window.addEventListener("offline", () => { state = "offline"; show(); });
  setInterval(again, EVERY);
  start();
}
