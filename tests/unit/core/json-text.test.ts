import { describe, expect, it } from "vitest";
import { harmlessJson, jsonLines, jsonText } from "#pipeline/core/json-text.ts";
import { controls, payloads } from "#tests/builders/hostile.ts";

const all = Object.values({ ...payloads, ...controls });

describe("JSON", () => {
  it.each(all)("keeps its value: %j", (text) => {
    expect(JSON.parse(jsonText({ [text]: [text] }, 2))).toEqual({ [text]: [text] });
  });

  it.each(all)("does not end or open a script, a comment or a CDATA section, and breaks no line: %j", (text) => {
    const written = jsonText({ [text]: [text] });
    expect(written).not.toMatch(/<[/!?]|<script|\]\]>/iu);
    expect(written).not.toMatch(
      /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u00ad\u200c\u200d])[\u061c\u200e-\u200f\u202a-\u202e\u2066-\u2069]/u,
    );
  });

  it("escapes with four digits", () => {
    expect(jsonText("</ <SCRIPT ]]> \u2028\u0085\uffff")).toBe(
      '"\\u003c/ \\u003cSCRIPT ]]\\u003e \\u2028\\u0085\\uffff"',
    );
  });

  it.each(['"a < b > c & <50 <= é \u{1F600}"', '"dis-<record>-<column>"', "[[1]]", '"\\"\\\\"'])(
    "keeps its bytes: %s",
    (json) => {
      expect(harmlessJson(json)).toBe(json);
    },
  );
});

describe("JSON in lines", () => {
  it("has a line for each item of the outer levels, and one for what lies deeper", () => {
    const value = { name: "a", fields: [{ name: "b", enum: ["c", "d"] }, { name: "e" }], key: ["b"], none: [], no: {} };
    expect(jsonLines(value, 2).split("\n")).toEqual([
      "{",
      ' "name": "a",',
      ' "fields": [',
      '  {"name":"b","enum":["c","d"]},',
      '  {"name":"e"}',
      " ],",
      ' "key": ["b"],',
      ' "none": [],',
      ' "no": {}',
      "}",
    ]);
  });

  it.each([0, 1, 2, 3, 9])("keeps its value with %i levels", (levels) => {
    const value = {
      texts: all,
      nested: all.map((text) => ({ [text]: [{ text, left: undefined }] })),
      no: null,
      n: -0.5,
    };
    expect(JSON.parse(jsonLines(value, levels))).toEqual(JSON.parse(JSON.stringify(value)));
    expect(jsonLines(value, levels)).not.toMatch(/<[/!?]|<script|\]\]>/iu);
  });
});
