import { type CitedRelease, textCitation } from "#pipeline/core/citation.ts";
import { csvPath } from "#pipeline/core/csv-path.ts";
import type { FileFacts } from "#pipeline/core/release-store.ts";
import type { Field } from "#pipeline/publish/tables/field.ts";
import type { ReleaseTable } from "#pipeline/publish/tables/table-writer.ts";
import type { ReleaseContent } from "#pipeline/publish/tables/write-tables.ts";
import type { FieldType } from "#schemas/cell-kinds.ts";
import { codelists } from "#schemas/codelists.ts";
import { dataset } from "#schemas/dataset.ts";
import { loadRFunctions } from "./load-r-functions.ts";

/**
 * `load.R`: reads every table with base R only, from where the script was sourced, a folder or an address. The script
 * contains what it needs to know about the columns, because base R cannot read JSON.
 */
export const loadR = ({ tables, files }: ReleaseContent, release: CitedRelease): string =>
  [
    `# ${dataset.name} ${release.version}: every table with the right classes, using only base R.`,
    "#",
    '#   jnim <- source("load.R")$value                      # from the folder of the release, or with its path',
    '#   jnim <- source("https://.../load.R")$value          # or from its address',
    '#   sys.source("load.R", envir = globalenv())           # or like this, which makes the variable jnim',
    "#   jnim                                                # an overview: the tables, how to cite, the helpers",
    "#   jnim$expansion_timeline",
    "#",
    '# attr(jnim, "citation") is a bibentry, for toBibtex() too. attr(jnim, "helpers") has two functions: labelled() gives',
    "# the words of codes, and split_list() splits the cells of a list column.",
    "#",
    "# The pipeline made this file. Do not edit it.",
    "",
    "local({",
    `  version <- ${rString(release.version)}`,
    "",
    `  citation <- ${bibentry(release)}`,
    "",
    "  # What each code means. These become the labels of a factor.",
    `  codes <- list(\n${codelists.map(({ name, codes }) => `    ${name} = ${rVector(codes.map(({ code, label }) => [code, label]))}`).join(",\n")}\n  )`,
    "",
    `  tables <- list(\n${tables.map((table) => tableSpec(table, files)).join(",\n")}\n  )`,
    "",
    loadRFunctions,
    "})",
    "",
  ].join("\n");

function tableSpec({ name, title, fields }: ReleaseTable, files: readonly FileFacts[]): string {
  const file = files.find(({ path }) => path === csvPath(name));
  if (file === undefined) throw new Error(`load.R reads ${csvPath(name)}, which was not made.`);
  const codelistsOf = (kind: "code" | "codes") =>
    rVector(fields.filter((field) => field.kind === kind).map((field) => [field.name, field.codelist ?? ""]));
  return [
    `    ${name} = list(`,
    `      title = ${rString(title)},`,
    `      sha256 = ${rString(file.sha256)},`,
    `      classes = ${rVector(fields.map((field) => [field.name, rClass(field)]))},`,
    `      labels = ${rVector(fields.map((field) => [field.name, field.title]))},`,
    `      codes = ${codelistsOf("code")},`,
    `      lists = ${codelistsOf("codes")}`,
    "    )",
  ].join("\n");
}

/** The arguments of the function bibentry. */
const bibentry = (release: CitedRelease) =>
  `list(${[
    ["bibtype", "Misc"],
    ["key", `${dataset.name}-${release.version}`],
    ["title", dataset.title],
    ["author", dataset.author],
    ["year", release.created.slice(0, 4)],
    ["version", release.version],
    ["howpublished", `Data set ${dataset.name}, version ${release.version} of ${release.created}`],
    ["note", `SHA-256 of the data: ${release.dataHash}`],
    ["textVersion", textCitation(release)],
  ]
    .map(
      ([name = "", value = ""]) =>
        `\n    ${name} = ${name === "author" ? `utils::person(${rString(value)})` : rString(value)}`,
    )
    .join(",")}\n  )`;

const R_CLASSES: Readonly<Record<FieldType, string>> = {
  string: "character",
  integer: "integer",
  number: "numeric",
  boolean: "logical",
  date: "Date",
};
const rClass = ({ type }: Field) => R_CLASSES[type];

const rVector = (entries: readonly (readonly [name: string, value: string])[]) =>
  entries.length === 0
    ? "character()"
    : `c(${entries.map(([name, value]) => `${rString(name)} = ${rString(value)}`).join(", ")})`;

/**
 * ASCII only, so that R reads the script in the same way in every locale. R reads the escapes of JSON, but has no text
 * with the character NUL or half a surrogate pair, and takes at most four digits after `\u` and eight after `\U` (R Language Definition, 10.3.1).
 */
export const rString = (text: string) =>
  JSON.stringify(text.replaceAll("\0", "\uFFFD").replace(/\p{Cs}/gu, "\uFFFD")).replace(/[^\x20-\x7e]/gu, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return `\\${code > 0xffff ? "U" : "u"}{${code.toString(16)}}`;
  });
