import { harmlessJson } from "#pipeline/core/json-text.ts";
import { type Edition, type EditionTable, fileForEachTable, type WriteBytes } from "./edition.ts";

/** Number of characters to encode at a time. */
const CHARACTERS_AT_A_TIME = 65_536;

const encoder = new TextEncoder();

/**
 * `<table>.json`: an array of objects, one row per line. Each object has every column of the table, in order, with the
 * values of the CSV file.
 */
export function writeJsonRows({ fields, rows }: EditionTable, write: WriteBytes): void {
  const cells = fields.map(({ name }, at) => ({ name, start: `${at === 0 ? "{" : ","}${JSON.stringify(name)}:` }));
  let text = "[";
  let separator = "\n";
  for (const row of rows()) {
    text += separator;
    for (const { name, start } of cells) text += start + JSON.stringify(row[name] ?? null);
    text += "}";
    separator = ",\n";
    if (text.length < CHARACTERS_AT_A_TIME) continue;
    write(encoder.encode(harmlessJson(text)));
    text = "";
  }
  write(encoder.encode(harmlessJson(`${text}${separator === "\n" ? "" : "\n"}]\n`)));
}

export const json: Edition = {
  name: "json",
  title: "JSON: for each table, an array of rows",
  mediaType: "application/json",
  format: 1,
  ...fileForEachTable("json", writeJsonRows),
};
