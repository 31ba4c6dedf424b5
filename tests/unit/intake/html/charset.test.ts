import { describe, expect, it } from "vitest";
import { decodeHtml } from "#pipeline/intake/html/charset.ts";
import { utf8 } from "#tests/builders/intake.ts";

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
const decoded = (bytes: Uint8Array, header: string | null = null) => {
  const { html, remarks } = decodeHtml(bytes, header);
  return [html.replace(/<[^>]*>/gu, ""), ...remarks.map(({ code, detail }) => `${code}: ${detail}`)];
};

describe("decodeHtml", () => {
  it("follows a byte order mark before anything else", () => {
    expect(decoded(Uint8Array.from([0xff, 0xfe, 0x65, 0, 0xe9, 0]), "utf-8")).toEqual(["eé"]);
    expect(decoded(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8("é")]), "iso-8859-1")).toEqual(["é"]);
  });

  it("follows the server before the page", () => {
    expect(decoded(latin1('<meta charset="utf-8">\xe9t\xe9'), "windows-1252")).toEqual(["été"]);
    expect(decoded(Uint8Array.from([0xc0, 0xd0]), "koi8-r")).toEqual(["юп"]);
  });

  it("follows the page, in both forms of its meta element", () => {
    expect(decoded(latin1('<meta charset="iso-8859-1">\x93\xe9t\xe9\x94'))).toEqual(["“été”"]);
    expect(decoded(latin1('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">\xa4'))).toEqual([
      "€",
    ]);
  });

  it("corrects a page that declares latin1 and is UTF-8, and the other way round", () => {
    expect(decoded(utf8('<meta charset="iso-8859-1">été'))).toEqual(["été", "charset-corrected: iso-8859-1 → UTF-8"]);
    expect(decoded(latin1('<meta charset="utf-8">\xe9t\xe9'))).toEqual([
      "été",
      "charset-corrected: utf-8 → windows-1252",
    ]);
  });

  it("takes UTF-8 for granted where the bytes are, and windows-1252 otherwise", () => {
    expect(decoded(utf8("été"))).toEqual(["été"]);
    expect(decoded(latin1("\xe9t\xe9"))).toEqual(["été", "charset-assumed: windows-1252"]);
  });

  it("keeps UTF-8 of which a letter is damaged", () => {
    expect(decoded(Uint8Array.from([...utf8("été été"), 0xe9]))).toEqual(["été été\uFFFD", "charset-damaged: 1"]);
  });

  it("ignores a charset that does not exist", () => {
    expect(decoded(utf8('<meta charset="klingon">e'))).toEqual(["e"]);
  });
});
