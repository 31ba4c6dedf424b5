const BULLET = /^(?:[•▪■◦‣●○⁃∙·➢➤✓◆❖□]\s*|[–—*-]\s+)(?=\S)/u;
const NUMBERED = /^[([]?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{2,5})[.)\]]\s+(?=\S)/u;

/** The mark with which a line opens an item of a list; `null` if it does not. */
export function listMark(text: string): { readonly mark: string; readonly kind: "bullet" | "dash" | "number" } | null {
  const [bullet] = BULLET.exec(text) ?? [];
  if (bullet !== undefined) return { mark: bullet, kind: /^[–—*-]/u.test(bullet) ? "dash" : "bullet" };
  const [number] = NUMBERED.exec(text) ?? [];
  return number === undefined ? null : { mark: number, kind: "number" };
}
