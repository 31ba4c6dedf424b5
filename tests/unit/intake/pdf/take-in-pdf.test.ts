import { describe, expect, test } from "vitest";
import { takeInPdf } from "#pipeline/intake/pdf/take-in-pdf.ts";
import type { PageRange, TakenIn } from "#pipeline/intake/taken-in.ts";
import { type MadePage, makePdf, type PlacedText, setLines, wrapWords } from "#tests/builders/pdf.ts";

async function takeIn(pages: readonly MadePage[], info = ""): Promise<TakenIn> {
  const intake = await takeInPdf(makePdf(pages, { info }));
  if ("refusal" in intake) throw new Error(`${intake.refusal.code}: ${intake.refusal.detail}`);
  return intake.taken;
}

async function refusalOf(bytes: Uint8Array, pages: readonly PageRange[] | null = null): Promise<string> {
  const intake = await takeInPdf(bytes, { pages });
  return "refusal" in intake ? intake.refusal.code : "taken";
}

const textsOf = ({ blocks }: TakenIn) => blocks.map(({ text }) => text);

const HARBOUR =
  "The harbour of the invented town was closed in the first week, and nobody could say when it would open again to the ships that lay outside.";
const MARKET =
  "Traders who had come from the hills sold their salt at the gate, because the market inside had neither water nor shade for their animals.";
const BRIDGE =
  "A bridge of ropes was built across the narrow river by the masons of the upper village, who asked for nothing but bread and a lamp for the night.";

/** Paragraphs in a column of so many letters, each after an indent if there are several. */
function column(
  paragraphs: readonly string[],
  { x, y, letters }: { x: number; y: number; letters: number },
): PlacedText[] {
  const texts: PlacedText[] = [];
  for (const paragraph of paragraphs) {
    const top = texts.length === 0 ? y : (texts.at(-1)?.y ?? y) + 24;
    texts.push(...setLines(wrapWords(paragraph, letters), { x, y: top }));
  }
  return texts;
}

