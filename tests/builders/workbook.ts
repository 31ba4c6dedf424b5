import { strFromU8, unzipSync } from "fflate";
import { columnLetters } from "#pipeline/core/xlsx/addresses.ts";
import type { EditionTable } from "#pipeline/publish/editions/edition.ts";
import { writeWorkbook } from "#pipeline/publish/editions/workbook/workbook.ts";
import { someFacts } from "./release.ts";

export function workbookBytes(tables: readonly EditionTable[]): Uint8Array {
  const written: Uint8Array[] = [];
  writeWorkbook(tables, someFacts, (bytes) => written.push(bytes));
  return Buffer.concat(written);
}

/** A written workbook, read with as little knowledge of the writer as can be. */
export function readWorkbook(tables: readonly EditionTable[]) {
  const parts = unzipSync(workbookBytes(tables));
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const sheetNames = matchesOf(part("xl/workbook.xml"), /<sheet name="([^"]+)"/gu);
  const sheet = (name: string) => part(`xl/worksheets/sheet${sheetNames.indexOf(name) + 1}.xml`);
  /** The texts of a sheet as escaped XML, cell by cell. */
  const texts = (name: string) => matchesOf(sheet(name), /<is><t[^>]*>([^<]*)<\/t><\/is>/gu);

  /** The content of a cell as escaped XML, and its type. */
  const cell = (name: string, at: string) => {
    const [, attributes = "", value = ""] =
      new RegExp(`<c r="${at}"([^>]*)>(?:<v>|<is><t[^>]*>)([^<]*)<`, "u").exec(sheet(name)) ?? [];
    return { kind: /t="(\w+)"/u.exec(attributes)?.[1] ?? "n", value };
  };
  const headers = (name: string) => texts(name).slice(0, (sheet(name).match(/<c r="[A-Z]+1"/gu) ?? []).length);

  /** The letters of the column with a header. */
  const letters = (name: string, header: string) => columnLetters(headers(name).indexOf(header) + 1);

  /** The element that says how wide the column is, and whether it is folded away. */
  const columnElement = (name: string, header: string) => {
    const at = headers(name).indexOf(header) + 1;
    return new RegExp(`<col min="${at}" [^>]*>`, "u").exec(sheet(name))?.[0] ?? "";
  };
  return { paths: Object.keys(parts), part, sheetNames, sheet, texts, cell, headers, letters, columnElement };
}

const matchesOf = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found = ""]) => found);
