import { dirname } from "node:path";
import { formatIssue } from "#pipeline/core/format-issue.ts";
import { type DiskFile, fileStem, type RawInput } from "#pipeline/core/raw-input.ts";
import { hidesCitations } from "#pipeline/documents/citations.ts";
import { readIntakeRecords } from "#pipeline/io/intake-record.ts";
import { readRawFolder, textFolders } from "#pipeline/io/raw-folder.ts";
import { report } from "#pipeline/io/terminal.ts";
import { resolveRaw } from "#pipeline/run.ts";
import type { Staged } from "#pipeline/stage/stage.ts";
import type { AddOptions } from "./add-options.ts";

/** What raw/ and the folders of texts have before a document is added. */
export interface Known {
  readonly raw: string;
  /** Where the text of the document goes: beside the one that is there, or in the first folder of texts. */
  readonly folder: string;
  readonly input: RawInput;
  readonly staged: Staged;
  /** The text that the id has. */
  readonly text: DiskFile | null;
  /** The contents of the `.intake.json` files, by source. */
  readonly intakeRecords: ReadonlyMap<string, string>;
}

/** Reads it; `null`, with its issues reported, if a file may hide citations of the text. */
export async function readKnown({ raw, texts, id }: AddOptions): Promise<Known | null> {
  const folders = textFolders(raw, texts);
  const input = await readRawFolder(raw, folders);
  const { staged, issues } = resolveRaw(input);
  const hiding = issues.filter(hidesCitations);
  for (const issue of hiding) report(formatIssue(issue));
  if (hiding.length > 0) {
    report(
      "Nothing was written, because these files cannot be read as a whole. Correct them, and add the document again.",
    );
    return null;
  }
  const text = input.texts.find(({ path }) => fileStem(path) === id) ?? null;
  const [first = ""] = folders;
  const folder = text === null ? first : dirname(text.path);
  return { raw, folder, input, staged, text, intakeRecords: readIntakeRecords(folders) };
}
