import { join } from "node:path";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { readIntakePages } from "#pipeline/documents/intake-pages.ts";
import { intakeKind } from "#pipeline/intake/intake-kind.ts";
import { formatPages } from "#pipeline/intake/page-ranges.ts";
import type { PageRange } from "#pipeline/intake/taken-in.ts";
import { type AssertHeld, runAlone } from "#pipeline/io/alone.ts";
import { makeFolder } from "#pipeline/io/durable-write.ts";
import { readIntakeRecord } from "#pipeline/io/intake-record.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { textFolders } from "#pipeline/io/raw-folder.ts";
import { replaceFiles } from "#pipeline/io/replace-files.ts";
import { print, report } from "#pipeline/io/terminal.ts";
import { type AddOptions, readAsked } from "./add/add-options.ts";
import { formatAdded, isAdded } from "./add/already-added.ts";
import { compareAgain, reportAgain } from "./add/compare-again.ts";
import { type Known, readKnown } from "./add/known.ts";
import { obtainDocument, type Refused } from "./add/obtain-document.ts";
import { planDocument } from "./add/plan-document.ts";
import { reportDocument } from "./add/report-document.ts";
import { inWords, type TakenDocument, takeInDocument } from "./add/taken-document.ts";
import { dayOfPublication } from "./day-of-publication.ts";

/**
 * Takes in a document: keeps the original, writes its text, notes, tables and the record of how they came to be, and
 * prints its row for sources.csv, or adds it there and cuts the text into sentences. Everything is written, or nothing.
 */
export async function documentsAdd(options: AddOptions): Promise<number> {
  const { raw, write, dryRun, again } = options;
  const accessed = dayOfPublication(options.date);
  const asked = readAsked(options);
  const obtained = await obtainDocument(asked.place, options.allowLoopback);
  if ("code" in obtained) return refuse(options, obtained);
  const document = await takeInDocument(obtained, { ...asked, pages: asked.pages ?? pagesBefore(options) });
  if ("code" in document) return refuse(options, document);
  if (asked.pages !== null) checkPaged(document);
  const work: Work = { options, document, accessed };
  if (dryRun || (again && !write)) return add(work, null);
  // A folder of texts outside raw/ has a lock and a journal of its own.
  const texts = textFolders(raw, options.texts).find((folder) => !isBelow(folder, raw));
  return runAlone({ raw, texts, report }, (signal, assertHeld) => add(work, { signal, assertHeld }));
}

/** With `again`, the pages that were taken in before; otherwise `null`, for all. */
function pagesBefore({ id, raw, texts, again }: AddOptions): readonly PageRange[] | null {
  const record = again ? readIntakeRecord(textFolders(raw, texts), id) : null;
  return readIntakePages(record)?.pages ?? null;
}

function checkPaged({ kind, name }: TakenDocument): void {
  if (kind === "pdf") return;
  throw new UsageError(`--pages counts the pages of a PDF, and ${name} is ${intakeKind[kind].words}. Leave it out.`);
}

interface Work {
  readonly options: AddOptions;
  readonly document: TakenDocument;
  readonly accessed: string;
}

/** Plans the change, carries it out if the folders are `held`, and says what it is. */
async function add({ options, document, accessed }: Work, held: Held | null): Promise<number> {
  const { id, raw, again, write } = options;
  const known = await readKnown(options);
  if (known === null) return 1;
  if (again) {
    const compared = compareAgain(known, { id, document });
    if (options.pages === undefined && document.pages !== null)
      report(
        `Pages ${formatPages(document.pages)} were taken in, as before. To take in others, name them with --pages.`,
      );
    if (held !== null) await writeFiles(known, { textFiles: compared.files, rawFiles: [] }, held);
    reportAgain(compared, { id, isWritten: held !== null });
    return 0;
  }
  if (isAdded(known, { id, document })) {
    print(formatAdded(id));
    return 0;
  }
  const plan = planDocument(known, { id, document, accessed, write });
  if ("code" in plan) return refuse(options, inWords(plan));
  if (held !== null) await writeFiles(known, plan, held);
  reportDocument(plan, { id, raw, taken: document.taken, isDryRun: held === null });
  return 0;
}

interface Held {
  readonly signal: AbortSignal;
  readonly assertHeld: AssertHeld;
}

interface Written {
  readonly textFiles: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly rawFiles: Written["textFiles"];
}

/** The texts and then, if they are elsewhere, what is in raw/: an index without a text would be worse than a text without one. */
async function writeFiles({ raw, folder }: Known, { textFiles, rawFiles }: Written, held: Held): Promise<void> {
  await pauseFor(held.signal)();
  await makeFolder(join(folder, "originals"));
  await makeFolder(join(raw, "documents"));
  await held.assertHeld();
  const command = "documents add";
  if (isBelow(folder, raw)) return replaceFiles(raw, { command, files: [...textFiles, ...rawFiles] });
  await replaceFiles(folder, { command, files: textFiles });
  try {
    await replaceFiles(raw, { command, files: rawFiles });
  } catch (error) {
    report(`The text is in ${folder}, but its row and index are not in ${raw} yet. To finish, run the command again.`);
    throw error;
  }
}

const isBelow = (folder: string, raw: string) => join(folder, "/").startsWith(join(raw, "/"));

function refuse({ file }: AddOptions, { code, message }: Refused): number {
  report(`${file}: ${message}`);
  report(`Nothing was written (${code}).`);
  return 1;
}
