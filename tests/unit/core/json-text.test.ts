import { describe, expect, it } from "vitest";
import { harmlessJson, jsonText } from "#pipeline/core/json-text.ts";
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
