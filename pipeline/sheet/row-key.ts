import type { FileRow } from "./coded-file.ts";

/** The header of the first column of every sheet: which row of the file it is. New rows leave it empty. */
export const KEY_HEADER = "row";

/** `12-5f0c…`: the position of the row when the workbook was written, from 1, and the hash of what it held. */
export const rowKey = ({ hash }: Pick<FileRow, "hash">, at: number): string => `${at + 1}-${hash}`;

export interface RowKey {
  readonly position: number;
  readonly hash: string;
}

/** `null` if it is not such a key. */
export function parseRowKey(text: string): RowKey | null {
  const [, position, hash] = /^([1-9]\d*)-([0-9a-f]{12})$/u.exec(text) ?? [];
  return position === undefined || hash === undefined ? null : { position: Number(position), hash };
}
