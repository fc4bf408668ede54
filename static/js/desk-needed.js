// Shows the inputs that the chosen kind needs. What is filled in stays in sight.

const NEEDED = [
  ["date_precision", {
    days: ["start_date", "end_date", "days_stated"],
    list: ["days", "days_stated"],
    no_year: ["month", "day", "end_month", "end_day"],
    month: ["year", "month", "end_year", "end_month"],
    season: ["season", "year"],
    year: ["year", "end_year", "is_ongoing"],
    relative: ["year"],
    unknown: [],
  }],
  ["sdg_framework", { goals: ["sdg_goals"], all: [] }],
  ["kind", {
    line: [], text: [], number: [], date: [], country: [], file: [],
    choice: ["options_typed"],
    choices: ["options_typed"],
  }],
];

export function showWhatIsNeeded(part) {
  for (const [chooser, needs] of NEEDED) {
    const select = part.querySelector(`.fieldset select[name="${chooser}"], .fieldset select[name$="-${chooser}"]`);
    const fieldset = select?.closest(".fieldset");
    const is_ours = select && [...select.options].every((option) => option.value === "" || option.value in needs);
    if (!is_ours || select.dataset.watched) {
      continue;
    }
    select.dataset.watched = "yes";
    const all = new Set(Object.values(needs).flat());
    const show = () => {
      for (const name of all) {
        const field = fieldset.querySelector(`.field-${name}`);
        if (field) {
          field.hidden = !needs[select.value]?.includes(name) && !isFilled(field);
        }
      }
      for (const line of fieldset.querySelectorAll(".line")) {
        line.hidden = [...line.children].every((field) => field.hidden);
      }
    };
    select.addEventListener("change", show);
    show();
  }
}

function isFilled(field) {
  const inputs = [...field.querySelectorAll("input, select, textarea")];
  return Boolean(field.querySelector(".errorlist"))
    || inputs.some((input) => (input.type === "checkbox" ? input.checked : input.value !== ""));
}
