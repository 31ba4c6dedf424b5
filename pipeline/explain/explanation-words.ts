import { wrapText } from "#pipeline/core/wrap-text.ts";
import type {
  ExplainedColumn,
  ExplainedErratum,
  ExplainedSentence,
  ExplainedStatement,
  Explanation,
} from "#pipeline/explain/explanation.ts";

const RULES: Readonly<Record<string, string>> = {
  most_precise: "the narrowest date, if all share a day; else that of the preferred statement.",
  range: "the lowest and highest that the sources allow, and the preferred single number.",
  majority: "what most independent sources say; between equals, the preferred statement.",
  union: "everything that a source lists.",
  preferred: "the words of the preferred statement.",
  decision: "a coder decided, for the rule would be wrong here.",
};

const AGREEMENTS = {
  single: "One independent source speaks of it.",
  corroborated: "Independent sources agree.",
  compatible: "Statements differ, and all can be right.",
  conflicting: "Statements are in conflict.",
} as const;

/** An explanation for a terminal of 80 columns. */
export function wordExplanation(explanation: Explanation): string {
  const { table, recordId, description, asked, agreement, columns, statements, errata, namedBy } = explanation;
  const [column] = columns;
  return [
    `${table} ${recordId}${asked === null ? "" : ` ${asked}`}`,
    wrapText([description, agreement === null ? "" : AGREEMENTS[agreement], wordSources(explanation)].join(" ")),
    "",
    ...(asked !== null && column !== undefined ? wordColumn(column) : columns.flatMap(wordBriefly)),
    ...block(statements.length > 1 ? "Statements, the preferred first" : "Statement", statements.map(wordStatement)),
    ...block("Errata in these sentences", errata.map(wordErratum)),
    ...block("Named by", wordNamedBy(namedBy)),
  ].join("\n");
}

const block = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ["", `${title}:`, ...lines]);

function wordSources({ nSources, nIndependentSources }: Explanation): string {
  if (nSources === null) return "";
  return `${nSources} source${nSources === 1 ? "" : "s"}, ${nIndependentSources} independent.`;
}

const wordValues = ({ values }: ExplainedColumn) => {
  const cells = Object.entries(values);
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) return wordValue(only[1]);
  return cells.map(([name, value]) => `${name} ${wordValue(value)}`).join(", ");
};

const wordValue = (value: ExplainedColumn["values"][string] | undefined) =>
  value === null || value === undefined
    ? "(empty)"
    : typeof value === "boolean"
      ? String(value).toUpperCase()
      : String(value);

/** One column in full: its value, what it means, the rule, and what became of each claim. */
function wordColumn(column: ExplainedColumn): string[] {
  const { name, title, description, from, rule, agreement, claims, decision, isCoded } = column;
  return [
    wrapText(wordValues(column), `${name} = `),
    wrapText(`${title}. ${description}`, "  "),
    ...(from === null ? [] : [wrapText(`It is reckoned from the coded column ${from}.`, "  ")]),
    ...(rule === null ? [] : [wrapText(`${rule}: ${RULES[rule] ?? ""}`, "  Rule ", "    ")]),
    ...(decision === null
      ? []
      : [wrapText(`${decision.at} prefers ${decision.sourceId}: ${decision.reason}`, "  Decision ", "    ")]),
    ...(agreement === null || claims.length < 2 ? [] : [wrapText(AGREEMENTS[agreement], "  ")]),
    ...(isCoded && claims.length === 0 ? ["  No source says it."] : []),
    ...claims.map(wordClaim),
  ];
}

function wordClaim({ value, status, statement, isHeard }: ExplainedColumn["claims"][number]): string {
  const unheard = isHeard ? "" : " (retells another source that says it, and decided nothing)";
  return wrapText(`[${statement}] ${value}${unheard}`, `  ${status.padEnd(10)} `);
}

/** One column in brief: the value, and what speaks against it. */
function wordBriefly(column: ExplainedColumn): string[] {
  const lines = [wrapText(wordValues(column), `${column.name.padEnd(23)} `)];
  const isDisputed = column.claims.some(({ status }) => status === "outvoted" || status === "overruled");
  if (isDisputed) lines.push(...column.claims.map((claim) => wordClaim(claim)));
  return lines;
}

function wordStatement(statement: ExplainedStatement): string {
  const { number, sourceId, sourceTitle, reliability, datePublished, at } = statement;
  const known = [reliability === null ? null : `reliability ${reliability}`, datePublished].filter(
    (part) => part !== null,
  );
  const source = `${sourceId}${sourceTitle === null ? "" : `, ${sourceTitle}`}${known.length === 0 ? "" : ` (${known.join(", ")})`}`;
  const sentences = statement.sentences.map(wordSentence);
  return [
    wrapText(source, `[${number}] `, "    "),
    wrapText(`${at}${wordManner(statement)}`, "    "),
    ...sentences,
  ].join("\n");
}

function wordManner({ statementType, certainty, attributedTo, citedWorks }: ExplainedStatement): string {
  const manner = [statementType, certainty].filter((part) => part !== null).join(", ");
  const to = attributedTo === null ? "" : ` to ${attributedTo}`;
  const citing = citedWorks.length === 0 ? "" : `, citing ${citedWorks.join(", ")}`;
  return manner === "" ? "" : ` · ${manner}${to}${citing}`;
}

/** The sentence where the text is at hand, and otherwise its place and hash. */
function wordSentence({ locator, line, words, sha256, text }: ExplainedSentence): string {
  if (text !== null) return wrapText(text, `    ${locator.padEnd(7)} `);
  return `    ${locator.padEnd(7)} line ${line}, ${words} words; the text is not at hand\n     sha256 ${sha256}`;
}

function wordErratum({ erratumId, sourceId, evidence, asPrinted, corrected, reason }: ExplainedErratum): string {
  const meant = corrected === null ? "what was meant is not certain" : `meant is "${corrected}"`;
  return wrapText(`${erratumId}, ${sourceId} ${evidence}: printed "${asPrinted}", ${meant}. ${reason}`, "  ");
}

/** Records by table and column, for an actor may be named by hundreds. */
function wordNamedBy(namedBy: Explanation["namedBy"]): string[] {
  const groups = new Map<string, string[]>();
  for (const { table, column, recordId } of namedBy) {
    const place = `${table} ${column}`;
    groups.set(place, [...(groups.get(place) ?? []), recordId]);
  }
  return [...groups].map(([place, records]) => wrapText(records.join(", "), `  ${place}: `, "    "));
}
