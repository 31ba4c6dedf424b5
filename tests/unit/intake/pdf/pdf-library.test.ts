import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { UNPDF_VERSION } from "#pipeline/intake/pdf/pdf-library.ts";

test("the version that is recorded is the one that is installed", () => {
  const manifest: unknown = JSON.parse(readFileSync("package.json", "utf8"));
  expect(manifest).toMatchObject({ dependencies: { unpdf: UNPDF_VERSION } });
});
