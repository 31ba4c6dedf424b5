import { createHash } from "node:crypto";
import { closeSync, fstatSync, readSync } from "node:fs";
import { Readable, type Transform } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { EncodingWatch, type TextEncodingName, toUtf8 } from "#pipeline/core/to-utf8.ts";
import { openRegular } from "./regular-file.ts";
import { inPlace } from "./write-whole.ts";
import { dataStart, listZip, type ZipEntry } from "./zip-listing.ts";

/** Bytes that are read at a time. */
const PART = 1 << 20;
const HEAD = 4096;

/** A file of any size that is open: it is read in parts. */
export interface EventFile {
  readonly path: string;
  readonly bytes: number;
  /** Its first bytes. */
  readonly head: Uint8Array;
  /** If it is a ZIP archive, what is in it; `damaged` if that cannot be read. */
  readonly archive: readonly ZipEntry[] | "damaged" | null;
  readonly descriptor: number;
  readonly close: () => void;
}

/** Opens a regular file; `null` if there is none. */
export function openEventFile(path: string): EventFile | null {
  const descriptor = openRegular(path);
  if (descriptor === null) return null;
  const bytes = fstatSync(descriptor).size;
  const buffer = new Uint8Array(HEAD);
  const head = buffer.subarray(
    0,
    inPlace(path, () => readSync(descriptor, buffer, 0, HEAD, 0)),
  );
  const archive = Buffer.from(head).toString("latin1").startsWith("PK\x03\x04")
    ? (listZip(descriptor, bytes) ?? "damaged")
    : null;
  return { path, bytes, head, archive, descriptor, close: () => closeSync(descriptor) };
}

/** SHA-256 of the whole file, and the encoding of its text; `null` if that is no text. */
export interface Inspected {
  readonly sha256: string;
  readonly encoding: TextEncodingName | null;
}

/** Reads the file once. `entry` is the one in which the text is, if it is an archive. Throws `Damaged`. */
export async function inspectEventFile(file: EventFile, entry: ZipEntry | null): Promise<Inspected> {
  const hash = createHash("sha256");
  const watch = new EncodingWatch();
  for (const part of partsOf(file, 0, file.bytes)) {
    hash.update(part);
    if (entry === null) watch.add(part);
  }
  if (entry !== null) for await (const part of checked(unpacked(file, entry), entry)) watch.add(part);
  return { sha256: hash.digest("hex"), encoding: watch.end() };
}

/** The text of the file, in parts, as UTF-8. Throws `Damaged` where an archive ends too early or does not unpack. */
export async function* textOfEventFile(
  file: EventFile,
  { entry, encoding }: { readonly entry: ZipEntry | null; readonly encoding: TextEncodingName },
): AsyncGenerator<Uint8Array> {
  const convert = toUtf8(encoding);
  const parts = entry === null ? partsOf(file, 0, file.bytes) : unpacked(file, entry);
  for await (const part of parts) yield convert(part);
  yield convert(null);
}

/** An archive that cannot be unpacked. */
export class Damaged extends Error {}

function* partsOf({ descriptor, path }: EventFile, start: number, length: number): Generator<Uint8Array> {
  for (let done = 0; done < length; ) {
    const part = Buffer.allocUnsafe(Math.min(PART, length - done));
    const read = inPlace(path, () => readSync(descriptor, part, 0, part.length, start + done));
    if (read === 0) return;
    yield part.subarray(0, read);
    done += read;
  }
}

/** The same parts. Throws `Damaged` if they are not what was packed: a changed byte need not prevent unpacking. */
async function* checked(parts: AsyncIterable<Uint8Array>, { bytes, crc }: ZipEntry): AsyncGenerator<Uint8Array> {
  let [length, sum] = [0, 0];
  for await (const part of parts) {
    length += part.length;
    if (length > bytes) throw new Damaged();
    sum = crc32(part, sum);
    yield part;
  }
  if (length !== bytes || sum !== crc) throw new Damaged();
}

async function* unpacked(file: EventFile, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const start = dataStart(file.descriptor, entry);
  if (start === null || entry.method === "other") throw new Damaged();
  const packed = partsOf(file, start, entry.compressedBytes);
  if (entry.method === "stored") yield* packed;
  else yield* inflated(packed, createInflateRaw());
}

async function* inflated(packed: Iterable<Uint8Array>, inflate: Transform): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: true });
  source.pipe(inflate);
  try {
    for await (const part of inflate) if (part instanceof Uint8Array) yield part;
  } catch (error) {
    throw new Damaged("", { cause: error });
  }
}
