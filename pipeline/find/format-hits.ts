import { thousands } from "#pipeline/core/format-input-fault.ts";
import { groupBy } from "#pipeline/core/group-by.ts";
import { shorten } from "#pipeline/core/shorten.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";
import type { Entry, Kind } from "./entry.ts";
import type { Hit } from "./search.ts";

/** Hits of one kind that are printed without `--all`, and items of a list in a hit. */
const SHOWN_HITS = 6;
const SHOWN_ITEMS = 10;

const TITLES: Readonly<Record<Kind, string>> = {
  actor: "Actors",
  place: "Places",
  code: "Codes",
  source: "Sources",
  work: "Works cited",
  record: "Records",
  disagreement: "Disagreements",
  erratum: "Errata",
  retired: "Retired ids",
};

/** The hits by kind, the kind with the best hit first, for a terminal of 80 columns; without `all`, a few of each kind. */
export function formatHits(hits: readonly Hit[], { all }: { readonly all: boolean }): string {
  const byKind = groupBy(hits, ({ entry }) => entry.kind);
  return [...byKind].map(([kind, found]) => formatKind(kind, found, all ? found.length : SHOWN_HITS)).join("\n\n");
}

function formatKind(kind: Kind, hits: readonly Hit[], most: number): string {
  const more = hits.length - most;
  return [
    `${TITLES[kind]}:`,
    ...hits.slice(0, most).map(({ entry }) => formatEntry(entry)),
    ...(more > 0 ? [`  … and ${thousands(more)} more. To see all, add --all.`] : []),
  ].join("\n");
}

function formatEntry({ id, label, facts }: Entry): string {
  const known = Object.entries(facts).map(([word, value]) => `${word}: ${formatFact(value)}`);
  const lines = known.length === 0 ? [] : [wrapText(known.join(" · "), "    ")];
  return [wrapText(shorten(label), `  ${id}  `, "    "), ...lines].join("\n");
}

function formatFact(items: readonly string[]): string {
  const more = items.length - SHOWN_ITEMS;
  const shown = items.slice(0, SHOWN_ITEMS).map(shorten).join("; ");
  return more > 0 ? `${shown} and ${thousands(more)} more` : shown;
}
