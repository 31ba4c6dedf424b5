import type { Cells, SiteRelease } from "#pipeline/site/release/release-view.ts";

/** A release as its pages see it, from rows alone: each table has the columns of its first row, and its first as key. */
export function aSiteRelease(
  rows: Readonly<Record<string, readonly Cells[]>>,
  rest: Partial<SiteRelease> = {},
): SiteRelease {
  return {
    cited: { version: "1.2.0", created: "2026-01-31", dataHash: "0".repeat(64), doi: null },
    tables: Object.entries(rows).map(([name, own]) => {
      const columns = Object.keys(own[0] ?? { record_id: "" });
      return {
        ...{ name, title: name, description: "One thing.", rows: own },
        key: columns.slice(0, 1),
        columns: columns.map((column) => ({
          name: column,
          type: /(_ids|targets|purposes)$/u.test(column) ? "string list" : "string",
        })),
      };
    }),
    files: [],
    changes: [],
    ...rest,
  };
}
