import { describe, expect, it } from "vitest";
import { anArchive, anEpub, refusal, remarksOf, taken, textsOf } from "#tests/builders/intake.ts";

describe("takeInEpub", () => {
  it("takes the chapters in the order of the spine, with elements that only XML closes", async () => {
    const book = anEpub({ b: '<h1>First</h1><p>It<a id="x"/> begins&#160;here.</p>', a: "<p>It&nbsp;ends here.</p>" });
    expect(textsOf(await taken("epub", book))).toEqual(["First", "It begins here.", "It ends here."]);
  });

  it("finds notes in another chapter, although both have the same ids", async () => {
    const book = anEpub({
      one: '<p id="p1">It is said.<a href="notes.xhtml#p1">1</a></p>',
      notes: '<aside epub:type="footnote" id="p1"><p>An invented note.</p></aside>',
    });
    const { notes, blocks } = await taken("epub", book);
    expect(notes).toEqual([{ mark: "1", text: "An invented note.", page: null }]);
    expect(blocks.map(({ text }) => text)).toEqual(["It is said."]);
  });

  it("reads the metadata of the package", async () => {
    const metadata = "<dc:date>2021-05-06</dc:date><dc:publisher>A house</dc:publisher>";
    const found = (await taken("epub", anEpub({ a: "<p>A text.</p>" }, {}, metadata))).metadata;
    expect(found.map(({ field, value }) => [field, value])).toEqual([
      ["title", "An invented book"],
      ["authors", "Ama Example"],
      ["publisher", "A house"],
      ["date_published", "2021-05-06"],
      ["language", "en"],
    ]);
  });

  /** A package with a chapter `a` and a picture `page`, of which these are in the reading order. */
  const spineOf = (...ids: string[]) =>
    `<package><metadata/><manifest><item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/><item id="page" href="page.svg" media-type="image/svg+xml"/></manifest><spine>${ids.map((id) => `<itemref idref="${id}"/>`).join("")}</spine></package>`;
  const encryption = (algorithm: string) => ({
    "META-INF/encryption.xml": `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`,
  });
  it("reads a book of which only the fonts are obfuscated", async () => {
    const book = anEpub({ a: "<p>A text.</p>" }, encryption("http://www.idpf.org/2008/embedding"));
    expect(textsOf(await taken("epub", book))).toEqual(["A text."]);
  });

  it("says how many pictures a book has, and that a book has nothing else", async () => {
    const picture = '<img src="a.png"/>';
    expect(remarksOf(await taken("epub", anEpub({ a: `<p>A text.</p>${picture}${picture}` })))).toEqual(["images: 2"]);
    const refused = { code: "empty-file", detail: "pictures" };
    expect(await refusal("epub", anEpub({ a: picture }))).toEqual(refused);
    expect(await refusal("epub", anEpub({}, { "OPS/book.opf": spineOf("page") }))).toEqual(refused);
  });

  it.each([
    [
      "an encrypted book",
      anEpub({ a: "<p>x</p>" }, encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc")),
      "epub-encrypted",
    ],
    ["a book without a package", anArchive({ mimetype: "application/epub+zip" }), "epub-damaged"],
    ["a book without a chapter", anEpub({}), "epub-damaged"],
    ["a book without words", anEpub({ a: "<p/>" }), "empty-file"],
    ["a book that lacks a chapter", anEpub({ a: "<p>x</p>" }, { "OPS/book.opf": spineOf("a", "b") }), "epub-damaged"],
    ["entities", anEpub({ a: "" }, { "OPS/text/a.xhtml": '<!DOCTYPE html [<!ENTITY a "b">]><html/>' }), "entity-bomb"],
  ])("refuses %s", async (_, bytes, code) => {
    expect(await refusal("epub", bytes)).toMatchObject({ code });
  });
});
