import { describe, expect, it } from "vitest";
import { mayBeDocument, readContentType } from "#pipeline/io/fetch/media-type.ts";

describe("a Content-Type", () => {
  it.each([
    ["text/html", "text/html", null],
    ["Text/HTML; charset=UTF-8", "text/html", "utf-8"],
    ['text/html;boundary=x; Charset="iso-8859-1"; a=b', "text/html", "iso-8859-1"],
    ["text/html; charset=", "text/html", null],
    ["html", null, null],
    ["text/html, text/plain", null, null],
    ["", null, null],
    [undefined, null, null],
  ])("%s has the type %s and the charset %s", (header, mediaType, charset) => {
    expect(readContentType(header)).toEqual({ mediaType, charset });
  });
});

describe("what may be a document", () => {
  it.each(["text/plain", "application/pdf", "application/epub+zip", "application/octet-stream", null])(
    "%s is",
    (type) => {
      expect(mayBeDocument(type)).toBe(true);
    },
  );

  it.each(["image/png", "video/mp4", "audio/ogg", "font/woff2", "application/json", "application/x-msdownload"])(
    "%s is not",
    (type) => {
      expect(mayBeDocument(type)).toBe(false);
    },
  );
});