describe("takeInPdf", () => {
  test("joins the lines of a paragraph, and tells paragraphs by the space between them", async () => {
    const taken = await takeIn([{ texts: column([HARBOUR, MARKET], { x: 60, y: 100, letters: 70 }) }]);
    expect(textsOf(taken)).toEqual([HARBOUR, MARKET]);
    expect(taken).toMatchObject({ nPages: 1, tables: [], remarks: [] });
  });

  test("tells paragraphs by their indents, and by a last line that has room for the next word", async () => {
    const indented = [HARBOUR, MARKET].flatMap((text) => wrapWords(`   ${text}`, 70));
    const close = setLines(indented, { x: 60, y: 100 });
    expect(textsOf(await takeIn([{ texts: close }]))).toEqual([HARBOUR, MARKET]);
    const flush = setLines(
      [HARBOUR, MARKET].flatMap((text) => wrapWords(text, 80)),
      { x: 60, y: 100 },
    );
    expect(textsOf(await takeIn([{ texts: flush }]))).toEqual([HARBOUR, MARKET]);
  });

  test("reads two columns below a heading that spans them", async () => {
    const title = { text: "Ropes and salt in the hills of the north", x: 60, y: 80, size: 16, isBold: true };
    const left = column([HARBOUR], { x: 60, y: 120, letters: 36 });
    const right = column([MARKET], { x: 320, y: 120, letters: 36 });
    const taken = await takeIn([{ texts: [title, ...left, ...right] }]);
    expect(taken.blocks).toMatchObject([
      { kind: "heading", text: title.text, column: null },
      { kind: "paragraph", text: HARBOUR, column: 1 },
      { kind: "paragraph", text: MARKET, column: 2 },
    ]);
  });

  test("reads three columns whose lines are at different heights", async () => {
    const texts = [HARBOUR, MARKET, BRIDGE].flatMap((text, at) =>
      column([text], { x: 50 + 175 * at, y: 120 + 5 * at, letters: 25 }),
    );
    const taken = await takeIn([{ texts }]);
    expect(textsOf(taken)).toEqual([HARBOUR, MARKET, BRIDGE]);
    expect(taken.blocks.map(({ column }) => column)).toEqual([1, 2, 3]);
  });

  test("joins a paragraph that goes on in the next column and on the next page", async () => {
    const lines = wrapWords(`${HARBOUR} ${MARKET} ${BRIDGE}`, 32);
    const third = Math.ceil(lines.length / 3);
    const parts = [0, 1, 2].map((at) => lines.slice(at * third, (at + 1) * third));
    const filler = setLines(wrapWords(BRIDGE, 36), { x: 320, y: 400 });
    const taken = await takeIn([
      { texts: [...setLines(parts[0] ?? [], { x: 60, y: 120 }), ...setLines(parts[1] ?? [], { x: 320, y: 120 })] },
      { texts: [...setLines(parts[2] ?? [], { x: 60, y: 120 }), ...filler] },
    ]);
    expect(textsOf(taken)[0]).toBe(`${HARBOUR} ${MARKET} ${BRIDGE}`);
    const before = parts.slice(0, 2).flat().join(" ");
    expect(taken.blocks[0]).toMatchObject({ page: 1, turns: [{ page: 2, start: before.length + 1 }] });
  });

  test("does not take the rest of a paragraph away from the page before it", async () => {
    const lines = wrapWords(`${HARBOUR} ${MARKET} ${BRIDGE}`, 70);
    const head = { text: "Salt and the gate", x: 60, y: 100, size: 10 };
    const taken = await takeIn([
      { texts: [...column([HARBOUR], { x: 60, y: 100, letters: 70 }), { text: "> count(salt)", x: 60, y: 150 }] },
      { texts: [head, ...setLines(lines.slice(0, 4), { x: 60, y: 130 })] },
      { texts: setLines(lines.slice(4), { x: 60, y: 100 }) },
    ]);
    expect(textsOf(taken)).toEqual([HARBOUR, "> count(salt)", head.text, lines.join(" ")]);
  });

  test("begins a paragraph on a new page after a colon", async () => {
    const opening = `The ${"ropes ".repeat(11)}${"salt ".repeat(13)}lamp:`;
    const taken = await takeIn([
      { texts: [...column([BRIDGE, opening], { x: 60, y: 100, letters: 70 })] },
      { texts: column([MARKET], { x: 60, y: 100, letters: 70 }) },
    ]);
    expect(textsOf(taken)).toEqual([BRIDGE, opening, MARKET]);
  });

  test("mends a word that goes on in other type, and says of one that is cut that its rest is missing", async () => {
    const texts = [
      ...setLines(["the masons and the lamps of the closed har-"], { x: 60, y: 100 }),
      { text: "bour", x: 60, y: 112, isBold: true },
      ...setLines(["The harbour was opened by the ma-"], { x: 60, y: 150 }),
      { text: "SALT AND LAMPS", x: 60, y: 200, size: 14 },
    ];
    const taken = await takeIn([{ texts }]);
    expect(textsOf(taken)[0]).toBe("the masons and the lamps of the closed harbour");
    expect(taken.remarks).toEqual([{ code: "word-cut", page: 1, detail: "ma-" }]);
  });

  test("names the words that lack letters", async () => {
    const taken = await takeIn([{ texts: [{ text: "a di\u001Berent lamp", x: 60, y: 100 }] }]);
    expect(textsOf(taken)).toEqual(["a dierent lamp"]);
    expect(taken.remarks).toEqual([{ code: "letters-missing", page: 1, detail: "di□erent" }]);
  });

  test("takes lines of justified text with wide spaces for no table", async () => {
    const parts = [
      ["Traders who had come down from the hills", "sold their salt at"],
      ["the gate because the", "market inside had neither water nor shade"],
      ["for all those animals that they had brought", "or had stolen"],
    ];
    const lines = parts.flatMap(([first = "", second = ""], at) => [
      { text: first, x: 60, y: 200 + 12 * at },
      { text: second, x: 480 - 6 * second.length, y: 200 + 12 * at },
    ]);
    const taken = await takeIn([{ texts: [...column([HARBOUR], { x: 60, y: 100, letters: 70 }), ...lines] }]);
    expect(taken.dropped).toEqual([]);
  });

  test("keeps the dash of every item, as it may be part of a sentence, and drops every bullet", async () => {
    const code = { text: "count salt", x: 60, y: 160, size: 8 };
    const items = setLines(["— salt", "— ropes", "• lamps"], { x: 60, y: 176 });
    const taken = await takeIn([{ texts: [...column([HARBOUR], { x: 60, y: 100, letters: 70 }), code, ...items] }]);
    expect(textsOf(taken)).toEqual([HARBOUR, "count salt", "— salt", "— ropes", "lamps"]);
  });

  test("drops running heads of left and right pages, and page numbers", async () => {
    const pages = [HARBOUR, MARKET, BRIDGE, `${BRIDGE} ${MARKET}`].map((text, at) => ({ text, number: at + 1 }));
    const made = pages.map(({ text, number }) => ({
      texts: [
        { text: number % 2 === 0 ? `${number} Salt Review` : `Ropes of the north ${number}`, x: 60, y: 40 },
        ...column([text], { x: 60, y: 100, letters: 70 }),
        { text: `- ${number} -`, x: 280, y: 770 },
      ],
    }));
    const taken = await takeIn(made);
    expect(textsOf(taken)).toEqual(pages.map(({ text }) => text));
    expect(taken.dropped.filter(({ rule }) => rule === "running-head")).toHaveLength(4);
    expect(taken.dropped.filter(({ rule }) => rule === "page-number")).toHaveLength(4);
  });

  test("keeps footnotes apart, and takes their marks out of the text", async () => {
    const lines = wrapWords(HARBOUR, 70);
    const end = { x: 60 + 6 * (lines.at(-1)?.length ?? 0), y: 124 };
    const taken = await takeIn([
      {
        texts: [
          ...setLines(lines, { x: 60, y: 100 }),
          { text: "7", x: end.x, y: end.y - 4, size: 6 },
          ...setLines(wrapWords(MARKET, 70), { x: 60, y: 148 }),
          { text: "7", x: 60, y: 697, size: 5 },
          ...setLines(["Register of ships, second book, as it was", "kept in the upper room."], {
            x: 64,
            y: 700,
            size: 8,
          }),
        ],
        rules: [{ x: 60, right: 200, y: 688 }],
      },
    ]);
    expect(textsOf(taken)).toEqual([HARBOUR, MARKET]);
    expect(taken.notes).toEqual([
      { mark: "7", page: 1, text: "Register of ships, second book, as it was kept in the upper room." },
    ]);
    expect(taken.dropped).toContainEqual({ text: "7", page: 1, rule: "note-mark" });
    expect(taken.remarks).toEqual([]);
  });

  test("says of a note that is very long that it may be text", async () => {
    const long = `2 ${Array.from({ length: 8 }, () => MARKET).join(" ")}`;
    const taken = await takeIn([
      {
        texts: [
          ...setLines(wrapWords(Array.from({ length: 9 }, () => HARBOUR).join(" "), 70), { x: 60, y: 100 }),
          ...setLines(wrapWords(long, 90), { x: 60, y: 500, size: 8 }),
        ],
      },
    ]);
    expect(taken.notes).toMatchObject([{ mark: "2" }]);
    expect(taken.remarks).toMatchObject([{ code: "note-unsure", page: 1 }]);
  });

  test("does not take the text below a ruled table for a note, although it begins with a number", async () => {
    const counted = `3 ships came. ${MARKET}`;
    const taken = await takeIn([
      {
        texts: [
          ...setLines(wrapWords(HARBOUR, 70), { x: 60, y: 100 }),
          ...setLines(wrapWords(counted, 70), { x: 60, y: 200 }),
        ],
        rules: [{ x: 60, right: 200, y: 188 }],
      },
    ]);
    expect(taken.notes).toEqual([]);
    expect(textsOf(taken)).toEqual([HARBOUR, counted]);
  });

  test.each([
    "1991 was the year of the second bridge.",
    "2.5 tons of salt were lost.",
    "4 = Upper village",
    "62(6): 207 of the register",
  ])("does not take small type for a note that begins with the number of something: %s", async (small) => {
    const texts = [...column([HARBOUR], { x: 60, y: 100, letters: 70 }), { text: small, x: 60, y: 200, size: 8 }];
    const taken = await takeIn([{ texts }]);
    expect(taken.notes).toEqual([]);
    expect(textsOf(taken)).toEqual([HARBOUR, small]);
  });

  test("warns of pages whose letters have no meaning", async () => {
    const signs = Array.from({ length: 12 }, (_, at) => ({
      text: "(-.4.)&!-.45+a% & 2 % ' 3",
      x: 60,
      y: 100 + 14 * at,
    }));
    const taken = await takeIn([{ texts: signs }]);
    expect(taken.remarks).toContainEqual({ code: "letters-unreadable", page: 1, detail: "" });
  });

  test("knows the type of the text where most of a document is tables in small type", async () => {
    const lines = wrapWords(HARBOUR, 70);
    const end = { x: 60 + 6 * (lines.at(-1)?.length ?? 0), y: 100 + 12 * (lines.length - 1) };
    const rows = Array.from({ length: 40 }, (_, at) =>
      [0, 1, 2, 3, 4].map((cell) => ({ text: `${at}${cell} tons`, x: 60 + 90 * cell, y: 100 + 12 * at, size: 8 })),
    );
    const taken = await takeIn([
      {
        texts: [
          ...setLines(lines, { x: 60, y: 100 }),
          { text: "1", x: end.x, y: end.y - 4, size: 6 },
          { text: "1 Register of ships, second book.", x: 60, y: 600, size: 8 },
        ],
      },
      { texts: rows.flat() },
    ]);
    expect(taken.notes).toMatchObject([{ mark: "1", text: "Register of ships, second book." }]);
    expect(textsOf(taken)).toEqual([HARBOUR]);
  });

  test("ends notes at a heading, and takes no number for a note that no mark of the text has", async () => {
    const long = Array.from({ length: 3 }, () => HARBOUR).join(" ");
    const lines = wrapWords(long, 70);
    const end = { x: 60 + 6 * (lines.at(-1)?.length ?? 0), y: 100 + 12 * (lines.length - 1) };
    const small = { x: 60, size: 8 };
    const taken = await takeIn([
      {
        texts: [
          ...setLines(lines, { x: 60, y: 100 }),
          { text: "1", x: end.x, y: end.y - 4, size: 6 },
          { text: "1. Register of ships, second book.", y: 500, ...small },
          { text: "Sources", y: 530, isBold: true, ...small },
          { text: "Annals of the upper room, with the names of all ships and masters, volume", y: 550, ...small },
          { text: "37, no. 1, and the register of ships.", y: 560, ...small },
        ],
      },
    ]);
    expect(taken.notes).toMatchObject([{ mark: "1", text: "Register of ships, second book." }]);
    expect(textsOf(taken)).toEqual([
      long,
      "Sources",
      "Annals of the upper room, with the names of all ships and masters, volume",
      "37, no. 1, and the register of ships.",
    ]);
  });

  test("does not take small type for notes that has no mark", async () => {
    const caption = "The gate in the evening, seen from the river.";
    const texts = [...column([HARBOUR], { x: 60, y: 100, letters: 70 }), { text: caption, x: 60, y: 200, size: 8 }];
    const taken = await takeIn([{ texts }]);
    expect(taken.notes).toEqual([]);
    expect(textsOf(taken)).toEqual([HARBOUR, caption]);
  });

  test("mends hyphens by the words of the document, and keeps those of names", async () => {
    const lines = [
      "The harbour was shut, and the messengers went from al-",
      "Madina, which was unknown to us, to the closed har-",
      "bour with a well-made letter that nobody read.",
    ];
    const taken = await takeIn([{ texts: setLines(lines, { x: 60, y: 100 }) }]);
    expect(textsOf(taken)).toEqual([
      "The harbour was shut, and the messengers went from al-Madina, which was unknown to us, to the closed harbour with a well-made letter that nobody read.",
    ]);
    expect(taken.hyphens).toEqual([
      { word: "al-Madina", page: 1, outcome: "kept" },
      { word: "harbour", page: 1, outcome: "mended" },
    ]);
  });

  test("reads the items of a list one by one, with what hangs under them", async () => {
    const lines = ["• bread, and a lamp for the masons who", "  came from the upper village", "• salt", "• ropes"];
    const texts = [...column([HARBOUR], { x: 60, y: 100, letters: 70 }), ...setLines(lines, { x: 80, y: 136 })];
    const taken = await takeIn([{ texts }]);
    expect(taken.blocks.slice(1).map(({ kind, text }) => [kind, text])).toEqual([
      ["item", "bread, and a lamp for the masons who came from the upper village"],
      ["item", "salt"],
      ["item", "ropes"],
    ]);
  });

  test("leaves out a table, and says where it is", async () => {
    const rows = [
      ["Goods", "Spring", "Summer"],
      ["Salt", "12", "30"],
      ["Ropes", "7", "11"],
      ["Lamps", "4", "9"],
    ].flatMap((cells, row) => cells.map((text, at) => ({ text, x: 80 + 120 * at, y: 150 + 14 * row })));
    const texts = [...column([HARBOUR], { x: 60, y: 100, letters: 70 }), ...rows];
    const taken = await takeIn([{ texts }]);
    expect(textsOf(taken)).toEqual([HARBOUR]);
    expect(taken.remarks).toMatchObject([{ code: "table-left-out", page: 1, detail: "4" }]);
    expect(taken.dropped).toMatchObject([{ rule: "table", text: expect.stringContaining("Ropes") }]);
  });

  test("leaves out text that runs upwards", async () => {
    const stamp = { text: "Received in the second year", x: 20, y: 500, isUpward: true };
    const taken = await takeIn([{ texts: [...column([HARBOUR], { x: 60, y: 100, letters: 70 }), stamp] }]);
    expect(textsOf(taken)).toEqual([HARBOUR]);
    expect(taken.dropped).toEqual([{ text: stamp.text, page: 1, rule: "rotated" }]);
  });

  test("takes invisible text over a picture, and says so", async () => {
    const texts = column([HARBOUR], { x: 60, y: 100, letters: 70 }).map((text) => ({ ...text, isInvisible: true }));
    const taken = await takeIn([{ texts, hasPicture: true }]);
    expect(textsOf(taken)).toEqual([HARBOUR]);
    expect(taken.remarks).toMatchObject([{ code: "ocr-layer", page: 1 }]);
  });

  test("says which pages have a picture and no text, and refuses a document of such pages", async () => {
    const page = { texts: column([HARBOUR], { x: 60, y: 100, letters: 70 }) };
    const taken = await takeIn([page, { hasPicture: true }]);
    expect(taken.remarks).toMatchObject([{ code: "page-without-text", page: 2 }]);
    expect(await refusalOf(makePdf([{ hasPicture: true }, { hasPicture: true }]))).toBe("pdf-no-text");
  });

  test("finds title and authors, but takes no date of the file for that of the document", async () => {
    const page = { texts: column([HARBOUR], { x: 60, y: 100, letters: 70 }) };
    const taken = await takeIn([page], "/Title (Ropes and salt) /Author (A. Mason) /CreationDate (D:20200102)");
    expect(taken.metadata).toEqual([
      { field: "title", value: "Ropes and salt", where: "Title", means: "pdf-info" },
      { field: "authors", value: "A. Mason", where: "Author", means: "pdf-info" },
    ]);
    expect((await takeIn([page], "/Title (Microsoft Word - draft.doc) /Author (user)")).metadata).toEqual([]);
  });

  test("reads the pages that are asked for", async () => {
    const pages = [HARBOUR, MARKET, BRIDGE].map((text) => ({ texts: column([text], { x: 60, y: 100, letters: 70 }) }));
    const intake = await takeInPdf(makePdf(pages), { pages: [{ first: 2, last: 3 }] });
    expect("taken" in intake ? textsOf(intake.taken) : []).toEqual([MARKET, BRIDGE]);
    expect(await refusalOf(makePdf(pages), [{ first: 3, last: 4 }])).toBe("pdf-no-such-pages");
    expect(await refusalOf(makePdf(pages), [{ first: 0, last: 1 }])).toBe("pdf-no-such-pages");
  });

  test("reads a PDF that only has an owner's password, and says what that forbids", async () => {
    /** Nothing in the file is encrypted, and `/U` opens it without a password. */
    const encrypt = (permissions: number, user: string) =>
      `<< /Filter /Standard /V 4 /R 2 /Length 40 /CF << >> /StmF /Identity /StrF /Identity /P ${permissions} /O <${"00".repeat(32)}> /U <${user}> >>`;
    const remarksWith = async (permissions: number, user: string) => {
      const pdf = makePdf([{ texts: column([HARBOUR], { x: 60, y: 100, letters: 70 }) }], {
        encrypt: encrypt(permissions, user),
      });
      const intake = await takeInPdf(pdf);
      return "taken" in intake ? intake.taken.remarks.map(({ code, detail }) => `${code}: ${detail}`) : intake.refusal;
    };
    expect(await remarksWith(-64, "a693a57e3c17d896bb4ad48cf37f7433cdd03a1b7e65acb0215748aa63fea1aa")).toEqual([
      "pdf-restricted: printing, changing, copying",
    ]);
    expect(await remarksWith(-4, "a2131391556101128e64737bb2f0fb1452b6beed66a7e0dbcc3276f389ab335f")).toEqual([]);
  });

  test("refuses what is empty, damaged or locked by a password", async () => {
    const page = { texts: column([HARBOUR], { x: 60, y: 100, letters: 70 }) };
    const encrypt = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${"11".repeat(32)}> /U <${"22".repeat(32)}> >>`;
    expect(await refusalOf(new Uint8Array())).toBe("empty-file");
    expect(await refusalOf(new TextEncoder().encode("%PDF-1.4\nnothing"))).toBe("pdf-damaged");
    expect(await refusalOf(makePdf([page], { encrypt }))).toBe("pdf-encrypted");
  });

  test("gives the same result for the same bytes, and leaves the bytes as they are", async () => {
    const bytes = makePdf([{ texts: column([HARBOUR, MARKET], { x: 60, y: 100, letters: 40 }) }]);
    const copy = bytes.slice();
    expect(await takeInPdf(bytes)).toEqual(await takeInPdf(Buffer.from(bytes)));
    expect(bytes).toEqual(copy);
  });
});
