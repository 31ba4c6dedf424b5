import { strFromU8, unzipSync } from "fflate";
import type { EditionTable } from "#pipeline/publish/editions/edition.ts";
import { writeWorkbook } from "#pipeline/publish/editions/workbook/workbook.ts";
import { someFacts } from "./release.ts";

export async function workbookBytes(tables: readonly EditionTable[]): Promise<Uint8Array> {
  const written: Uint8Array[] = [];
  await writeWorkbook(tables, someFacts, (bytes) => written.push(bytes));
  return Buffer.concat(written);
}

/** A written workbook, read with as little knowledge of the writer as can be. */
export async function readWorkbook(tables: readonly EditionTable[]) {
  const parts = unzipSync(await workbookBytes(tables));
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const sheetNames = matchesOf(part("xl/workbook.xml"), /<sheet name="([^"]+)"/gu);
  const sharedTexts = matchesOf(part("xl/sharedStrings.xml"), /<si><t[^>]*>([^<]*)<\/t><\/si>/gu);
  const sheet = (name: string) => part(`xl/worksheets/sheet${sheetNames.indexOf(name) + 1}.xml`);

  /** The content of a cell as escaped XML, and its type. */
  const cell = (name: string, at: string) => {
    const [, attributes = "", content = ""] =
      new RegExp(`<c r="${at}"([^>]*)>(?:<v>|<is><t[^>]*>)([^<]*)<`, "u").exec(sheet(name)) ?? [];
    const kind = /t="(\w+)"/u.exec(attributes)?.[1] ?? "n";
    return { kind, value: kind === "s" ? sharedTexts[Number(content)] : content };
  };
  return { paths: Object.keys(parts), part, sheetNames, sharedTexts, sheet, cell };
}

const matchesOf = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found = ""]) => found);
