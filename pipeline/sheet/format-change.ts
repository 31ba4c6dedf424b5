import { plural } from "#pipeline/core/plural.ts";
import { nameRow, type TableChange } from "./merge-sheet.ts";

/** Whether the file stays as it is. */
export const isUnchanged = ({ changed, deleted, added }: TableChange): boolean =>
  changed.size + deleted.size + added.length === 0;

/** What a change does to a file, one line for each row and one for the file. */
export function formatChange({ file, changed, deleted, added }: TableChange): string[] {
  const { path, columns } = file;
  return [
    ...[...changed].map(([{ line, values: before }, after]) => {
      const names = columns.flatMap(({ name }, at) => (before[at] === after[at] ? [] : [name]));
      return `changed  ${path}:${line}  ${nameRow(before)}: ${names.join(", ")}`;
    }),
    ...[...deleted].map(({ line, values }) => `deleted  ${path}:${line}  ${nameRow(values)}`),
    ...added.map(({ values }) => `added    ${path}  ${nameRow(values)}`),
    `${path}: ${plural(changed.size, "row")} changed, ${added.length} added, ${deleted.size} deleted.`,
  ];
}
