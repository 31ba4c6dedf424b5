import { describe, expect, it } from "vitest";
import { buildIndex } from "#pipeline/documents/build-index.ts";
import { readText } from "#pipeline/documents/read-text.ts";
import { aFile } from "#tests/builders/document.ts";

const read = (content: string) => readText(aFile("texts/source-a.txt", content));
const codes = ({ issues }: ReturnType<typeof readText>) => issues.map(({ code }) => code);

describe("reading a text", () => {
  /** Where the work grows with the square of the number of lines, this takes many minutes, and the test is stopped. */
  it("takes hundreds of thousands of equal lines", () => {
    expect(read("Page header\n".repeat(600_000)).issues).toMatchObject([
      { code: "documents/page-furniture", at: { line: 1 }, times: 600_000 },
    ]);
  });

  it("refuses one that is empty or blank", () => {
    expect(codes(read(""))).toEqual(["documents/empty-text"]);
    expect(read(" \n\uFEFF\n")).toMatchObject({ text: null });
  });

  it("refuses one with NUL bytes, and names the line", () => {
    const { text, issues } = read("One.\nTw\0o.");
    expect(text).toBeNull();
    expect(issues).toMatchObject([{ code: "documents/nul-bytes", at: { file: "texts/source-a.txt", line: 2 } }]);
  });

  it("refuses windows-1252, and names it", () => {
    const bytes = Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x2e]);
    const { text, issues } = readText({ path: "a.txt", bytes });
    expect(text).toBeNull();
    expect(issues).toMatchObject([{ code: "documents/not-utf8", encoding: "windows-1252" }]);
  });

  it("refuses UTF-16", () => {
    expect(codes(readText({ path: "a.txt", bytes: Uint8Array.from([0xff, 0xfe, 0x41, 0]) }))).toContain(
      "documents/not-utf8",
    );
  });

  it.each([
    ["a PDF", "%PDF-1.7\n1 0 obj", "pdf"],
    ["a web page", "\uFEFF \n<!DOCTYPE html><title>Report</title>", "web-page"],
    ["a web page with an XML declaration", '<?xml version="1.0"?>\n<html lang="en">', "web-page"],
    ["a document of a word processor", "PK\u0003\u0004 word/document.xml", "word-document"],
    ["rich text", "{\\rtf1 Report}", "word-document"],
    ["an archive", "PK\u0003\u0004 report.txt", "zip"],
  ])("refuses %s that is named .txt", (_, content, kind) => {
    expect(read(content)).toMatchObject({ text: null, issues: [{ code: "documents/other-kind", kind }] });
  });

  it("refuses a text that ends inside a letter, and names its last line", () => {
    const bytes = new TextEncoder().encode("Été.\nÉté");
    const read = (end: number) => readText({ path: "a.txt", bytes: bytes.subarray(0, end) });
    expect(codes(read(bytes.length))).toEqual([]);
    expect(read(bytes.length - 1)).toMatchObject({
      text: null,
      issues: [{ code: "documents/cut-off", at: { line: 2 } }],
    });
  });

  it("refuses UTF-8 with letters of another encoding", () => {
    const bytes = Buffer.concat([Buffer.from("Été à la côte. "), Buffer.from([0xe9, 0x74, 0xe9, 0x2e])]);
    expect(readText({ path: "a.txt", bytes }).issues).toMatchObject([
      { code: "documents/not-utf8", encoding: "mixed" },
    ]);
  });

  it("reads CRLF, CR and a byte order mark as if they were not there", () => {
    expect(read("\uFEFFOne.\r\nTwo.\rThree.").text).toBe("One.\nTwo.\nThree.");
  });

  it("warns of lines that repeat on every page, apart from page numbers", () => {
    const page = (number: number) => `Made-up Report, page ${number} of 3\nText of page ${"abc"[number - 1]}.\n`;
    const { text, issues } = read([1, 2, 3].map(page).join(""));
    expect(text).not.toBeNull();
    expect(issues).toMatchObject([{ code: "documents/page-furniture", at: { line: 1 }, times: 3, lines: [1, 3, 5] }]);
  });

  it("does not take two equal lines or numbers alone for furniture", () => {
    expect(codes(read("Title\nTitle\n1\n2\n3\n---\n---\n---\n"))).toEqual([]);
  });

  it("takes one line of 1 MB", () => {
    const { text, sha256 } = read("These are words without an end ".repeat(33_000));
    expect(buildIndex(text ?? "", sha256)).toMatchObject([{ locator: "p1s1", line: 1, words: 198_000 }]);
  });
});
