// Makes every table of class "sortable" sort its rows by the column whose head is pressed.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const descending = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent;
      const compare = (a, b) => value(a).localeCompare(value(b), "en", { numeric: true });
      const number = (row) => parseFloat(value(row));
      const numeric = [...body.rows].every((row) => !Number.isNaN(Number(value(row))));
      const rows = [...body.rows].sort(numeric ? (a, b) => number(a) - number(b) : compare);
      body.append(...(descending ? rows.reverse() : rows));
    });
  });
}
