import { findLanguage } from "./find-language.ts";
import type { IntakeKind } from "./intake-kind.ts";
import type { Finding, Intake, PageRange, Refusal, Remark, TakenIn } from "./taken-in.ts";
import { toolsNamed } from "./tool-versions.ts";

export interface IntakeOptions {
  /** Pages to take in; `null` for all. */
  readonly pages: readonly PageRange[] | null;
  /** The charset that the server named. */
  readonly charset: string | null;
}

type TakeIn = (bytes: Uint8Array, options: IntakeOptions) => Promise<Intake>;

/** The one function of each kind. Its packages are loaded with it, and only then. */
const functions: Readonly<Record<IntakeKind, TakeIn>> = {
  pdf: async (bytes, { pages }) => (await import("./pdf/take-in-pdf.ts")).takeInPdf(bytes, { pages }),
  html: async (bytes, options) => (await import("./html/take-in-html.ts")).takeInHtml(bytes, options),
  docx: async (bytes) => (await import("./docx/take-in-docx.ts")).takeInDocx(bytes),
  epub: async (bytes) => (await import("./epub/take-in-epub.ts")).takeInEpub(bytes),
  text: async (bytes) => (await import("./text/take-in-text.ts")).takeInText(bytes),
};

/** Takes in a document: its blocks, notes, tables and metadata, or why it cannot be taken in. */
export async function takeIn(kind: IntakeKind, bytes: Uint8Array, options: IntakeOptions): Promise<Intake> {
  const intake = await functions[kind](bytes, options);
  if ("refusal" in intake) return intake;
  if (intake.taken.blocks.length === 0) return { refusal: withoutText(intake.taken) };
  return { taken: await withLanguage(intake.taken) };
}

/** What a document without text has instead. */
function withoutText({ tables, remarks }: TakenIn): Refusal {
  const hasPictures = remarks.some(({ code }) => code === "images");
  return { code: "empty-file", detail: tables.length > 0 ? "tables" : hasPictures ? "pictures" : null };
}

/** `en` for `en-US`: RFC 5646, section 2.2.1. */
const primary = (language: string) => language.toLowerCase().split("-")[0];

/** Adds the language of the words; a declared language that is another one is a remark, because programs declare their own. */
async function withLanguage(taken: TakenIn): Promise<TakenIn> {
  const found = await findLanguage(taken.blocks);
  if (found === null) return taken;
  const declared = taken.metadata.find(({ field }) => field === "language")?.value;
  const finding: Finding = { field: "language", value: found, where: "words of the text", means: "text" };
  const differs: Remark[] =
    declared === undefined || primary(declared) === primary(found)
      ? []
      : [{ code: "language-differs", page: null, detail: `${declared}, ${found}` }];
  return {
    ...taken,
    metadata: [...taken.metadata, finding],
    remarks: [...taken.remarks, ...differs],
    tools: { ...taken.tools, ...toolsNamed("eld") },
  };
}
