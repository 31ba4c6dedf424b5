/** The words of the page about the pages. `…` marks addresses and names. */
export const aboutWords = {
  title: "About these pages",
  lead: "How these pages are made, how their addresses work, and what to do if one does not work for you.",
  sections: [
    {
      title: "How they are made",
      lines: [
        "Every page is made from the files of one release, and from nothing else, by a program that is published with the data. The same release gives the same pages.",
        "A mistake in a page can be corrected without changing the data: the release and its hashes stay as they are.",
      ],
    },
    {
      title: "Addresses",
      lines: [
        "The pages of release 1.0.0 are below `/1.0.0/`, and stay there. The same addresses without a version lead to the newest release.",
        "The row that is cited as `jnim-data@1.0.0#exp-013` is at `/1.0.0/r/exp-013.html`. All versions of it, or its tombstone, are at `/id/exp-013.html`.",
        "Actors, places, sources, tables, columns and codes have pages in `actor/`, `place/`, `source/`, `table/`, `column/` and `code/`.",
      ],
    },
    {
      title: "Outlines on the map",
      lines: [
        "Outlines of countries and regions come from Natural Earth (Admin 1, 1:10m), which is in the public domain. Boundaries age: Ménaka and Bandiagara are not regions of their own there.",
        "A fill says that a source mentions activity somewhere in a unit at some time. It never says that a group controls it, and there is no front line.",
      ],
    },
    {
      title: "Accessibility",
      lines: [
        "The pages aim at WCAG 2.2, level AA. Every kind of page is tested by a program in light and dark colours and on a narrow screen, and works without scripts, by keyboard and in print.",
        "Every drawing is followed by the same facts as a table or list. No program finds every barrier: if something does not work for you, please tell us in the issues of the repository.",
      ],
    },
    {
      title: "Privacy",
      lines: [
        "There are no cookies, no counters and no fonts or scripts from elsewhere. What you type into a filter or the search stays in your browser.",
      ],
    },
  ],
};
