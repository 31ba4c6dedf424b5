/**
 * Shows the steps and events of one actor alone, in the drawing, the table and the list without a date. The actor stands
 * after `#` in the address: `#actor=jnim`. It says how many are shown, those without a date too.
 */
{
  const form = document.querySelector("form#actors");
  const drawn = [...document.querySelectorAll("svg [data-group]")];
  const rows = [...document.querySelectorAll("td [data-group]")];
  const folds = [...document.querySelectorAll("details[data-group]")];

  const show = () => {
    const actor = form.elements.actor.value;
    const isShown = ({ dataset }) => actor === "" || dataset.group === actor;
    for (const row of rows) row.closest("tr").hidden = !isShown(row);
    for (const fold of folds) fold.hidden = !isShown(fold);
    stack(drawn.filter(isShown));
    const sum = (all) => all.reduce((total, fold) => total + Number(fold.dataset.number), 0);
    form.querySelector("[role=status]").textContent = form.dataset.status
      .replace("{dated}", String(rows.filter(isShown).length))
      .replace("{allDated}", String(rows.length))
      .replace("{undated}", String(sum(folds.filter(isShown))))
      .replace("{allUndated}", String(sum(folds)));
  };

  /** The groups that are shown, one below the other. */
  const top = drawn[0]?.transform.baseVal[0].matrix.f;
  const stack = (shown) => {
    let height = top;
    for (const group of drawn) {
      group.style.display = shown.includes(group) ? "" : "none";
      if (!shown.includes(group)) continue;
      group.setAttribute("transform", `translate(0 ${height})`);
      height += Number(group.dataset.height);
    }
    const svg = drawn[0]?.ownerSVGElement;
    svg?.setAttribute("viewBox", `0 0 ${svg.viewBox.baseVal.width} ${height}`);
    svg?.setAttribute("height", String(height));
  };

  const readAddress = () => {
    // Another anchor, such as that of the skip link, is no choice.
    if (location.hash !== "" && !location.hash.startsWith("#actor=")) return;
    const actor = new URLSearchParams(location.hash.slice(1)).get("actor") ?? "";
    form.elements.actor.value = actor;
    // An actor that the list does not have.
    if (form.elements.actor.value !== actor) form.elements.actor.value = "";
  };

  if (form !== null) {
    form.hidden = false;
    form.addEventListener("change", () => {
      const actor = form.elements.actor.value;
      const hash = actor === "" ? "" : `#${new URLSearchParams({ actor })}`;
      history.pushState(null, "", `${location.pathname}${location.search}${hash}`);
      show();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => {
      readAddress();
      show();
    });
    readAddress();
    show();
  }
}
