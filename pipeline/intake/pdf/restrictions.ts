import type { Remark } from "#pipeline/intake/taken-in.ts";
import type { OpenPdf } from "./pdf-library.ts";

/** The permissions of ISO 32000-1, table 22, that concern the text. */
const PERMISSIONS: ReadonlyMap<number, string> = new Map([
  [4, "printing"],
  [8, "changing"],
  [16, "copying"],
]);

/** A remark if the file opens without a password, but has one that forbids something. */
export async function restrictionsOf(pdf: OpenPdf): Promise<Remark[]> {
  const allowed = await pdf.getPermissions();
  if (allowed === null) return [];
  const forbidden = [...PERMISSIONS].flatMap(([flag, words]) => (allowed.includes(flag) ? [] : [words]));
  return forbidden.length === 0 ? [] : [{ code: "pdf-restricted", page: null, detail: forbidden.join(", ") }];
}
