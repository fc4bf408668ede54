// Telling the server that the text is open here, and hearing who else has it open.

const EVERY = 15_000; // milliseconds; the server forgets after 45 seconds

export function watchPresence(form, saving) {
  const address = new URL("../open/", form.action);
  const others = document.getElementById("others");

  const body = (more = {}) => new URLSearchParams({ csrfmiddlewaretoken: saving.token.value, ...more });

  async function tell() {
    const before = saving.version();
    const answer = await fetch(address, { method: "POST", body: body() }).catch(() => null);
    if (!answer?.ok || answer.redirected) {
      return;
    }
    const told = await answer.json();
    others.textContent = told.others;
    const is_ours = saving.busy() || saving.version() !== before || saving.stopped();
    if (told.version > before && !is_ours) {
      saving.overtaken(told);
    }
  }

  setInterval(() => { if (!document.hidden) { tell(); } }, EVERY);
  addEventListener("pagehide", () => navigator.sendBeacon(address, body({ closed: "1" })));
}
