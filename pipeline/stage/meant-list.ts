import { joinList } from "#pipeline/core/row.ts";
import type { Column } from "#schemas/column.ts";

type ListColumn = Pick<Column, "kind"> & { readonly codes: readonly string[] };

/**
 * The list that a cell probably means: it joins items with `;` but no space, has an empty or duplicate item or, for codes
 * and ids, joins items with `,`, `|` or white space, which neither can contain. `null` if the cell is already a valid list.
 */
export function meantList(text: string, { kind, codes }: ListColumn): string | null {
  const items = itemsBy(/;/u, text);
  const written = joinList(items);
  if (kind !== "list") {
    const loose = itemsBy(/[;,|\s]/u, text);
    // A cell of other words, such as a remark, is no list.
    const isList = kind === "codes" ? loose.some((item) => codes.includes(item)) : loose.every((item) => ID.test(item));
    if (loose.length > items.length && isList) return joinList(loose);
  }
  return written === text ? null : written;
}

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;

const itemsBy = (separator: RegExp, text: string) => [
  ...new Set(
    text
      .split(separator)
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  ),
];
