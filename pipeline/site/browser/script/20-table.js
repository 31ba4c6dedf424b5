/** Sorts, filters and downloads the table of a page. Its state stands after `#`, so that a link gives the same view. */
(() => {
  const form = document.querySelector("form#controls");
  const table = document.querySelector("table#rows");
  if (!(form instanceof HTMLFormElement) || !(table instanceof HTMLTableElement)) return;
  const body = table.tBodies[0];
  const words = form.querySelector("#words");
  const count = form.querySelector("#count");
  if (body === undefined || !(words instanceof HTMLInputElement) || !(count instanceof HTMLOutputElement)) return;

  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const names = heads.map((head) => head.dataset.name ?? "");
  const selects = [...form.querySelectorAll("select")];
  const boxes = [...form.querySelectorAll("input")].filter((box) => box.type === "checkbox");
  const usual = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.shows ?? ""));

  /** Without accents and in lower case. */
  const plain = (/** @type {string} */ text) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const rows = [...body.rows].map((element) => {
    const cells = [...element.cells].map((cell) => cell.dataset.value ?? cell.textContent ?? "");
    return { element, cells, text: plain(cells.join("\n")) };
  });
  let shown = rows;

  const style = document.head.appendChild(document.createElement("style"));
  const sorted = { name: "", isDown: false };

  const buttons = heads.map((head, at) => {
    const button = head.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "sort";
    button.setAttribute("aria-label", (form.dataset.sort ?? "").replace("{column}", names[at] ?? ""));
    button.addEventListener("click", () => {
      sorted.isDown = sorted.name === names[at] && !sorted.isDown;
      sorted.name = names[at] ?? "";
      remember();
    });
    return button;
  });

  /** Numbers by value, texts by their characters, empty cells last. */
  function compare(/** @type {string} */ a, /** @type {string} */ b, /** @type {boolean} */ isNumber) {
    if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
    const order = isNumber ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;
    return sorted.isDown ? -order : order;
  }

  function show() {
    if (!form || !words || !count || !body) return;
    const wanted = plain(words.value).split(/\s+/u).filter(Boolean);
    const chosen = selects.map((select) => ({ at: names.indexOf(select.dataset.filters ?? ""), code: select.value }));
    const isShown = (/** @type {typeof rows[number]} */ row) =>
      wanted.every((word) => row.text.includes(word)) &&
      chosen.every(({ at, code }) => code === "" || row.cells[at] === code);
    const at = names.indexOf(sorted.name);
    const isNumber = heads[at]?.classList.contains("number") ?? false;
    const ordered = at < 0 ? rows : [...rows].sort((a, b) => compare(a.cells[at] ?? "", b.cells[at] ?? "", isNumber));
    for (const row of rows) row.element.hidden = !isShown(row);
    body.append(...ordered.map(({ element }) => element));
    shown = ordered.filter(({ element }) => !element.hidden);
    heads.forEach((head, position) => {
      if (position === at) head.setAttribute("aria-sort", sorted.isDown ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
      const button = buttons[position];
      if (button !== undefined) button.textContent = position !== at ? "↕" : sorted.isDown ? "↓" : "↑";
    });
    const hidden = boxes.flatMap((box, position) => (box.checked ? [] : [`#rows tr > :nth-child(${position + 1})`]));
    style.textContent = hidden.length === 0 ? "" : `${hidden.join(",")} { display: none; }`;
    count.textContent = (form.dataset.count ?? "")
      .replace("{shown}", String(shown.length))
      .replace("{all}", String(rows.length));
  }

  const shownNames = () => boxes.filter((box) => box.checked).map((box) => box.dataset.shows ?? "");
  const isUsual = () => shownNames().length === usual.size && shownNames().every((name) => usual.has(name));

  /** Writes the state after `#`. A step that only refines a filter gets no entry of its own in the history. */
  function remember(isStep = true) {
    const state = new URLSearchParams();
    if (words?.value) state.set("q", words.value);
    for (const select of selects) if (select.value !== "") state.set(select.dataset.filters ?? "", select.value);
    if (sorted.name !== "") state.set("sort", `${sorted.isDown ? "-" : ""}${sorted.name}`);
    if (!isUsual()) state.set("columns", shownNames().join(" "));
    const hash = `#${state}`;
    if (hash !== (location.hash || "#")) history[isStep ? "pushState" : "replaceState"](null, "", hash);
    show();
  }

  function recall() {
    const state = new URLSearchParams(location.hash.slice(1));
    if (words !== null) words.value = state.get("q") ?? "";
    for (const select of selects) select.value = state.get(select.dataset.filters ?? "") ?? "";
    const sort = state.get("sort") ?? "";
    sorted.isDown = sort.startsWith("-");
    sorted.name = sort.replace(/^-/u, "");
    const columns = state.get("columns")?.split(" ");
    for (const box of boxes) {
      const name = box.dataset.shows ?? "";
      box.checked = box.disabled || (columns === undefined ? usual.has(name) : columns.includes(name));
    }
    show();
  }

  const quoted = (/** @type {string} */ cell) => (/[",\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

  function download() {
    const kept = boxes.flatMap((box, position) => (box.checked ? [position] : []));
    const lines = [names, ...shown.map(({ cells }) => cells)];
    const csv = lines.map((cells) => `${kept.map((at) => quoted(cells[at] ?? "")).join(",")}\n`).join("");
    const state = new URLSearchParams(location.hash.slice(1));
    const parts = [...state].filter(([name]) => name !== "sort").flat();
    const filter = plain(parts.join("-"))
      .replaceAll(/[^a-z0-9]+/gu, "-")
      .replaceAll(/^-|-$/gu, "")
      .slice(0, 80);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
    link.download = `${[form?.dataset.file, filter].filter(Boolean).join("-")}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    words.value = "";
    for (const select of selects) select.value = "";
    remember();
  });
  words.addEventListener("input", () => remember(false));
  for (const select of selects) select.addEventListener("change", () => remember());
  for (const box of boxes) box.addEventListener("change", () => remember());
  const check = (/** @type {(name: string) => boolean} */ isChecked) => {
    for (const box of boxes) box.checked = isChecked(box.dataset.shows ?? "");
    remember();
  };
  form.querySelector("#all-columns")?.addEventListener("click", () => check(() => true));
  form.querySelector("#usual-columns")?.addEventListener("click", () => check((name) => usual.has(name)));
  form.querySelector("#download")?.addEventListener("click", download);
  addEventListener("popstate", recall);
  addEventListener("hashchange", recall);
  form.hidden = false;
  recall();
})();
