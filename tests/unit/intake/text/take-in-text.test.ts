import { describe, expect, it } from "vitest";
import { refusal, remarksOf, taken, textsOf, utf8 } from "#tests/builders/intake.ts";

describe("takeInText", () => {
  it("takes each line as a block, in NFC and without spare white space", async () => {
    const text = "\uFEFFA  title\r\n\r\n\tIt is cafe\u0301.\u00A0So.\r\n-----\r\nEnd.";
    const result = await taken("text", text);
    expect(textsOf(result)).toEqual(["A title", "It is café. So.", "End."]);
    expect(result.dropped).toEqual([{ text: "-----", page: null, rule: "line-of-marks" }]);
  });

  it("joins lines that a program broke, up to a blank line or an item, and mends hyphens by the words of the text", async () => {
    const text = [
      "The governor of the invented province came to",
      "the market, where the traders had been wait-",
      "ing since the morning, and were still waiting",
      "for the long-",
      "term plan and the non-",
      "commercial one. A long-term plan is a plan.",
      "",
      "There was more to say:",
      "- one thing that is long enough to go on",
      "  in the next line, as this one does,",
      "- another thing.",
    ].join("\n");
    const { blocks, hyphens, remarks } = await taken("text", text);
    expect(blocks.map(({ kind, text: line }) => [kind, line])).toEqual([
      [
        "paragraph",
        "The governor of the invented province came to the market, where the traders had been waiting since the morning, and were still waiting for the long-term plan and the non-commercial one. A long-term plan is a plan.",
      ],
      ["paragraph", "There was more to say:"],
      ["item", "- one thing that is long enough to go on in the next line, as this one does,"],
      ["item", "- another thing."],
    ]);
    expect(hyphens.map(({ word, outcome }) => [word, outcome])).toEqual([
      ["waiting", "mended"],
      ["long-term", "kept"],
      ["non-commercial", "kept-unsure"],
    ]);
    expect(remarks.map(({ code }) => code)).toEqual(["lines-joined", "hyphen-kept-unsure"]);
  });

  it("reads windows-1252, and says so", async () => {
    const result = await taken("text", Uint8Array.from(Buffer.from("L\x92\xe9t\xe9.", "latin1")));
    expect(textsOf(result)).toEqual(["L’été."]);
    expect(remarksOf(result)).toEqual(["charset-assumed: windows-1252"]);
  });

  it("reads a code page of DOS, and says so", async () => {
    const [text, plain] = ["L'\x82t\x82 \x85 la for\x88t.", "It ends here. ".repeat(9)];
    const result = await taken("text", Uint8Array.from(Buffer.from(`# \x90v\x82nement\n${plain}\n${text}`, "latin1")));
    expect(textsOf(result)).toEqual(["# Événement", plain.trim(), "L'été à la forêt."]);
    expect(remarksOf(result)).toEqual(["charset-assumed: code page 850 of DOS"]);
  });

  it.each([
    ["a low quotation mark of windows-1252", "Il \xe9tait \x82ainsi\x91.", "Il était ‚ainsi‘."],
    ["Mac Roman", "L'\x8et\x8e de la \x82a.", "L'été de la Ça."],
  ])("does not take %s for DOS", async (_, latin1, text) => {
    expect(textsOf(await taken("text", Uint8Array.from(Buffer.from(latin1, "latin1"))))).toEqual([text]);
  });

  it("reads UTF-16 without a byte order mark", async () => {
    const bytes = Uint8Array.from(Buffer.from("L’été à Gao.", "utf16le"));
    expect(textsOf(await taken("text", bytes))).toEqual(["L’été à Gao."]);
  });

  it("says that the end is missing", async () => {
    expect(remarksOf(await taken("text", utf8("L’été").subarray(0, -1)))).toEqual(["cut-off: "]);
  });

  it("refuses a text of marks alone", async () => {
    expect(await refusal("text", "---\n***\n")).toEqual({ code: "empty-file", detail: null });
  });
});
