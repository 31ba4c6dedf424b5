import { describe, expect, it } from "vitest";
import { textCitation } from "#pipeline/core/citation.ts";
import { loadR, rString } from "#pipeline/publish/describe/load-r.ts";
import { controls, payloads } from "#tests/builders/hostile.ts";
import { someFacts, writeSomeRelease } from "#tests/builders/release.ts";

const { content } = writeSomeRelease();
const files = new Map(content.files.map((facts) => [facts.path, facts]));
const release = { ...someFacts, dataHash: "ab".repeat(32) };
const script = loadR(content, release);

describe("load.R", () => {
  it.each(content.tables)("knows the hash and the columns of $name", ({ name, fields }) => {
    expect(script).toContain(`sha256 = "${files.get(`data/${name}.csv`)?.sha256}"`);
    for (const field of fields) expect(script).toContain(`"${field.name}" = `);
  });

  it("has the citation of its version", () => {
    expect(script).toContain('note = "SHA-256 of the data: abab');
    expect(script).toContain(`textVersion = "${textCitation(release)}"`);
  });

  it("knows the codes of lists, whose columns stay texts", () => {
    expect(script).toContain('lists = c("targets" = "target", "purposes" = "purpose")');
    expect(script).not.toContain('codes = c("targets"');
  });

  it("reads the bounds of as_of as days", () => {
    expect(script).toContain('"as_of" = "character", "as_of_earliest" = "Date", "as_of_latest" = "Date"');
  });

  it("is ASCII, so that it reads the same in every locale", () => {
    expect(script).toMatch(/^[\x20-\x7e\n]*$/u);
    expect(script).toContain('"CIV" = "C\\u{f4}te d\'Ivoire"');
  });
});

describe("a string of R", () => {
  it.each([
    [`"double" 'single' \\ %s`, `"\\"double\\" 'single' \\\\ %s"`],
    ["two\nlines\u001b", '"two\\nlines\\u001b"'],
    ["\u007f\u2028é", '"\\u{7f}\\u{2028}\\u{e9}"'],
    ["\u{1F600}", '"\\U{1f600}"'],
    ["a\u0000b\ud800", '"a\\u{fffd}b\\u{fffd}"'],
  ])("has escapes that R reads: %j", (text, written) => {
    expect(rString(text)).toBe(written);
  });

  it.each(Object.values({ ...payloads, ...controls }))("ends where it ends: %j", (text) => {
    expect(rString(text)).toMatch(
      /^"(?:[ !#-[\]-~]|\\(?:["\\bfnrt]|u[0-9a-f]{4}|u\{[0-9a-f]{1,4}\}|U\{[0-9a-f]{5,6}\}))*"$/u,
    );
  });
});
