import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { BASE, writeRaw } from "#tests/golden/raw-files.ts";

const LOCATOR = /^p(\d+)s(\d+)$/u;

/**
 * Writes the raw/ of the golden base into `folder`, and texts/ with made-up texts that have exactly its locators. The
 * indexes are left out: `documents index` makes them.
 */
export function writeRawWithTexts(folder: string): void {
  writeRaw(BASE, join(folder, "raw"));
  mkdirSync(join(folder, "texts"));
  const documents = join(folder, "raw", "documents");
  for (const name of readdirSync(documents)) {
    const sourceId = name.replace(".index.csv", "");
    const rows: { locator: string }[] = parse(readFileSync(join(documents, name)), { columns: true });
    const text = textWith(
      rows.map(({ locator }) => locator),
      quotedFrom(sourceId, join(folder, "raw", "coded")),
    );
    writeFileSync(join(folder, "texts", `${sourceId}.txt`), text);
    recordHash(join(folder, "raw", "coded", "sources.csv"), sourceId, sha256Hex(text));
    rmSync(join(documents, name));
  }
}

/** Copies a real raw/ and the texts of its documents. */
export function copyRawWithTexts({ raw, texts }: { raw: string; texts: string }, folder: string): void {
  cpSync(raw, join(folder, "raw"), { recursive: true });
  cpSync(texts, join(folder, "texts"), { recursive: true, filter: (path) => !path.endsWith("README.md") });
}

/** Changes every text in texts/. */
export function changeTexts(folder: string, change: (text: string) => string): void {
  for (const name of readdirSync(join(folder, "texts"))) {
    const path = join(folder, "texts", name);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  }
}

/** Two lines above the text, so that every sentence of it gets another locator. */
export const insertParagraph = (text: string) => `This paragraph was not there before.\n\n${text}`;

/** The names, dates and slips that rows quote from a document. */
function quotedFrom(sourceId: string, coded: string): string[] {
  const rows = readdirSync(coded).flatMap((name): Record<string, string>[] =>
    parse(readFileSync(join(coded, name)), { columns: true }),
  );
  return rows
    .filter(({ source_id: source, evidence }) => source === sourceId && evidence !== undefined)
    .flatMap(({ name = "", date_text: date = "", as_printed: slip = "" }) => [name, date, slip])
    .filter((quoted) => quoted !== "");
}

/** A text with these sentences, each of which has all that rows quote. */
function textWith(locators: readonly string[], quoted: readonly string[]): string {
  let text = "";
  for (const locator of locators) {
    const [, paragraph = "", sentence = ""] = LOCATOR.exec(locator) ?? [];
    text += `${sentence === "1" ? (text === "" ? "" : "\n\n") : " "}Sentence ${sentence} of paragraph ${paragraph} is here: ${quoted.join(", ")}.`;
  }
  return `${text}\n`;
}

function recordHash(path: string, sourceId: string, sha256: string): void {
  const lines = readFileSync(path, "utf8").split("\n");
  const changed = lines.map((line) => (line.startsWith(`${sourceId},`) ? line.replace(/[0-9a-f]{64}/u, sha256) : line));
  writeFileSync(path, changed.join("\n"));
}
