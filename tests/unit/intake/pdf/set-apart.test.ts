import { describe, expect, test } from "vitest";
import { takeInPdf } from "#pipeline/intake/pdf/take-in-pdf.ts";
import { type MadePage, makePdf, type PlacedText, setLines, wrapWords } from "#tests/builders/pdf.ts";

const HARBOUR =
  "The harbour of the invented town was closed in the first week, and nobody could say when it would open again to the ships that lay outside.";
const MARKET =
  "Traders who had come from the hills sold their salt at the gate, because the market inside had neither water nor shade for their animals.";

const above = setLines(wrapWords(HARBOUR, 70), { x: 60, y: 100 });
const below = setLines(wrapWords(MARKET, 70), { x: 60, y: 700 });

/** What becomes of the words between two paragraphs: what stays beside them, and what is left out. */
async function between(texts: readonly PlacedText[], page: Omit<MadePage, "texts"> = {}) {
  const intake = await takeInPdf(makePdf([{ texts: [...above, ...texts, ...below], ...page }]));
  if ("refusal" in intake) throw new Error(intake.refusal.code);
  const { blocks, notes, dropped, remarks } = intake.taken;
  return {
    kept: blocks.map(({ text }) => text).filter((text) => text !== HARBOUR && text !== MARKET),
    nParagraphs: blocks.filter(({ text }) => text === HARBOUR || text === MARKET).length,
    notes,
    dropped: dropped.map(({ rule, text }) => [rule, text]),
    remarks: remarks.map(({ code, detail }) => [code, detail]),
  };
}

/** Cells beside each other, each of one or more lines. */
const rowOf = (cells: readonly (readonly string[])[], y: number): PlacedText[] =>
  cells.flatMap((lines, at) => setLines(lines, { x: 80 + 150 * at, y }));

describe("tables", () => {
  const tall = [
    ...rowOf([["goods"], ["count"], ["where"]], 300),
    ...rowOf([["salt"], ["12"], ["in the cellar of the", "upper house", "by the gate"]], 314),
    ...rowOf([["ropes"], ["7"], ["on the wall of the", "lower house", "by the river"]], 352),
    ...rowOf([["lamps"], ["4"], ["with the mason"]], 390),
  ];

  test("a table with cells of several lines is left out as a whole", async () => {
    const found = await between(tall);
    expect(found).toMatchObject({ kept: [], nParagraphs: 2, remarks: [["table-left-out", "8"]] });
  });

  test("the names of columns that stand over the numbers alone belong to the table", async () => {
    const header = { text: "spring summer", x: 200, y: 288 };
    const rows = [0, 1, 2, 3].flatMap((at) => rowOf([["salt"], [`${at}2`], [`${at}7`]], 300 + 12 * at));
    expect(await between([header, ...rows])).toMatchObject({ kept: [], remarks: [["table-left-out", "5"]] });
  });

  test("a sentence between rows is no part of a table", async () => {
    const rows = (y: number) => [0, 1, 2].flatMap((at) => rowOf([["salt"], ["12"], [`${at}7`]], y + 12 * at));
    const sentence = "The second count was made by the same two masons a year later.";
    const found = await between([...rows(300), { text: sentence, x: 80, y: 348 }, ...rows(372)]);
    expect(found.kept).toEqual([sentence]);
    expect(found.remarks).toEqual([
      ["table-left-out", "3"],
      ["table-left-out", "3"],
    ]);
  });

  test("what stands between lines that are drawn for each cell is a table, even if its cells are sentences", async () => {
    const long = wrapWords(MARKET, 24);
    const edges = [290, 400, 510].flatMap((y) => [
      { x: 76, right: 300, y },
      { x: 300, right: 560, y },
    ]);
    const rows = [rowOf([long, []], 304), setLines(wrapWords(HARBOUR, 34), { x: 310, y: 304 })];
    const found = await between([...rows.flat(), { text: "ropes", x: 80, y: 420 }], { rules: edges });
    expect(found).toMatchObject({ kept: [], nParagraphs: 2 });
    expect(found.remarks).toMatchObject([["table-left-out", expect.any(String)]]);
  });

  test("text between lines that are drawn across the page stays", async () => {
    const notice = wrapWords(`${HARBOUR.replace("town", "village")} ${HARBOUR.replace("town", "port")}`, 70);
    const rules = [290, 360, 430].map((y) => ({ x: 56, right: 500, y }));
    const found = await between(setLines(notice, { x: 60, y: 304 }), { rules });
    expect(found).toMatchObject({ kept: [notice.join(" ")], nParagraphs: 2, remarks: [] });
  });
});

describe("charts", () => {
  const ticks = [0, 100, 200, 300].map((value, at) => ({ text: String(value), x: 100 + 90 * at, y: 500, size: 8 }));
  const title = { text: "Days since the first ship", x: 160, y: 516, size: 8 };

  test("the numbers of an axis and its title are neither notes nor text", async () => {
    const found = await between([...ticks, title]);
    expect(found).toMatchObject({ kept: [], notes: [], nParagraphs: 2, remarks: [["chart-left-out", "2"]] });
    expect(found.dropped).toEqual([["chart", "0 100 200 300\nDays since the first ship"]]);
  });

  test("a sentence below an axis stays", async () => {
    const sentence = { text: "The ships came late.", x: 160, y: 516, size: 8 };
    expect((await between([...ticks, sentence])).kept).toEqual([sentence.text]);
  });

  test("numbers that do not count evenly are no axis", async () => {
    const numbers = [3, 90, 110, 420].map((value, at) => ({ text: String(value), x: 100 + 90 * at, y: 500, size: 8 }));
    expect((await between(numbers)).kept).toEqual(["3 90 110 420"]);
  });

  test("short words in a drawing are left out, and sentences in one are not", async () => {
    const labels = ["salt", "ropes", "lamps"].map((text, at) => ({ text, x: 100 + 90 * at, y: 400 + 30 * at }));
    const found = await between([], { drawn: labels });
    expect(found).toMatchObject({ kept: [], nParagraphs: 2, remarks: [["chart-left-out", "3"]] });
    const sentence = HARBOUR.replace("town", "village");
    const framed = await between([], { drawn: setLines(wrapWords(sentence, 70), { x: 60, y: 400 }) });
    expect(framed).toMatchObject({ kept: [sentence], remarks: [] });
  });
});
