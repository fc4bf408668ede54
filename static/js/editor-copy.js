// What was typed and is not saved yet, kept on this device until the server has it.

const WAIT = 400; // milliseconds after the last key

export function copies(form) {
  const name = `text-${form.dataset.text}-of-${form.dataset.user}`;
  const notice = document.getElementById("kept");
  let timer = 0;

  const entries = (of = form) => [...new FormData(of)].filter(([field, value]) => typeof value === "string" && field !== "csrfmiddlewaretoken");
  const words = (pairs) => JSON.stringify(pairs.filter(([field]) => field !== "version"));

  function now() {
    clearTimeout(timer);
    store(() => localStorage.setItem(name, JSON.stringify({ at: Date.now(), entries: entries() })));
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(now, WAIT);
  }

  function forget() {
    clearTimeout(timer);
    store(() => localStorage.removeItem(name));
  }

  // Whether something was typed before this script had come.
  function isTyped() {
    const drawn = form.cloneNode(true);
    drawn.reset();
    return words(entries(drawn)) !== words(entries());
  }

  // A page that was left before it was saved is offered the words back when it is opened again.
  function offer() {
    const held = store(() => JSON.parse(localStorage.getItem(name)));
    if (!held) {
      return;
    }
    // A later version that this account saved itself came from these words.
    const version = (pairs) => Number(pairs.find(([field]) => field === "version")?.[1]);
    const arrived = version(entries()) > version(held.entries) && form.dataset.savedBy === form.dataset.user;
    if (arrived || words(held.entries) === words(entries())) {
      forget();
      return;
    }
    notice.querySelector("[data-when]").textContent = new Date(held.at).toLocaleString(document.documentElement.lang);
    notice.querySelector("[data-back]").addEventListener("click", () => send(held.entries));
    notice.querySelector("[data-away]").addEventListener("click", () => { forget(); notice.hidden = true; });
    notice.hidden = false;
  }

  // The server draws the page from these words, and says so if a colleague saved others meanwhile.
  function send(pairs) {
    const again = document.createElement("form");
    again.method = "post";
    again.action = form.action;
    const token = ["csrfmiddlewaretoken", form.elements.namedItem("csrfmiddlewaretoken").value];
    for (const [field, value] of [token, ...pairs]) {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name: field, value });
      again.append(input);
    }
    document.body.append(again);
    again.submit();
  }

  return { now, soon, forget, offer, isTyped };
}

// A browser may forbid it, or have no room left.
function store(act) {
  try {
    return act();
  } catch {
    return null;
  }
}
