// Adds the reader's own time to the hours of sessions that can be joined from elsewhere. Without this
// module the hours stand with the zone they are in.

const agenda = document.querySelector(".agenda[data-own]");
const language = document.documentElement.lang;
const hour = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short" });
// The clock that stands in the page, whatever zone it is of.
const there = (text) => text.slice(0, 16);
const here = (moment) => {
  const shifted = new Date(moment - moment.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
};

for (const time of agenda?.querySelectorAll("time[data-until]") ?? []) {
  const begins = new Date(time.dateTime);
  const own = here(begins);
  if (own === there(time.dateTime)) continue;
  const said = document.createElement("span");
  said.className = "own-time";
  const until = time.dataset.until && `–${hour.format(new Date(time.dataset.until))}`;
  const another = own.slice(0, 10) !== time.dateTime.slice(0, 10) ? `${day.format(begins)}, ` : "";
  said.textContent = `${another}${hour.format(begins)}${until} ${agenda.dataset.own}`;
  time.after(" ", said);
}
