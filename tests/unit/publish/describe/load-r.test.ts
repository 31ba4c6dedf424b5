import { describe, expect, it } from "vitest";
import { loadR } from "#pipeline/publish/describe/load-r.ts";
import { someFacts, writeSomeRelease } from "#tests/builders/release.ts";

const { content } = writeSomeRelease();
const files = new Map(content.files.map((facts) => [facts.path, facts]));
const script = loadR(content, someFacts);

describe("load.R", () => {
  it.each(content.tables)("knows the hash and the columns of $name", ({ name, fields }) => {
    expect(script).toContain(`sha256 = "${files.get(`data/${name}.csv`)?.sha256}"`);
    for (const field of fields) expect(script).toContain(`"${field.name}" = `);
  });

  it("is ASCII, so that it reads the same in every locale", () => {
    expect(script).toMatch(/^[\x20-\x7e\n]*$/u);
    expect(script).toContain('"CIV" = "C\\u{f4}te d\'Ivoire"');
  });
});
