
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent.trim();
  };
  const order = (a, b) => {
    const numbers = [Number(a), Number(b)];
    return numbers.some(Number.isNaN) ? a.localeCompare(b) : numbers[0] - numbers[1];
  };
  const sort = (table, column, head) => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => (up ? 1 : -1) * order(value(a, column), value(b, column)));
    table.tBodies[0].append(...rows);
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => sort(table, column, head));
    });
  }
  const answers = [...document.querySelectorAll(".answer")];
  const filter = () => {
    const wanted = byId("search").value.trim().toLowerCase();
    const kind = byId("kind").value;
    let shown = 0;
    for (const answer of answers) {
      const fits = answer.textContent.toLowerCase().includes(wanted) && (!kind || answer.dataset.kind === kind);
      answer.hidden = !fits;
      shown += fits;
    }
    for (const ask of document.querySelectorAll(".ask")) {
      ask.hidden = !ask.querySelector(".answer:not([hidden])");
    }
    byId("count").textContent = `${shown} of ${answers.length} shown`;
  };
  const reveal = () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    byId("search").value = "";
    byId("kind").value = "";
    filter();
    target.scrollIntoView();
  };
  if (answers.length) {
    byId("tools").hidden = false;
    byId("search").addEventListener("input", filter);
    byId("kind").addEventListener("change", filter);
    window.addEventListener("hashchange", reveal);
    filter();
  }
})();
