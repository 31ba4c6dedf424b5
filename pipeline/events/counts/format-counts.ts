import { thousands } from "#pipeline/core/format-input-fault.ts";
import { counted as countedOf } from "#pipeline/core/plural.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";
import { labelIn } from "#schemas/codelist.ts";
import { countDefinition } from "#schemas/codelists/event-data.ts";
import { countedAttributes } from "#schemas/events/count-queries.ts";
import type { ClaimAnswer, CountedName, DefinitionCount, ListedUnit, SourceAnswer } from "./answer-counts.ts";
import { CLAIM_TABLE, claimTitle } from "./claim.ts";
import { formatArea } from "./claim-area.ts";
import { formatWindow } from "./claim-window.ts";
import { formatUncountable, formatUncountableIn, kindsInWords } from "./uncountable.ts";

const NO_CLAIMS = `There is no claim to count: ${CLAIM_TABLE} has no record with one of the attributes ${countedAttributes.join(", ")}.`;

/** Answers for a terminal of 80 columns: what was counted, and then what was not, with the reasons. */
export function formatCounts(answers: readonly ClaimAnswer[]): string {
  if (answers.length === 0) return wrapText(NO_CLAIMS);
  const counted = answers.filter(({ reason }) => reason === null);
  const others = answers.filter(({ reason }) => reason !== null);
  return [
    ...counted.map(formatAnswer),
    ...(others.length === 0 ? [] : [["Not counted:", ...others.map(formatOther)].join("\n")]),
    ...(counted.length === 0 ? [] : [formatRules(counted)]),
  ].join("\n\n");
}

function formatAnswer({ claim, query, area, window, sources }: ClaimAnswer): string {
  return [
    wrapText(claimTitle(claim), `${claim.row.record_id}  `, "  "),
    line("Claim", formatClaim(claim)),
    line("Query", `${query.name}: ${query.description}`),
    ...(area === null ? [] : [line("Area", formatArea(area))]),
    ...(window === null ? [] : [line("Window", formatWindow(window))]),
    ...sources.flatMap(formatSource),
  ].join("\n");
}

const line = (name: string, text: string) => wrapText(text, `  ${name.padEnd(9)} `);

/** `11 regions, stated, by acled-2023, undated, as of 2023-11-13`. */
function formatClaim({ row }: ClaimAnswer["claim"]): string {
  const { certainty, attributed_to: to, lead_source_id: source, date_text: words, date, as_of: asOf } = row;
  const how = to === null ? certainty : `${certainty} to ${to}`;
  const when = date === null ? "no date" : words === null ? date : `${date} ("${words}")`;
  return [how, `by ${source}`, when, ...(asOf === null ? [] : [`as of ${asOf}`])].join("; ");
}

function formatSource({ edition, reason, covered, missingKinds, counts }: SourceAnswer): string[] {
  const name = `  ${edition.event_source} ${edition.event_edition}`;
  if (reason !== null) return [wrapText(`not counted. ${formatUncountableIn(reason)}`, `${name}  `, "    ")];
  return [
    name,
    ...counts.map(formatCount),
    ...formatNames(counts),
    ...(covered === null ? [] : [note(`Of the window, the edition covers only ${covered.first} to ${covered.last}.`)]),
    ...(missingKinds.length === 0 ? [] : [note(`The source has no events of the kind ${kindsInWords(missingKinds)}.`)]),
  ];
}

const note = (text: string) => wrapText(text, "    ");

function formatCount({ definition, counted, nEvents, nEventsAll, nVague }: DefinitionCount): string {
  const events =
    nEventsAll === null ? countedOf(nEvents, "event") : `${thousands(nEvents)} of ${countedOf(nEventsAll, "event")}`;
  const share = nEventsAll === null ? "" : "%";
  const vague = `${countedOf(nVague, "vague event")} ${definition === "wider" ? "among them" : "left out"}`;
  const name = labelIn(countDefinition, definition).toLowerCase().padEnd(9);
  return wrapText(
    `(${events}; ${vague})`,
    `    ${name} ${`${thousands(counted)}${share}`.padStart(6)}  `,
    " ".repeat(22),
  );
}

/** The units or countries of the declared definition, those that only the wider one has, and the units in neither. */
function formatNames(counts: readonly DefinitionCount[]): string[] {
  const countOf = (wanted: string) => counts.find(({ definition }) => definition === wanted);
  const declared = countOf("declared")?.names ?? [];
  const known = new Set(declared.map(({ key }) => key));
  const more = (countOf("wider")?.names ?? []).filter(({ key }) => !known.has(key));
  const others = countOf("wider")?.others ?? [];
  return [
    ...(declared.length === 0 ? [] : [note(`Declared: ${declared.map(formatName).join(", ")}.`)]),
    ...(more.length === 0 ? [] : [note(`Wider also: ${more.map(formatName).join(", ")}.`)]),
    ...(others.length === 0 ? [] : [note(`In neither: ${others.map(nameWithKey).join(", ")}.`)]),
  ];
}

const formatName = (counted: CountedName) => `${nameWithKey(counted)} ${countedOf(counted.nEvents, "event")}`;

const nameWithKey = ({ key, name }: ListedUnit) => (name === key ? name : `${name} (${key})`);

const formatOther = ({ claim, reason }: ClaimAnswer) =>
  wrapText(
    `${claimTitle(claim)}. ${reason === null ? "" : formatUncountable(reason)}`,
    `  ${claim.row.record_id}  `,
    "    ",
  );

/** What the definitions take in, and which events each source has, once for all claims. */
function formatRules(answers: readonly ClaimAnswer[]): string {
  const rules = new Map(
    answers.flatMap(({ sources }) =>
      sources.map(({ edition }) => [`${edition.event_source}: `, edition.inclusion_rule] as const),
    ),
  );
  return [
    "What the definitions count:",
    ...countDefinition.codes.map(({ label, definition }) =>
      wrapText(definition, `  ${`${label.toLowerCase()}:`.padEnd(10)} `),
    ),
    wrapText(
      "A vague event is one of the actor's family that may or may not lie in the area and the window.",
      "  vague:     ",
    ),
    "",
    "What the sources include:",
    ...[...rules].map(([source, rule]) => wrapText(rule, `  ${source}`, "    ")),
    wrapText(
      "A count is no verdict on a claim: those who count differ in what they take for an event, and in whom they ask.",
    ),
  ].join("\n");
}
