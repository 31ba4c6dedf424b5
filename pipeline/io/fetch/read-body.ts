import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";
import { codeOf } from "../system-error.ts";
import type { FetchRefusalCode } from "./fetch-refusal.ts";

export type BodyRead =
  | { readonly bytes: Uint8Array }
  | { readonly fault: FetchRefusalCode; readonly detail: string | null };

const fault = (code: FetchRefusalCode, detail: string | null = null): BodyRead => ({ fault: code, detail });

/** Content codings that are asked for. */
export const ACCEPTED_ENCODINGS = "gzip, br, deflate";

type Decode = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const DECODERS = new Map<string, (bytes: Uint8Array) => Decode>([
  ["gzip", () => promisify(gunzip)],
  ["x-gzip", () => promisify(gunzip)],
  ["br", () => promisify(brotliDecompress)],
  // Some servers send deflate without its header.
  ["deflate", (bytes) => promisify(hasZlibHeader(bytes) ? inflate : inflateRaw)],
]);

/** Reads and decompresses a body. Neither what arrives nor what it becomes may be larger than `limit` bytes. */
export async function readBody(message: IncomingMessage, limit: number): Promise<BodyRead> {
  const encoding = (message.headers["content-encoding"] ?? "").trim().toLowerCase();
  const decoder = encoding === "" || encoding === "identity" ? null : DECODERS.get(encoding);
  if (decoder === undefined) return fault("body-unknown-encoding", encoding);
  if (Number(message.headers["content-length"] ?? 0) > limit) return fault("body-too-large");
  const read = await readBytes(message, limit);
  if ("fault" in read || decoder === null || read.bytes.length === 0) return read;
  try {
    return { bytes: await decoder(read.bytes)(read.bytes, { maxOutputLength: limit }) };
  } catch (error) {
    const code = codeOf(error);
    return code === "ERR_BUFFER_TOO_LARGE" ? fault("body-too-large") : fault("body-damaged", code);
  }
}

async function readBytes(message: IncomingMessage, limit: number): Promise<BodyRead> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of message) {
      if (!(chunk instanceof Uint8Array)) throw new Error("The body of an answer is not bytes.");
      length += chunk.length;
      if (length > limit) return fault("body-too-large");
      chunks.push(chunk);
    }
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return fault("answer-cut-off");
  }
  return message.complete ? { bytes: Buffer.concat(chunks) } : fault("answer-cut-off");
}

/** RFC 1950, section 2.2. */
function hasZlibHeader([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}
