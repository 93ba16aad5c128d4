"use strict";
// Sorts and filters the table of awards; without it the table is whole and in the dataset's order.
(() => {
  const table = document.querySelector("table.awards");
  if (!table) return;
  const lang = document.documentElement.lang;
  const collator = new Intl.Collator(lang, { numeric: true, sensitivity: "base" });
  const numbers = new Intl.NumberFormat(lang);
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const texts = new Map(rows.map((row) => [row, row.textContent.toLocaleLowerCase(lang)]));
  const heads = [...table.tHead.rows[0].cells];

  const value = (row, column) => {
    const cell = row.cells[column];
    return (cell.dataset.value ?? cell.textContent).trim();
  };

  // Cells without a value come last whichever way the column is sorted.
  const compare = (column, kind, sign) => (one, other) => {
    const [a, b] = [value(one, column), value(other, column)];
    if (a === "" || b === "") return (a === "") - (b === "");
    return sign * (kind === "number" ? Number(a) - Number(b) : collator.compare(a, b));
  };

  const sort = (head, column) => {
    const order = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    for (const each of heads) each.setAttribute("aria-sort", each === head ? order : "none");
    rows.sort(compare(column, head.dataset.kind, order === "ascending" ? 1 : -1));
    body.append(...rows);
  };

  heads.forEach((head, column) => {
    head.querySelector("button").addEventListener("click", () => sort(head, column));
  });

  const form = document.querySelector(".filters");
  const search = document.getElementById("by-text");
  const choices = [...form.querySelectorAll("select")];
  const nothing = document.querySelector(".nothing");
  const shown = document.getElementById("shown");

  const fits = (row, words) =>
    words.every((word) => texts.get(row).includes(word)) &&
    choices.every(({ value, dataset: { filter } }) => {
      if (value === "") return true;
      const held = row.dataset[filter];
      return filter === "point" ? held.split(" ").includes(value) : held === value;
    });

  const filter = () => {
    const words = search.value.toLocaleLowerCase(lang).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      row.hidden = !fits(row, words);
      count += !row.hidden;
    }
    shown.textContent = numbers.format(count);
    nothing.hidden = count > 0;
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.hidden = false;
  filter();
})();
