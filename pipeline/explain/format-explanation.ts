import { formatPage } from "#pipeline/core/format-page.ts";
import { plural } from "#pipeline/core/plural.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";
import { formatCounts, formatLink } from "#pipeline/explain/event-data.ts";
import type {
  ExplainedColumn,
  ExplainedErratum,
  ExplainedSentence,
  ExplainedStatement,
  Explanation,
  Tombstone,
  WhyNot,
} from "#pipeline/explain/explanation.ts";
import { inShort } from "#schemas/resolution-rules.ts";

const AGREEMENTS = {
  single: "Only one independent source reports it.",
  corroborated: "Independent sources agree.",
  compatible: "The statements differ, but all of them can be right.",
  conflicting: "The statements conflict.",
} as const;

/** An explanation for a terminal of 80 columns. */
export function formatExplanation(explanation: Explanation): string {
  const { release, tombstone, table, recordId, description, asked, agreement } = explanation;
  const { columns, statements, errata, disagreements, eventLinks, eventCounts, namedBy } = explanation;
  const [column] = columns;
  return [
    `${table} ${recordId}${asked === null ? "" : ` ${asked}`}${release === null ? "" : `, in release ${release}`}`,
    ...(tombstone === null || release === null ? [] : formatTombstone(tombstone, explanation)),
    wrapText([description, agreement === null ? "" : AGREEMENTS[agreement], formatSources(explanation)].join(" ")),
    "",
    ...(asked !== null && column !== undefined ? formatColumn(column) : columns.flatMap(formatBriefly)),
    ...block(titleOf(explanation), [...statements.map(formatStatement), ...formatMissingTexts(statements)]),
    ...block(
      "Disagreements",
      disagreements.map(({ disagreementId, question }) => wrapText(question, `  ${disagreementId} `)),
    ),
    ...block("Errata in these sentences", errata.map(formatErratum)),
    ...block("Beside events of event data", eventLinks.map(formatLink)),
    ...block("Counts of event data beside the claim, which are no verdict on it", formatCounts(eventCounts)),
    ...block("Named by", formatNamedBy(namedBy)),
  ].join("\n");
}

/** A record that is gone: why, and which release had it last. */
function formatTombstone(
  { reason, replacedBy, dateRetired, retiredIn }: Tombstone,
  { release }: Explanation,
): string[] {
  const when = [dateRetired === null ? "" : ` on ${dateRetired}`, retiredIn === null ? "" : ` in release ${retiredIn}`];
  const successor = replacedBy === null ? "" : ` It is replaced by ${replacedBy}.`;
  const state =
    reason === null ? "It is gone, and no tombstone says why." : `Retired${when.join("")}: ${reason}${successor}`;
  return [wrapText(`${state} These are its last values, from release ${release}.`)];
}

const block = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ["", `${title}:`, ...lines]);

function titleOf({ agreement, statements }: Explanation): string {
  if (statements.length < 2) return "Statement";
  if (agreement === null) return "Sides";
  return statements[0]?.number === 1
    ? "Statements, the leading one first"
    : "Statements that give a value ([1], which leads, gives none)";
}

function formatSources({ nSources, nIndependentSources }: Explanation): string {
  if (nSources === null) return "";
  return `${plural(nSources, "source")}, ${nIndependentSources} independent.`;
}

const formatValues = ({ values }: ExplainedColumn) => {
  const cells = Object.entries(values);
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) return formatValue(only[1]);
  return cells.map(([name, value]) => `${name} ${formatValue(value)}`).join(", ");
};

const formatValue = (value: ExplainedColumn["values"][string] | undefined) =>
  value === null || value === undefined
    ? "(empty)"
    : typeof value === "boolean"
      ? String(value).toUpperCase()
      : String(value);

/** One column in full: its value, its meaning, the rule, and the status of each claim. */
function formatColumn(column: ExplainedColumn): string[] {
  const { name, title, description, from, rule, agreement, claims, decision, isCoded } = column;
  return [
    wrapText(formatValues(column), `${name} = `),
    wrapText(`${title}. ${description}`, "  "),
    ...(from === null ? [] : [wrapText(`This value is derived from the coded column ${from}.`, "  ")]),
    ...(rule === null ? [] : [wrapText(`${rule}: ${inShort(rule)}`, "  Rule ", "    ")]),
    ...(decision === null
      ? []
      : [wrapText(`${decision.at} prefers ${decision.sourceId}: ${decision.reason}`, "  Decision ", "    ")]),
    ...(agreement === null || claims.length < 2 ? [] : [wrapText(AGREEMENTS[agreement], "  ")]),
    ...(isCoded && claims.length === 0 ? ["  No source gives a value."] : []),
    ...claims.map(formatClaim),
  ];
}

