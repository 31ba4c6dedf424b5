import { basename } from "node:path";
import type { FetchRecord } from "#pipeline/core/fetch-record.ts";
import { formatUnreadable, thousands } from "#pipeline/core/format-input-fault.ts";
import { limits } from "#pipeline/core/limits.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { formatRefusal } from "#pipeline/intake/format-refusal.ts";
import { readInput } from "#pipeline/io/read-input.ts";

/** A document as it arrives. */
export interface Obtained {
  readonly bytes: Uint8Array;
  /** Name of the file, or the last part of the address. */
  readonly name: string;
  /** The charset that the server named. */
  readonly charset: string | null;
  /** `null` if it was a file. */
  readonly fetched: FetchRecord | null;
}

/** Why a document was not taken in, in words. */
export interface Refused {
  readonly code: string;
  readonly message: string;
}

const isAddress = (place: string) => /^[a-z][a-z0-9+.-]+:\/\//iu.test(place);

/** Reads a file, or fetches what is at an address. Throws a UsageError if there is no such file. */
export const obtainDocument = async (place: string, allowLoopback: boolean): Promise<Obtained | Refused> =>
  isAddress(place) ? fetchAddress(place, allowLoopback) : readFile(place);

/** Looks at the size before it reads the file. */
function readFile(path: string): Obtained | Refused {
  const read = readInput(path, limits.documentBytes);
  if (!("fault" in read)) return { bytes: read.bytes, name: basename(path), charset: null, fetched: null };
  if (read.fault === "too-large") {
    const detail = `${thousands(read.bytes)} bytes, and the limit is ${thousands(limits.documentBytes)}`;
    return { code: "too-large", message: formatRefusal({ code: "too-large", detail }) };
  }
  if (read.fault === "vanished") throw new UsageError(`There is no file ${path}. Name the document to add.`);
  throw new UsageError(`${path}: ${formatUnreadable(read.fault, read.detail)}`);
}

async function fetchAddress(address: string, allowLoopback: boolean): Promise<Obtained | Refused> {
  const { fetchDocument } = await import("#pipeline/io/fetch/fetch-document.ts");
  const { formatFetchRefusal } = await import("#pipeline/io/fetch/format-fetch-refusal.ts");
  const result = await fetchDocument(address, { allowLoopback, now: () => new Date() });
  if ("refusal" in result) return { code: result.refusal.code, message: formatFetchRefusal(result.refusal) };
  if ("unchanged" in result) throw new Error("A server answered a question that was not asked: status 304.");
  const { bytes, ...fetched } = result.fetched;
  return documentOf(bytes, fetched);
}

/** A document that was fetched. */
export const documentOf = (bytes: Uint8Array, fetched: FetchRecord): Obtained => ({
  bytes,
  name: nameAt(fetched.final_url),
  charset: fetched.charset,
  fetched,
});

/** `report.pdf` for `https://example.org/files/report.pdf?page=2`. An escaped slash makes no folder. */
function nameAt(address: string): string {
  const last = lastPart(new URL(address).pathname);
  try {
    return lastPart(decodeURIComponent(last));
  } catch {
    return last;
  }
}

const lastPart = (path: string) => path.split(/[/\\]/u).at(-1) ?? "";
