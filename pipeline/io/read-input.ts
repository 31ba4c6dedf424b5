import { type BigIntStats, closeSync, constants, fstatSync, lstatSync, openSync, readSync, statSync } from "node:fs";
import { limits } from "#pipeline/core/limits.ts";
import type { ReadFault } from "#pipeline/core/raw-input.ts";
import { codeOf } from "./system-error.ts";

export type InputRead =
  | { readonly bytes: Uint8Array }
  | { readonly fault: ReadFault; readonly detail: string | null }
  | { readonly fault: "too-large"; readonly limit: "fileBytes" | "inputBytes"; readonly bytes: number };

interface During {
  /** Called when the file is open, for tests of what other programs do at that time. */
  readonly beforeReading?: () => void;
}

const FAULTS: Readonly<Record<string, ReadFault>> = {
  ELOOP: "link-loop",
  EACCES: "denied",
  EPERM: "denied",
  EISDIR: "folder",
  // Opening a socket.
  ENXIO: "socket",
};

/** Errors that do not come from the file. */
const OF_THE_SYSTEM: readonly (string | null)[] = ["EMFILE", "ENFILE", "ENOMEM"];

interface Fault {
  readonly fault: ReadFault;
  readonly detail: string | null;
}

const fault = (kind: ReadFault, detail: string | null = null): Fault => ({ fault: kind, detail });

/** Why there is no regular file at a path, nor a link to one; `null` if there is. */
export function findFault(path: string): Fault | null {
  try {
    const kind = kindOf(statSync(path));
    return kind === null ? null : fault(kind);
  } catch (error) {
    return faultOf(error, path);
  }
}

/**
 * Reads one regular file, or a link to one, whose size is looked at first. `left` is the number of bytes that may still
 * be read. The file is opened once and in a way that never waits, so that nothing can take its place between the look
 * and the reading. A file that another program writes at that time is a fault: half of an edit must not be published.
 */
export function readInput(path: string, left: number = limits.inputBytes, during: During = {}): InputRead {
  try {
    const found = statSync(path, { bigint: true });
    // Before it is opened, because opening a device can have an effect.
    const kind = kindOf(found);
    return kind === null ? readOpen(path, left, during) : fault(kind);
  } catch (error) {
    return faultOf(error, path);
  }
}

/** Throws an error that does not come from the file. */
function faultOf(error: unknown, path: string): Fault {
  const code = codeOf(error);
  if (code === null || OF_THE_SYSTEM.includes(code)) throw error;
  if (code === "ENOENT") return fault(isLink(path) ? "dangling-link" : "vanished");
  return fault(FAULTS[code] ?? "system", code);
}

function readOpen(path: string, left: number, { beforeReading }: During): InputRead {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const before = fstatSync(file, { bigint: true });
    const kind = kindOf(before);
    if (kind !== null) return fault(kind);
    const size = Number(before.size);
    if (size > limits.fileBytes) return { fault: "too-large", limit: "fileBytes", bytes: size };
    if (size > left) return { fault: "too-large", limit: "inputBytes", bytes: size };
    // One byte more than expected: a file that grows is noticed.
    const bytes = new Uint8Array(size + 1);
    beforeReading?.();
    const length = fill(file, bytes);
    const isSame = length === size && isUnchanged(before, fstatSync(file, { bigint: true }));
    return isSame ? { bytes: bytes.subarray(0, size) } : fault("changed");
  } finally {
    closeSync(file);
  }
}

/** Reads until the end of the file, or until there is no more room; returns the number of bytes. */
function fill(file: number, bytes: Uint8Array): number {
  let length = 0;
  while (length < bytes.length) {
    const read = readSync(file, bytes, length, bytes.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return length;
}

const isUnchanged = (before: BigIntStats, after: BigIntStats) =>
  before.size === after.size && before.mtimeNs === after.mtimeNs;

function kindOf(stats: Pick<BigIntStats, "isFile" | "isDirectory" | "isFIFO" | "isSocket">): ReadFault | null {
  if (stats.isFile()) return null;
  if (stats.isDirectory()) return "folder";
  if (stats.isFIFO()) return "fifo";
  return stats.isSocket() ? "socket" : "device";
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
