import { type Limit, limits } from "#pipeline/core/limits.ts";
import type { ReadFault } from "#pipeline/core/raw-input.ts";

/** Why a file could not be read. `detail` is the system's error code. */
export function formatUnreadable(fault: ReadFault, detail: string | null): string {
  switch (fault) {
    case "dangling-link":
      return "This is a link to a file that does not exist. Correct the link, or put the file itself here.";
    case "link-loop":
      return "This is a link that leads back to itself. Put the file itself here.";
    case "folder":
      return "This is a folder, but a file is expected. Rename the folder, or move it away.";
    case "fifo":
    case "socket":
    case "device":
      return `This is a ${fault === "fifo" ? "named pipe" : fault}, but a file is expected. Remove it, or put the file itself here.`;
    case "denied":
      return "Permission to read the file is denied. Change its permissions, or those of its folder.";
    case "changed":
      return "The file changed while it was read. Run the command again when nothing writes to the file.";
    case "vanished":
      return "The file vanished while the folder was read. Run the command again when nothing moves its files.";
    case "system":
      return `The system could not read the file (${detail ?? "no error code"}). Check the disk, or restore the file from a copy.`;
    default:
      return fault satisfies never;
  }
}

export const thousands = (count: number) => count.toLocaleString("en-US");

/** Which limit is exceeded, and by what. */
export function formatTooLarge(limit: Limit, size: number): string {
  const most = thousands(limits[limit]);
  switch (limit) {
    case "fileBytes":
      return `The file has ${thousands(size)} bytes; the limit is ${most}. Split its source, or remove what does not belong in it.`;
    case "inputBytes":
      return `With this file of ${thousands(size)} bytes, all files together exceed the limit of ${most} bytes. Remove files that do not belong here.`;
    case "rows":
      return `The file has more than ${most} rows, which is the limit. Remove rows that do not belong in it, such as blank ones at its end.`;
    case "cells":
      return `The row has ${thousands(size)} cells; the limit is ${most}. Remove the cells that do not belong in it.`;
    case "cellLength":
      return `The cell has ${thousands(size)} characters; the limit is ${most}. Shorten it, and look for a missing quote.`;
    case "rowLength":
      return `The row has ${thousands(size)} characters; the limit is ${most}. Shorten its cells, and look for a missing quote.`;
    default:
      return limit satisfies never;
  }
}
