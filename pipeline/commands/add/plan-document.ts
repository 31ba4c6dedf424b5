import { join } from "node:path";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { Issue } from "#pipeline/core/issue.ts";
import { type DiskFile, fileStem, type RawInput } from "#pipeline/core/raw-input.ts";
import { allCitations } from "#pipeline/documents/all-citations.ts";
import { buildIndex, writeIndex } from "#pipeline/documents/build-index.ts";
import { readCodedText } from "#pipeline/documents/citations.ts";
import { readIntakePages } from "#pipeline/documents/intake-pages.ts";
import { readText } from "#pipeline/documents/read-text.ts";
import { editRecordedHash } from "#pipeline/documents/record-hash.ts";
import { rewriteCells } from "#pipeline/documents/rewrite-cells.ts";
import { withPages } from "#pipeline/documents/sentence-pages.ts";
import { intakeFiles } from "#pipeline/intake/intake-files.ts";
import { intakeKind } from "#pipeline/intake/intake-kind.ts";
import { type SourceRow, sourceRow } from "#pipeline/intake/source-row.ts";
import { appendRow, recordsIn, rowFor } from "#pipeline/intake/sources-file.ts";
import type { Refusal } from "#pipeline/intake/taken-in.ts";
import type { Known } from "./known.ts";
import { type Alike, compareKnown, refuseKnown } from "./same-document.ts";
import type { TakenDocument } from "./taken-document.ts";

export interface AddPlan {
  /** The files beside the texts. */
  readonly textFiles: readonly DiskFile[];
  /** The index and sources.csv, as far as they change. */
  readonly rawFiles: readonly DiskFile[];
  readonly text: string;
  readonly nSentences: number;
  /** What extracting has left in the text. */
  readonly issues: readonly Issue[];
  readonly alike: Alike;
  readonly row: SourceRow;
  /** The row as it is in sources.csv. */
  readonly csv: string;
  /** Whether sources.csv has a row of the id already, or has it with this change. */
  readonly isRecorded: "already" | "now" | "not";
}

interface Adding {
  readonly id: string;
  readonly document: TakenDocument;
  /** ISO day. */
  readonly accessed: string;
  /** Whether the row is to be added to sources.csv. */
  readonly write: boolean;
}

/** What adding a document writes, or why it must not. */
export function planDocument(known: Known, adding: Adding): AddPlan | Refusal {
  const { raw, folder, input } = known;
  const { id, document, accessed, write } = adding;
  const sources = sourcesOf(input);
  const originalSha256 = sha256Hex(document.bytes);
  const rows = recordsIn(sources.text);
  const refusal = refuseKnown(known, { id, rows, originalSha256 });
  if (refusal !== null) return refusal;

  const { files, content, intakeRecord, made } = filesOf(folder, { id, document, originalSha256 });
  const textFile = { path: join(folder, `${id}.txt`), bytes: content };
  if (known.text !== null && Buffer.compare(known.text.bytes, content) !== 0)
    return { code: "text-is-there", detail: known.text.path };
  const { text, sha256, issues } = readText(textFile);
  if (text === null) return { code: "empty-file", detail: null };
  const own = rows.find((record) => record.get("source_id") === id);
  const recorded = own?.get("sha256") ?? "";
  if (recorded !== "" && recorded !== sha256 && allCitations(input).some(({ sourceId }) => sourceId === id))
    return { code: "cited-by-rows", detail: null };
  const row = sourceRow({ ...made, textSha256: sha256, accessed });
  const pages = { intake: readIntakePages(intakeRecord), index: undefined };
  const sentences = withPages(buildIndex(text, sha256), text, pages);
  const alike = compareKnown(known, { id, rows, row, sentences });
  if ("code" in alike) return alike;
  const csv = rowFor(sources.text, row.values);
  const isKnown = own !== undefined;
  const isRecorded = isKnown ? "already" : write ? "now" : "not";
  const index = new TextEncoder().encode(writeIndex(sentences));
  const register = isKnown
    ? rewriteCells(sources.file, editRecordedHash(input.coded, id, sha256))
    : new TextEncoder().encode(appendRow(sources.text, csv));
  return {
    textFiles: files,
    rawFiles:
      isRecorded === "not"
        ? []
        : [
            { path: join(raw, "documents", `${id}.index.csv`), bytes: index },
            { path: sources.file.path, bytes: register },
          ],
    text,
    nSentences: sentences.length,
    issues,
    alike,
    row,
    csv,
    isRecorded,
  };
}

/** The text, notes, tables and record of a document, and its original. */
export function filesOf(
  folder: string,
  { id, document, originalSha256 }: { id: string; document: TakenDocument; originalSha256: string },
) {
  const { bytes, kind, name, pages, taken, fetched } = document;
  const { mediaType, extensions } = intakeKind[kind];
  const original = { sha256: originalSha256, bytes: bytes.length, mediaType, fileName: name };
  const made = { sourceId: id, taken, original, pages, fetched };
  const written = intakeFiles(made);
  const contents = [...written].map(([file, content]) => ({
    path: join(folder, file),
    bytes: new TextEncoder().encode(content),
  }));
  const kept = { path: join(folder, "originals", `${originalSha256}.${extensions[0]}`), bytes };
  const intakeRecord = written.get(`${id}.intake.json`) ?? null;
  return { files: [kept, ...contents], content: contents[0]?.bytes ?? new Uint8Array(), intakeRecord, made };
}

/** sources.csv, or an empty file in its place. */
export function sourcesOf({ coded, codedPath }: RawInput): { readonly file: DiskFile; readonly text: string } {
  const file = coded.find(({ path }) => fileStem(path) === "sources") ?? {
    path: join(codedPath, "sources.csv"),
    bytes: new Uint8Array(),
  };
  return { file, text: readCodedText(file) ?? "" };
}
