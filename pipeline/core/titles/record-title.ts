import { dateInWords, timeSpanInWords } from "./date-in-words.ts";
import type { englishTitles } from "./english-titles.ts";

/** A row as its release has it. Cells are texts; an unknown value is an empty text, and so is that of a column it lacks. */
type Cells = Readonly<Record<string, string>>;

/** What a title needs to know of the release that has the row. */
export interface TitledRelease {
  /** The code in words. */
  readonly label: (codelist: string, code: string) => string;
  /** The row of a table with this value in the first column of its key. */
  readonly find: (table: string, id: string) => Cells | null;
  readonly table: (name: string) => { readonly key: readonly string[] } | null;
}

/** How titles are said in one language. */
export type TitleWords = typeof englishTitles;

/** A row in words, for a heading, a link or a list: `Katiba Macina: emergence, central Mali, January 2015`. */
export function titleOf(table: string, row: Cells, view: TitledRelease, words: TitleWords): string {
  const { records } = words;
  const label = (codelist: string, code: string | undefined) => (code ? view.label(codelist, code) : "");
  const inSentence = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);
  const when = dateInWords(row.date ?? "", words.dates);
  const { actor = "", location = "", record_id: recordId = "" } = row;
  const edition = [row.event_source ?? "", row.event_edition ?? ""].join(" ");
  switch (table) {
    case "actor_profile":
      return records.titled(
        actor,
        records.at(
          records.attribute(inSentence(label("attribute", row.attribute)), profileValue(row, view)),
          differs(location, profileValue(row, view)),
        ),
      );
    case "expansion_timeline":
      return records.titled(
        actor,
        records.dated(records.at(inSentence(label("step_type", row.step_type)), location), when),
      );
    case "economic_warfare_incidents":
    case "economic_warfare_patterns":
      return records.titled(
        actor,
        records.dated(
          records.at(inSentence(label("tactic", row.tactic)), records.against(location, row.related_actor ?? "")),
          when,
        ),
      );
    case "events":
      return records.titled(
        label("event_type", row.event_type),
        records.dated(records.at(records.against(row.actor1 ?? "", row.actor2 ?? ""), location), when),
      );
    case "actor_names":
      return records.name(row.name ?? "", inSentence(label("name_type", row.name_type)), actor);
    case "actor_relations":
      return records.relation(actor, inSentence(label("relation", row.relation)), row.related_actor ?? "");
    case "disagreements":
      return row.question ?? "";
    case "errata":
      return records.erratum(
        view.find("source_provenance", row.source_id ?? "")?.publisher || (row.source_id ?? ""),
        row.as_printed ?? "",
      );
    case "event_links":
      return records.eventLink(recordId, row.event_id ?? "", edition, inSentence(label("link_verdict", row.verdict)));
    case "event_counts":
      return records.eventCount(
        recordId,
        edition,
        row.counted ?? "",
        records.at(row.query ?? "", inSentence(label("count_definition", row.definition))),
      );
    default:
      return row.title || row.name || (row[view.table(table)?.key[0] ?? ""] ?? "");
  }
}

/** The tables whose titles say when. */
const DATED = ["expansion_timeline", "economic_warfare_incidents", "economic_warfare_patterns", "events"];

/**
 * When a row holds, in words, for a line that begins with its title; empty if the title says it. A relation without a date
 * is told as of its source: "leads" may be long past.
 */
export function whenBesideTitle(table: string, row: Cells, { dates }: TitleWords): string {
  if (DATED.includes(table)) return "";
  const { date = "", as_of: asOf = "" } = row;
  return table === "actor_relations" && date === "" && asOf !== ""
    ? dates.sourceDated(timeSpanInWords(asOf, dates))
    : dateInWords(date, dates);
}

/** A row on one line of plain text: its title, when, and its description. Empty if it has none of them. */
export function inOneLine(table: string, row: Cells, release: TitledRelease, words: TitleWords): string {
  const title = words.records.at(titleOf(table, row, release, words), whenBesideTitle(table, row, words));
  return [title, row.description ?? ""].filter((part) => part !== "").join(". ");
}

/** The value of a profile row in words: its text or the related actor, and its amount with its unit. */
export function profileValue(row: Cells, view: Pick<TitledRelease, "label">): string {
  const { value = "", related_actor: related = "", unit = "" } = row;
  const amount = amountOf(row);
  const measured = amount === "" || unit === "" ? amount : `${amount} ${view.label("unit", unit).toLowerCase()}`;
  return [value || related, measured].filter((part) => part !== "").join(": ");
}

/** `≥ 1300`, `1000–2000`, or `1500 (1000–2000)`: an end that no source gives is left open. */
function amountOf({ amount_low: low = "", amount_best: best = "", amount_high: high = "" }: Cells): string {
  const range =
    low !== "" && high !== ""
      ? low === high
        ? low
        : `${low}–${high}`
      : low !== ""
        ? `≥ ${low}`
        : high !== ""
          ? `≤ ${high}`
          : "";
  if (best === "" || best === range) return range;
  return range === "" ? best : `${best} (${range})`;
}

const differs = (location: string, value: string) => (value.includes(location) ? "" : location);
