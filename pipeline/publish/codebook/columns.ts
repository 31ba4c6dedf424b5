import { plainDecimal } from "#pipeline/core/csv-text.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { Value } from "#pipeline/core/row.ts";
import { code, plain, shorten, table } from "#pipeline/publish/markdown.ts";
import type { Field } from "#pipeline/publish/tables/field.ts";
import type { ReleaseTable } from "#pipeline/publish/tables/table-writer.ts";
import { codedAs, codedTable } from "#schemas/coded-tables.ts";

/** Every table: what a row is, its key, the rules between its cells, and each of its columns. */
export const columnsSection = (tables: readonly ReleaseTable[]): string =>
  [
    "## Columns",
    "*Filled* is the share of rows with a value. The example is the first value in this release, or a made-up one if there is none. The rule says how statements become the value (see above). A column without a rule is not stated by a source: it follows from other columns, or comes from a register. Columns marked * are never empty.",
    ...tables.map(tableSection),
  ].join("\n\n");

const tableSection = ({ name, title, description, key, sort, fields, rowCount, filled }: ReleaseTable) =>
  [
    `### ${name}`,
    `**${title}.** ${description} ${plural(rowCount, "row")}. Key: ${key.map(code).join(", ")}.${sort.length === 0 ? "" : ` Sorted by ${sort.map(code).join(", ")}.`}`,
    ...betweenCells(name),
    table(
      ["column", "type", "what it holds", "rule", "example", "filled:"],
      fields.map((field) => [
        `\`${field.name}\`${field.isFilled ? "\\*" : ""}`,
        typeOf(field),
        `**${plain(field.title)}.** ${plain(field.description)}${field.unit ? ` Unit: ${plain(field.unit)}.` : ""}`,
        field.rule === undefined ? "" : code(field.rule),
        exampleOf(field, filled.get(field.name)?.example ?? null),
        shareFilled(filled.get(field.name)?.count ?? 0, rowCount),
      ]),
    ),
  ].join("\n\n");

/** The rules that were checked for every coded row of the table. */
function betweenCells(published: string): string[] {
  const coded = codedAs(published);
  const sentences = coded === null ? [] : codedTable(coded).rules.map(({ sentence }) => sentence);
  return sentences.length === 0
    ? []
    : ["Rules that coders followed in every row:", sentences.map((sentence) => `- ${sentence}`).join("\n")];
}

function typeOf({ type, kind, isList, codelist, pointsTo }: Field): string {
  if (codelist !== undefined) return `${isList ? "codes" : "code"} of [${codelist}](#codes-${codelist})`;
  if (pointsTo !== undefined) return `${isList ? "ids" : "id"} of [${pointsTo.table}](#${pointsTo.table})`;
  if (kind === "date") return "date (EDTF)";
  return kind === "list" ? "list" : type;
}

function exampleOf({ example }: Field, first: Value): string {
  const shown = first ?? example ?? null;
  if (shown === null) return "";
  if (typeof shown === "boolean") return code(shown ? "TRUE" : "FALSE");
  return code(typeof shown === "number" ? plainDecimal(shown) : shorten(shown, 60));
}

function shareFilled(count: number, rows: number): string {
  if (rows === 0) return "";
  const percent = (100 * count) / rows;
  if (count > 0 && percent < 1) return "< 1 %";
  if (count < rows && percent > 99) return "> 99 %";
  return `${Math.round(percent)} %`;
}
