/** Finds pages by their words in the entries that search-index.js hands over. The words stand after `#`. */
addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form#search");
  const words = document.querySelector("#words");
  const results = document.querySelector("#results");
  const count = document.querySelector("#count");
  const given = /** @type {{ searchEntries?: [string, string, string, string][] }} */ (globalThis).searchEntries;
  if (!(form instanceof HTMLFormElement) || !(words instanceof HTMLInputElement)) return;
  if (!(results instanceof HTMLElement) || !(count instanceof HTMLElement) || given === undefined) return;

  const MOST = 50;
  /** Without accents and in lower case. */
  const plain = (/** @type {string} */ text) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const entries = given.map(([kind, path, title, more]) => ({
    kind,
    path,
    title,
    plainTitle: plain(title),
    text: plain(`${title}\n${more}`),
  }));

  function show() {
    if (!(words instanceof HTMLInputElement) || !results || !count) return;
    const wanted = plain(words.value).split(/\s+/u).filter(Boolean);
    const found = wanted.length === 0 ? [] : entries.filter(({ text }) => wanted.every((word) => text.includes(word)));
    // Those with all words in the title come first.
    const isTitled = (/** @type {{ plainTitle: string }} */ entry) =>
      wanted.every((word) => entry.plainTitle.includes(word));
    const ranked = [...found.filter(isTitled), ...found.filter((entry) => !isTitled(entry))].slice(0, MOST);
    results.replaceChildren(
      ...ranked.map(({ kind, path, title }) => {
        const link = document.createElement("a");
        link.href = path;
        link.textContent = title;
        const item = document.createElement("li");
        item.append(link, ` (${kind})`);
        return item;
      }),
    );
    results.hidden = ranked.length === 0;
    const said = found.length === 0 ? form?.dataset.none : form?.dataset.count;
    count.textContent =
      wanted.length === 0
        ? ""
        : (said ?? "").replace("{shown}", String(ranked.length)).replace("{all}", String(found.length));
  }

  function recall() {
    if (words instanceof HTMLInputElement) words.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    show();
  }

  words.addEventListener("input", () => {
    history.replaceState(null, "", words.value === "" ? "#" : `#${new URLSearchParams({ q: words.value })}`);
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", recall);
  form.hidden = false;
  recall();
});
