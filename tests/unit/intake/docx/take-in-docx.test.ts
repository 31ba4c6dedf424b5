import { describe, expect, it } from "vitest";
import {
  aDocx,
  anArchive,
  docxParts,
  NOTE_MARK,
  paragraph,
  refusal,
  remarksOf,
  run,
  taken,
  textsOf,
} from "#tests/builders/intake.ts";

describe("takeInDocx", () => {
  it("takes headings by the name of their style, paragraphs, and notes apart", async () => {
    const body =
      paragraph(run("A heading"), "Titre1") +
      paragraph(run("It is said") + run(" so.") + NOTE_MARK + run(" Then more."));
    const { blocks, notes } = await taken("docx", aDocx(body));
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ["heading", "A heading"],
      ["paragraph", "It is said so. Then more."],
    ]);
    expect(notes).toEqual([{ mark: "1", text: "An invented note.", page: null }]);
  });

  it("takes tables as rows", async () => {
    const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
    const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join("")}</w:tr>`;
    const { tables, blocks } = await taken(
      "docx",
      aDocx(`${paragraph(run("Before."))}<w:tbl>${row("Year", "Number")}${row("2020", "3")}</w:tbl>`),
    );
    expect(tables.map(({ rows }) => rows)).toEqual([
      [
        ["Year", "Number"],
        ["2020", "3"],
      ],
    ]);
    expect(blocks.map(({ text }) => text)).toEqual(["Before."]);
  });

  it("accepts tracked changes and moves, and says so", async () => {
    const of = 'w:id="1" w:author="x" w:date="2026-01-01T00:00:00Z"';
    const gone = (text: string) => `<w:r><w:delText>${text}</w:delText></w:r>`;
    const body =
      paragraph(
        `${run("Kept ")}<w:ins ${of}>${run("put in")}</w:ins><w:del ${of}>${gone("taken out")}</w:del>${run(".")}`,
      ) +
      paragraph(`${run("From here ")}<w:moveFrom ${of}>${run("moved")}</w:moveFrom>${run("nothing.")}`) +
      paragraph(`${run("To here ")}<w:moveTo ${of}>${run("moved")}</w:moveTo>${run(".")}`);
    const result = await taken("docx", aDocx(body));
    expect(textsOf(result)).toEqual(["Kept put in.", "From here nothing.", "To here moved."]);
    expect(remarksOf(result)).toEqual(["tracked-changes: 2 insertions, 2 deletions"]);
  });

  it("takes the words of fields, of other directions of writing and of shapes", async () => {
    const shape = `<w:r><w:pict><v:oval xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph(run("In a shape."))}</w:txbxContent></v:textbox></v:oval></w:pict></w:r>`;
    const field = `<w:fldSimple w:instr=" IF 2 > 1 ">${run("of a field")}</w:fldSimple>`;
    const body =
      paragraph(
        `${run("Words ")}${field}${run(", and ")}<w:dir w:val="rtl">${run("the other way")}</w:dir>${run(".")}`,
      ) + paragraph(shape);
    expect(textsOf(await taken("docx", aDocx(body)))).toEqual(["Words of a field, and the other way.", "In a shape."]);
  });

  it("says what has words that it does not read", async () => {
    const formula =
      '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>';
    const result = await taken("docx", aDocx(paragraph(run("It is ") + formula)));
    expect(remarksOf(result)).toEqual(["unread: formulas"]);
  });

  it("finds the text in a part with a number, as some programs name it", async () => {
    const { "word/document.xml": text = "", ...parts } = docxParts(paragraph(run("A text.")));
    const rels = (parts["_rels/.rels"] ?? "").replace("word/document.xml", "word/document2.xml");
    const file = anArchive({ ...parts, "_rels/.rels": rels, "word/document2.xml": text });
    expect(textsOf(await taken("docx", file))).toEqual(["A text."]);
  });

  it("says that all words are in tables", async () => {
    const row = `<w:tr>${`<w:tc>${paragraph(run("x"))}</w:tc>`.repeat(2)}</w:tr>`;
    expect(await refusal("docx", aDocx(`<w:tbl>${row}${row}</w:tbl>`))).toEqual({
      code: "empty-file",
      detail: "tables",
    });
  });

  it("leaves comments and running heads out, and says so", async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const result = await taken(
      "docx",
      aDocx(paragraph(run("The text.")), {
        "word/comments.xml": `<w:comments ${w}><w:comment w:id="1">${paragraph(run("A comment."))}</w:comment></w:comments>`,
        "word/header1.xml": `<w:hdr ${w}>${paragraph(run("A running head"))}</w:hdr>`,
      }),
    );
    expect(textsOf(result)).toEqual(["The text."]);
    expect(remarksOf(result)).toEqual(["comments: 1"]);
    expect(result.dropped).toEqual([{ text: "A running head", page: null, rule: "running-head" }]);
  });

  it("knows the properties of the file, but not when its text was published", async () => {
    const core =
      '<cp:coreProperties xmlns:cp="a" xmlns:dc="b" xmlns:dcterms="c"><dc:title>A template</dc:title><dcterms:created>2020-01-01T00:00:00Z</dcterms:created></cp:coreProperties>';
    const { metadata } = await taken(
      "docx",
      aDocx(paragraph(run("The title"), "Titre1"), { "docProps/core.xml": core }),
    );
    expect(metadata.map(({ field, value, means }) => [field, value, means])).toEqual([
      ["title", "The title", "text"],
      ["title", "A template", "docx-properties"],
    ]);
  });

  it.each([
    ["no Word document", anArchive({ "a.txt": "text" }), "zip-no-docx"],
    ["a document whose XML is damaged", aDocx("<w:p>"), "zip-no-docx"],
    ["one that is cut off", aDocx(paragraph(run("The text."))).subarray(0, 900), "zip-no-docx"],
    ["one without words", aDocx(paragraph("")), "empty-file"],
    [
      "entities",
      anArchive({
        ...docxParts(""),
        "word/document.xml": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
      }),
      "entity-bomb",
    ],
  ])("refuses %s", async (_, bytes, code) => {
    expect(await refusal("docx", bytes)).toMatchObject({ code });
  });
});
