import { joinList } from "#pipeline/core/row.ts";
import type { Column } from "#schemas/column.ts";

type ListColumn = Pick<Column, "kind"> & { readonly codes: readonly string[] };

/**
 * The list that a cell probably means: it joins items with `;` but no space, has an empty or duplicate item or, for codes
 * and ids, joins items with `,` or `|`. `null` if the cell is already a valid list.
 */
export function meantList(text: string, { kind, codes }: ListColumn): string | null {
  const items = itemsBy(/;/u, text);
  const written = joinList(items);
  if (written !== null && written !== text) return written;
  if (kind === "list") return null;
  const loose = itemsBy(/[;,|]/u, text);
  const areKnown = kind === "references" || loose.every((item) => codes.includes(item));
  return loose.length > items.length && areKnown ? joinList(loose) : null;
}

const itemsBy = (separator: RegExp, text: string) => [
  ...new Set(
    text
      .split(separator)
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  ),
];
