/** Makes what is dated outside the chosen years faint. The years stand after `#` in the address: `#years=2016-2018`. */
{
  const form = document.getElementById("years");
  const dated = [...document.querySelectorAll("[data-years]")];
  const isOutside = (element, from, to) => {
    const [first, last] = element.dataset.years.split("-").map(Number);
    return last < from || first > to;
  };

  const show = () => {
    const { from, to } = form.elements;
    const [first, last] = [Number(from.value), Number(to.value)].sort((a, b) => a - b);
    for (const element of dated) {
      (element.closest("tr") ?? element).classList.toggle("is-outside", isOutside(element, first, last));
    }
    const rows = dated.filter((element) => element.closest("tr") !== null);
    form.querySelector("[role=status]").textContent = form.dataset.status
      .replace("{seen}", String(rows.filter((row) => !isOutside(row, first, last)).length))
      .replace("{all}", String(rows.length));
    return `#years=${first}-${last}`;
  };

  const readAddress = () => {
    const [, first, last] = /^#years=(\d+)-(\d+)$/.exec(location.hash) ?? [];
    const isListed = (year) => [...form.elements.from.options].some(({ value }) => value === year);
    if (!isListed(first) || !isListed(last)) return;
    form.elements.from.value = first;
    form.elements.to.value = last;
  };

  if (form !== null) {
    form.hidden = false;
    form.addEventListener("change", () => history.replaceState(null, "", show()));
    form.addEventListener("reset", () => {
      // The lists have their first values again only after this event.
      setTimeout(() => {
        show();
        history.replaceState(null, "", location.pathname + location.search);
      });
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", () => {
      readAddress();
      show();
    });
    readAddress();
    show();
  }
}
