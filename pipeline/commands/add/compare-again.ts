import { join } from "node:path";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { DiskFile } from "#pipeline/core/raw-input.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { allCitations } from "#pipeline/documents/all-citations.ts";
import { formatVerification } from "#pipeline/documents/format-verification.ts";
import { readIntakePages } from "#pipeline/documents/intake-pages.ts";
import { readText } from "#pipeline/documents/read-text.ts";
import { isChanged, type Verification, verifyIndex } from "#pipeline/documents/verify-index.ts";
import { print } from "#pipeline/io/terminal.ts";
import type { Known } from "./known.ts";
import { filesOf } from "./plan-document.ts";
import type { TakenDocument } from "./taken-document.ts";

interface Compared {
  readonly verification: Verification;
  /** The new files beside the texts, and a copy of the old text. */
  readonly files: readonly DiskFile[];
}

/** How the sentences of a document, taken in anew, compare with its index. Throws a UsageError if it has none. */
export function compareAgain(known: Known, { id, document }: { id: string; document: TakenDocument }): Compared {
  const { folder, input, staged, text: old } = known;
  const index = staged.indexes.get(id);
  if (index === undefined)
    throw new UsageError(`--again compares with an index, and ${id} has none that can be read. Leave --again out.`);
  const { files, content, intakeRecord } = filesOf(folder, { id, document, originalSha256: sha256Hex(document.bytes) });
  const { text, ...read } = readText({ path: join(folder, `${id}.txt`), bytes: content });
  const verification = verifyIndex({
    index,
    read: { ...read, text: text ?? "" },
    citations: allCitations(input),
    intake: readIntakePages(intakeRecord),
  });
  const isOther = old !== null && Buffer.compare(old.bytes, content) !== 0;
  const copy = !isOther ? [] : [{ path: join(folder, "originals", `${sha256Hex(old.bytes)}.txt`), bytes: old.bytes }];
  return { verification, files: [...copy, ...files] };
}

/** Prints the comparison, and how to go on. */
export function reportAgain({ verification, files }: Compared, { id, isWritten }: { id: string; isWritten: boolean }) {
  print(formatVerification(verification));
  const relocate = `npm run pipeline -- documents verify ${id} --relocate`;
  if (isWritten) {
    for (const { path } of files) print(`${path}: written.`);
    print(`To move the locators, the index and the recorded hash along, run: ${relocate}`);
  } else if (isChanged(verification))
    print(
      `Nothing was written. To put the new text in the place of the old one, of which a copy is kept, add --write. Then run: ${relocate}`,
    );
}
