import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { judgeKind } from "#pipeline/intake/judge-kind.ts";
import { aDocx, anArchive, anEpub, aPage, paragraph, run, utf8 } from "#tests/builders/intake.ts";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ole = (stream: string) => Uint8Array.from([...OLE, ...Buffer.from(stream, "utf16le")]);
const judged = (bytes: Uint8Array | string, name = "a", as: Parameters<typeof judgeKind>[1]["as"] = null) =>
  judgeKind(typeof bytes === "string" ? utf8(bytes) : bytes, { name, as });

describe("judgeKind", () => {
  it.each([
    ["pdf", utf8("%PDF-1.7\n")],
    ["docx", aDocx(paragraph(run("x")))],
    ["epub", anEpub({ a: "<p>x</p>" })],
    [
      "docx",
      zipSync({
        "word/embeddings/a.xlsx": [anArchive({ "xl/workbook.xml": "x" }), { level: 0 }],
        "word/document.xml": utf8("x"),
      }),
    ],
    ["epub", anArchive({ "META-INF/container.xml": "x", mimetype: "application/epub+zip" })],
    ["html", utf8(aPage())],
    ["html", Uint8Array.from([0xff, 0xfe, ...Buffer.from("<html><body>x", "utf16le")])],
    ["html", Uint8Array.from(Buffer.from("<html><body>x", "utf16le"))],
    ["text", Uint8Array.from(Buffer.from("A text.", "utf16le")).toReversed()],
    ["text", utf8("A text.")],
  ])("knows %s by its bytes", (kind, bytes) => {
    expect(judged(bytes)).toEqual({ kind });
  });

  it.each([
    ["empty-file", ""],
    ["empty-file", " \n\0"],
    ["zip-no-docx", anArchive({ a: "x" })],
    ["docx-password", ole("EncryptedPackage")],
    ["unknown-kind", ole("WordDocument")],
    ["unknown-kind", "{\\rtf1 x}"],
    ["unknown-kind", '\uFEFF<?xml version="1.0"?>\n<office:document><text:p>One.</text:p></office:document>'],
    [
      "unknown-kind",
      'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n<html><body>One.',
    ],
    ["unknown-kind", zipSync({ mimetype: [utf8("application/vnd.oasis.opendocument.text"), { level: 0 }] })],
    ["unknown-kind", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1])],
  ])("refuses: %s", (code, bytes) => {
    expect(judged(bytes)).toMatchObject({ code });
  });

  it("refuses a file whose name promises another kind, unless the user says what it is", () => {
    expect(judged(aPage(), "report.PDF")).toMatchObject({ code: "unlike-extension" });
    expect(judged(aPage(), "report.doc")).toMatchObject({ code: "unlike-extension" });
    expect(judged(aPage(), "report.pdf", "html")).toEqual({ kind: "html" });
    expect(judged(aPage(), "report.php")).toEqual({ kind: "html" });
  });

  it("does not ask to save a book that is none as a Word document", () => {
    expect(judged(anArchive({ a: "x" }), "a.epub")).toMatchObject({ code: "epub-damaged" });
  });

  it("takes the user's word between a web page and a text only", () => {
    expect(judged(aPage(), "a.html", "text")).toEqual({ kind: "text" });
    expect(judged("Some <b>text</b>.", "a.txt", "html")).toEqual({ kind: "html" });
    expect(judged("A text.", "a.txt", "pdf")).toMatchObject({ code: "unlike-as" });
    expect(judged(utf8("%PDF-1.7\n"), "a.pdf", "text")).toMatchObject({ code: "unlike-as" });
  });
});
