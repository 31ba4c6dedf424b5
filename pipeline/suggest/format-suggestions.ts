import { plural } from "#pipeline/core/plural.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";
import type { Neighbour } from "./neighbours.ts";
import type { Retelling } from "./retelling.ts";
import type { SentenceSuggestions } from "./suggest.ts";
import { percent } from "./suggestion-rows.ts";
import { LIKELY, type TableScore } from "./table-scores.ts";
import { codeReason, dateReason, LIKENESSES, nameReason } from "./worded-reasons.ts";

const MOST_CODES = 5;
const MOST_RECORDS = 8;
const INDENT = " ".repeat(11);

/** What a person reads before all sentences: whether the document retells another one. */
export function formatRetelling(sourceId: string, { overlaps, proposed }: Retelling): string {
  const [first, second] = overlaps;
  if (first === undefined)
    return wrapText(
      `Whether ${sourceId} retells another document is not known: no text of one that may be older is at hand.`,
    );
  const next = second === undefined ? "" : ` The next is ${second.sourceId} with ${percent(second.share)}.`;
  const has = `${percent(first.share)} of its runs of three words are in ${first.sourceId}.${next}`;
  if (proposed === null) return wrapText(`${sourceId}: no sign that it retells a coded document. ${has}`);
  return wrapText(`${sourceId} may retell ${proposed}: ${has} If it does, fill derived_from in sources.csv.`);
}

/** A sentence with what may be coded from it, and why, for a terminal of 80 columns. */
export function formatSuggestions(sentence: SentenceSuggestions): string {
  const { locator, text, tables, actors, places, dates, quantities, codes, neighbours } = sentence;
  const named = [...actors, ...places].map((one) => `${one.id} ("${one.words}", ${nameReason(one)})`);
  const dated = dates.map((date) => `${date.edtf ?? "no date"} ("${date.words}", ${dateReason(date)})`);
  const counted = quantities.map(({ amount, unit, words }) => `${amount} ${unit ?? "of no known unit"} ("${words}")`);
  const coded = codes
    .slice(0, MOST_CODES)
    .map((hit) => `${hit.table}.${hit.column} ${hit.code} (${codeReason(hit)}: ${hit.words.join(", ")})`);
  return [
    wrapText(text, `  ${locator.padEnd(8)} `),
    ...line("tables", formatTables(tables)),
    ...line("names", named),
    ...line("dates", dated),
    ...line("numbers", counted),
    ...line("codes", coded),
    ...neighbours.map((near) => wrapText(formatNeighbour(near), INDENT, `${INDENT}  `)),
  ].join("\n");
}

const line = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [wrapText(`${title}: ${items.join("; ")}`, INDENT, `${INDENT}  `)];

/** The likely tables; if there are none, the likeliest one. */
function formatTables(tables: readonly TableScore[]): string[] {
  const likely = tables.filter(({ score }) => score > LIKELY);
  if (likely.length > 0) return likely.map(({ table, score }) => `${table} ${score.toFixed(2)}`);
  return tables.slice(0, 1).map(({ table, score }) => `none is likely; ${table} comes first with ${score.toFixed(2)}`);
}

function formatNeighbour({ sentence: { sourceId, locator }, records, share, likeness }: Neighbour): string {
  const more = records.length > MOST_RECORDS ? ` and ${plural(records.length - MOST_RECORDS, "other")}` : "";
  const shown = records.slice(0, MOST_RECORDS).join(", ") + more;
  return `${sourceId}:${locator} ${LIKENESSES[likeness]} (${percent(share)} of the runs of three words): ${shown}`;
}
