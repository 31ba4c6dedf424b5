import { countOf } from "#pipeline/core/count-words.ts";
import { plainDecimal } from "#pipeline/core/csv-text.ts";
import type { Row } from "#pipeline/core/row.ts";
import { codedAs } from "./column-rule.ts";
import type { Field } from "./field.ts";
import { code, shorten, table } from "./markdown.ts";
import type { ReleaseTable } from "./sorted-tables.ts";

/** Every table: what a row is, its key, what holds between its cells, and each of its columns. */
export const columnsSection = (tables: readonly ReleaseTable[]): string =>
  [
    "## Columns",
    "*Filled* is the share of rows with a value. The example is the first value of this release, or one made up where there is none. A rule is how statements become the value (see above); a column without one is not stated but follows, or comes from a register. Columns marked * are never empty.",
    ...tables.map(tableSection),
  ].join("\n\n");

const tableSection = ({ name, title, description, key, sort, fields, rows }: ReleaseTable) =>
  [
    `### ${name}`,
    `**${title}.** ${description} ${countOf(rows.length, "row")}. Key: ${key.map(code).join(", ")}.${sort.length === 0 ? "" : ` Sorted by ${sort.map(code).join(", ")}.`}`,
    ...betweenCells(name),
    table(
      ["column", "type", "what it holds", "rule", "example", "filled:"],
      fields.map((field) => [
        `\`${field.name}\`${field.isRequired || key.includes(field.name) ? "\\*" : ""}`,
        typeOf(field),
        `**${field.title}.** ${field.description}${field.unit ? ` Unit: ${field.unit}.` : ""}`,
        field.rule === undefined ? "" : code(field.rule),
        exampleOf(field, rows),
        shareFilled(field, rows),
      ]),
    ),
  ].join("\n\n");

/** The rules that every statement of the table was held to. */
function betweenCells(published: string): string[] {
  const sentences = codedAs(published).flatMap(({ rules }) => rules.map(({ sentence }) => sentence));
  return sentences.length === 0
    ? []
    : ["Held in every statement:", sentences.map((sentence) => `- ${sentence}`).join("\n")];
}

function typeOf({ type, kind, codelist, pointsTo }: Field): string {
  if (codelist !== undefined) return `${kind === "codes" ? "codes" : "code"} of [${codelist}](#codes-${codelist})`;
  if (pointsTo !== undefined)
    return `${kind === "references" ? "ids" : "id"} of [${pointsTo.table}](#${pointsTo.table})`;
  if (kind === "date") return "date (EDTF)";
  return kind === "list" ? "list" : type;
}

function exampleOf({ name, example }: Field, rows: readonly Row[]): string {
  const real = rows.find((row) => row[name] !== null && row[name] !== undefined)?.[name] ?? example ?? null;
  if (real === null) return "";
  if (typeof real === "boolean") return code(real ? "TRUE" : "FALSE");
  return code(typeof real === "number" ? plainDecimal(real) : shorten(real, 60));
}

function shareFilled({ name }: Field, rows: readonly Row[]): string {
  if (rows.length === 0) return "";
  const filled = rows.reduce((count, row) => count + (row[name] === null || row[name] === undefined ? 0 : 1), 0);
  const percent = (100 * filled) / rows.length;
  if (filled > 0 && percent < 1) return "< 1 %";
  if (filled < rows.length && percent > 99) return "> 99 %";
  return `${Math.round(percent)} %`;
}
