// Shows a question only to whom it is for. Without this module a line above it says so.

const form = document.querySelector("main form[method=post]");
const asked = [...(form?.querySelectorAll(".question[data-countries]") ?? [])];

const fits = (words, value) => !words.trim() || words.split(" ").filter(Boolean).includes(value);

const show = () => {
  const given = new FormData(form);
  const category = given.get("category") ?? "";
  const country = given.get("country") ?? "";
  for (const one of asked) {
    one.hidden = !(fits(one.dataset.categories, category) && fits(one.dataset.countries, country));
  }
};

if (asked.length) {
  form.addEventListener("change", show);
  // A browser that goes back fills in the form after this module has run.
  window.addEventListener("pageshow", show);
  show();
}
