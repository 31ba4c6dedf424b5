import { unzipSync } from "fflate";
import { limits } from "#pipeline/core/limits.ts";

/** Parts that the reader never needs, such as pictures and settings of printers. */
const NEEDED = /^(?:_rels\/|xl\/).*\.(?:xml|rels)$/u;

/**
 * The parts of a workbook by their path, or why it cannot be read. Sizes are looked at before anything is unpacked, and
 * fflate never unpacks more than the size that it announced, so that a small file cannot fill the memory.
 */
export function unpackWorkbook(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | "not-a-workbook" | "too-large" {
  let sum = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!NEEDED.test(name) || sum > limits.fileBytes) return false;
        sum += originalSize;
        return sum <= limits.fileBytes;
      },
    });
    if (sum > limits.fileBytes) return "too-large";
    return "xl/workbook.xml" in parts ? new Map(Object.entries(parts)) : "not-a-workbook";
  } catch {
    return "not-a-workbook";
  }
}