const WHY_NOT = {
  retelling: "its source retells another one",
  "not-leading": "this column comes from another statement as a whole",
  "set-aside": "another value of this statement was set aside",
  "undated-lead": "the leading statement has no date",
  weaker: "it is weaker than the leading statement",
} as const satisfies Record<WhyNot, string>;

function formatClaim({ value, status, statement, whyNot }: ExplainedColumn["claims"][number]): string {
  const note = whyNot === null ? "" : ` (does not count: ${WHY_NOT[whyNot]})`;
  return wrapText(`[${statement}] ${value}${note}`, `  ${status.padEnd(10)} `);
}

/** One column in brief: its value and, if they conflict, its claims. */
function formatBriefly(column: ExplainedColumn): string[] {
  const lines = [wrapText(formatValues(column), `${column.name.padEnd(23)} `)];
  const isDisputed = column.claims.some(({ status }) => status === "outvoted" || status === "overruled");
  if (isDisputed) lines.push(...column.claims.map((claim) => formatClaim(claim)));
  return lines;
}

function formatStatement(statement: ExplainedStatement): string {
  const { number, sourceId, sourceTitle, sourceUrl, reliability, datePublished, at } = statement;
  const known = [reliability === null ? null : `reliability ${reliability}`, datePublished].filter(
    (part) => part !== null,
  );
  const source = `${sourceId}${sourceTitle === null ? "" : `, ${sourceTitle}`}${known.length === 0 ? "" : ` (${known.join(", ")})`}`;
  const sentences = statement.sentences.map(formatSentence);
  return [
    wrapText(source, `[${number}] `, "    "),
    ...(sourceUrl === null ? [] : [`    ${sourceUrl}`]),
    wrapText(`${at}${formatManner(statement)}`, "    "),
    ...sentences,
  ].join("\n");
}

function formatManner({ statementType, certainty, attributedTo, citedWorks }: ExplainedStatement): string {
  const manner = [statementType, certainty].filter((part) => part !== null).join(", ");
  const to = attributedTo === null ? "" : ` to ${attributedTo}`;
  const citing = citedWorks.length === 0 ? "" : `, citing ${citedWorks.join(", ")}`;
  return manner === "" ? "" : ` · ${manner}${to}${citing}`;
}

/** The sentence if the text is available, otherwise its place and hash. */
function formatSentence({ locator, line, page, words, sha256, text }: ExplainedSentence): string {
  if (text !== null) return wrapText((page === null ? "" : `[page ${page}] `) + text, `    ${locator.padEnd(7)} `);
  const length = words === null ? "" : `, ${plural(words, "word")}`;
  return `    ${locator.padEnd(7)} ${formatPage(page)}line ${line}${length}; the text is not available\n     sha256 ${sha256}`;
}

/** How to see the sentences whose text is not available. */
function formatMissingTexts(statements: readonly ExplainedStatement[]): string[] {
  const isMissing = statements.some(({ sentences }) => sentences.some(({ text }) => text === null));
  if (!isMissing) return [];
  return [
    wrapText(
      "To see the sentences whose text is not available, put the texts in raw/documents, or name their folder with --texts or in DOCUMENTS_DIR.",
    ),
  ];
}

function formatErratum({ erratumId, sourceId, evidence, asPrinted, corrected, reason }: ExplainedErratum): string {
  const meant = corrected === null ? "the intended words are uncertain" : `should be "${corrected}"`;
  return wrapText(`${erratumId}, ${sourceId} ${evidence}: printed "${asPrinted}", ${meant}. ${reason}`, "  ");
}

/** Records grouped by table and column, because hundreds of records may name an actor. */
function formatNamedBy(namedBy: Explanation["namedBy"]): string[] {
  const groups = new Map<string, string[]>();
  for (const { table, column, recordId } of namedBy) {
    const place = `${table} ${column}`;
    groups.set(place, [...(groups.get(place) ?? []), recordId]);
  }
  return [...groups].map(([place, records]) => wrapText(records.join(", "), `  ${place}: `, "    "));
}
