import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

const IMPORTS = `
import type { Claim, Entry, ResolvedRecord, Resolution } from "#pipeline/core/resolution.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { TextRow } from "#pipeline/publish/compare/published-release.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";
import { Place } from "#schemas/coded/places.ts";
import type { PublishedRow } from "#schemas/published-tables.ts";
import { rowRule } from "#schemas/row-rule.ts";
`;

/** By what is read: the parameter of a function, and an expression with the right spelling and with a wrong one. */
const CASES: readonly (readonly [what: string, parameter: string, right: string, wrong: string])[] = [
  ["a register as published", 'row: PublishedRow<"source_provenance">', "row.reliability", "row.relaibility"],
  ["the bounds of a published date", 'row: PublishedRow<"events">', "row.date_earliest", "row.date_earlist"],
  ["a part of a published number", 'row: PublishedRow<"events">', "row.fatalities_low", "row.fatalities"],
  ["the name of an actor", 'row: PublishedRow<"events">', "row.assoc_actor1", "row.assoc_actors1"],
  ["what a place carries along", 'row: PublishedRow<"events">', "row.location", "row.loaction"],
  ["a column that one table has alone", 'row: PublishedRow<"expansion_timeline">', "row.sequence", "row.sequenec"],
  ["a register as coded", 'values: CodedRow<"sources">', "values.reliability", "values.relaibility"],
  ["a coded date, which is not a text", 'values: CodedRow<"events">', "values.date?.edtf", "values.date?.slice"],
  [
    "a coded amount, which is not a number",
    'values: CodedRow<"events">',
    "values.amount?.low",
    "values.amount?.toFixed",
  ],
  ["a staged table", "tables: StagedTables", "tables.events.rows[0]?.values.date", "tables.events.rows[0]?.values.dat"],
  ["the name of a staged table", "tables: StagedTables", "tables.events", "tables.evnets"],
  ["a record", "record: ResolvedRecord", "record.row.n_sources", "record.row.n_soruces"],
  [
    "a statement",
    "record: ResolvedRecord",
    "record.statements[0]?.values.certainty",
    "record.statements[0]?.values.certinty",
  ],
  ["a sentence", "entry: Entry", "entry.evidence[0]?.locator", "entry.evidence[0]?.loactor"],
  ["an entry of a known table", 'entry: Entry & { table: "errata" }', "entry.row.as_printed", "entry.row.as_pritned"],
  ["a claim", "claim: Claim", "claim.row.status", "claim.row.staus"],
  ["the status of a claim", "claim: Claim", 'claim.row.status === "outvoted"', 'claim.row.status === "outvotde"'],
  ["the entries of a table", "resolution: Resolution", 'resolution.entries("events")', 'resolution.entries("evnets")'],
  ["a row of an earlier release", 'row: TextRow<"retired">', "row.replaced_by", "row.repalced_by"],
  ["the column of a row rule", "", aRule({ column: "latitude" }), aRule({ column: "latitdue" })],
  [
    "the columns that a row rule needs",
    "",
    aRule({ needs: '"latitude"' }),
    aRule({ needs: '"latitude", "longitdue"' }),
  ],
  ["a cell that a row rule reads", "", aRule({ reads: "latitude" }), aRule({ reads: "longitude" })],
];

function aRule({ column = "latitude", needs = '"latitude"', reads = "latitude" }) {
  return `rowRule(Place.shape, { column: "${column}", needs: [${needs}], sentence: "", holds: (row) => row.${reads} === null })`;
}

/** The messages of the compiler about each line of a source text that lies in the project, of which there is one program. */
function compile(lines: readonly string[]): readonly (readonly string[])[] {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const path = join(root, "pipeline/made-up-source.ts");
  const text = `${IMPORTS}${lines.join("\n")}\n`;
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => file === path || fileExists(file);
  host.readFile = (file) => (file === path ? text : readFile(file));
  host.getSourceFile = (file, target, ...rest) =>
    file === path ? ts.createSourceFile(file, text, target) : getSourceFile(file, target, ...rest);
  const program = ts.createProgram([path], options, host);
  const source = program.getSourceFile(path);
  const offset = IMPORTS.split("\n").length - 1;
  const messages: string[][] = lines.map(() => []);
  for (const { start = 0, messageText } of ts.getPreEmitDiagnostics(program, source)) {
    const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) - offset;
    (messages[line] ?? messages[0])?.push(ts.flattenDiagnosticMessageText(messageText, "\n"));
  }
  return messages;
}

const messages = compile(
  CASES.flatMap(([, parameter, right, wrong], at) =>
    [right, wrong].map((expression, which) => `export const case${at}_${which} = (${parameter}) => ${expression};`),
  ),
);

describe("the compiler knows the columns of every row", () => {
  test.each(CASES.map(([what], at) => [what, at] as const))(
    "%s: a misspelt name is an error, the right one is none",
    (_, at) => {
      expect(messages[2 * at]).toEqual([]);
      expect(messages[2 * at + 1]).toHaveLength(1);
    },
  );

  test("and says which name it does not know", () => {
    expect(messages.flat().filter((message) => message.includes("relaibility"))).toHaveLength(2);
  });
});
