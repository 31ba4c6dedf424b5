import { readSync } from "node:fs";

export interface ZipEntry {
  readonly name: string;
  readonly isProtected: boolean;
  readonly method: "stored" | "deflated" | "other";
  /** Of its header in the archive. */
  readonly offset: number;
  readonly compressedBytes: number;
  /** Of its content, as the archive says. */
  readonly bytes: number;
  readonly crc: number;
}

/** The longest end of an archive: its record, and a comment. */
const LONGEST_END = 22 + 65_535;
/** Largest directory that is read. */
const MOST = 16 * 1024 * 1024;

/** The entries of a ZIP archive that is open, without folders; `null` if it is damaged, or of ZIP64 (APPNOTE.TXT 6.3, 4.3). */
export function listZip(file: number, size: number): ZipEntry[] | null {
  const tail = read(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
  const end = tail.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end === -1 || end + 22 > tail.length) return null;
  const [count, length, start] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (length > MOST || start + length > size) return null;
  const directory = read(file, start, length);
  const entries: ZipEntry[] = [];
  for (let at = 0, left = count; left > 0; left -= 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return null;
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString("utf8", at + 46, at + 46 + nameLength);
    if (!name.endsWith("/")) entries.push(entryAt(directory, at, name));
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(directory: Buffer, at: number, name: string): ZipEntry {
  const method = directory.readUInt16LE(at + 10);
  return {
    name,
    isProtected: (directory.readUInt16LE(at + 8) & 1) === 1,
    method: method === 0 ? "stored" : method === 8 ? "deflated" : "other",
    offset: directory.readUInt32LE(at + 42),
    compressedBytes: directory.readUInt32LE(at + 20),
    bytes: directory.readUInt32LE(at + 24),
    crc: directory.readUInt32LE(at + 16),
  };
}

/** Where the bytes of an entry begin; `null` if there is no entry. */
export function dataStart(file: number, { offset }: ZipEntry): number | null {
  const header = read(file, offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return null;
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

function read(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, position));
}
