import { type DomElement, isText } from "./dom.ts";

/** Elements that may be deleted words. */
export const DELETED = "del, s, strike";

/**
 * Whether the words of an element were deleted: all in `del`, and struck-out ones that inserted ones follow. Other
 * struck-out words are what the author wrote to be read.
 */
export function isDeleted(element: DomElement): boolean {
  if (element.localName === "del") return true;
  if (element.localName !== "s" && element.localName !== "strike") return false;
  let next = element.nextSibling;
  while (next !== null && isText(next) && (next.textContent ?? "").trim() === "") next = next.nextSibling;
  return next !== null && next.nodeName.toLowerCase() === "ins";
}
