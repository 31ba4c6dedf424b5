import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";

const OUTLINES = join(import.meta.dirname, "../../raw/outlines");

it("the outlines are those whose hash their README gives", () => {
  const [, sha256] =
    /SHA-256 of the result \| `([0-9a-f]{64})`/u.exec(readFileSync(join(OUTLINES, "README.md"), "utf8")) ?? [];
  expect(sha256Hex(readFileSync(join(OUTLINES, "admin1.topo.json")))).toBe(sha256);
});
