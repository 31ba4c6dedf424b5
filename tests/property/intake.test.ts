import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseText } from "#pipeline/core/sentences.ts";
import { buildIndex } from "#pipeline/documents/build-index.ts";
import { readIntakePages } from "#pipeline/documents/intake-pages.ts";
import { withPages } from "#pipeline/documents/sentence-pages.ts";
import { intakeFiles } from "#pipeline/intake/intake-files.ts";
import type { IntakeKind } from "#pipeline/intake/intake-kind.ts";
import { aDocx, anEpub, paragraph, run, someSentences, taking, utf8 } from "#tests/builders/intake.ts";
import { makePdf, setLines, wrapWords } from "#tests/builders/pdf.ts";

const word = fc.constantFrom(
  "market",
  "cafe\u0301",
  "L’été",
  " ",
  "\u00A0",
  "\u00AD",
  "\u200B",
  "\t",
  "—",
  "1,000",
  "𞤊",
  "\n",
  "...",
);
const words = fc.array(word, { maxLength: 12 }).map((parts) => parts.join(" "));
const lines = fc.array(words, { maxLength: 6 });
const tag = fc.constantFrom("p", "div", "li", "h2", "blockquote", "pre", "td", "section", "span", "br", "nav");

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const elements = fc
  .array(fc.tuple(tag, words), { maxLength: 8 })
  .map((parts) => parts.map(([name, text]) => `<${name}>${escaped(text)}</${name}>`).join(""));

/** Documents of each kind, with enough words to be articles. */
const documents: readonly (readonly [IntakeKind, fc.Arbitrary<Uint8Array>])[] = [
  ["text", lines.map((all) => utf8(`${someSentences(1, 2)}\n${all.join("\n")}`))],
  ["html", elements.map((all) => utf8(`<html><body><p>${someSentences(1, 3)}</p>${all}</body></html>`))],
  [
    "docx",
    lines.map((all) => aDocx([someSentences(1, 2), ...all].map((line) => paragraph(run(escaped(line)))).join(""))),
  ],
  ["epub", elements.map((all) => anEpub({ a: `<p>${someSentences(1, 3)}</p>${all}` }))],
];

const original = { sha256: "0".repeat(64), bytes: 1, mediaType: "text/plain", fileName: "a" };

async function filesOf(kind: IntakeKind, bytes: Uint8Array) {
  const intake = await taking(kind, bytes);
  if ("refusal" in intake) throw new Error(JSON.stringify(intake.refusal));
  return {
    taken: intake.taken,
    files: intakeFiles({ sourceId: "a", taken: intake.taken, original, pages: null, fetched: null }),
  };
}

describe("a PDF", () => {
  const capital = fc.constantFrom(..."ABCDEFGHIKLMNOPRSTUVW");
  const term = fc.constantFrom(
    "market",
    "cafe\u0301",
    "wells-",
    "salt",
    "over",
    "the hills",
    "a\u00ADb",
    "1,000",
    "et",
  );
  const sentence = fc
    .tuple(capital, fc.array(term, { minLength: 2, maxLength: 12 }))
    .map(([letter, terms]) => `${letter}${terms.join(" ")} end.`);
  /** The lines of each page: sentences run on over lines and pages. */
  const pages = fc
    .array(sentence, { minLength: 4, maxLength: 30 })
    .map((sentences) => {
      const numbered = sentences.map((text, at) => `Number${at} ${text}`);
      return wrapWords(numbered.join(" "), 70);
    })
    .chain((all) => fc.array(fc.nat(all.length), { maxLength: 4 }).map((cuts) => pagesOf(all, cuts)));

  it("gives each sentence the page on which its first letter stands", async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (made) => {
        const pdf = makePdf(made.map((lines) => ({ texts: setLines(lines, { x: 60, y: 120 }) })));
        const { files } = await filesOf("pdf", pdf);
        const text = normaliseText(files.get("a.txt") ?? "");
        const intake = readIntakePages(files.get("a.intake.json") ?? null);
        const rows = withPages(buildIndex(text, original.sha256), text, { intake, index: undefined });
        for (const { start, end, page } of rows) {
          const [first] = /^Number\d+/u.exec(text.slice(start, end)) ?? [];
          if (first === undefined) continue;
          const stands = made.findIndex((lines) => lines.join(" ").split(" ").includes(first));
          expect([first, page]).toEqual([first, stands + 1]);
        }
        expect(rows.filter(({ page }) => page === null)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Lines in pages that end after so many lines. */
function pagesOf(lines: readonly string[], cuts: readonly number[]): string[][] {
  const ends = [0, ...new Set(cuts.filter((cut) => cut > 0 && cut < lines.length)), lines.length].sort((a, b) => a - b);
  return ends.slice(1).map((end, at) => lines.slice(ends[at], end));
}

describe.each(documents)("a document of the kind %s", (kind, arbitrary) => {
  it("gives the same bytes twice, and a text that is nothing but its blocks, in NFC and without empty lines", async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (bytes) => {
        const { taken, files } = await filesOf(kind, bytes);
        expect((await filesOf(kind, bytes)).files).toEqual(files);
        const text = files.get("a.txt") ?? "";
        expect(text).toBe(taken.blocks.map((block) => `${block.text}\n`).join(""));
        expect(text).toBe(normaliseText(text));
        expect(text).not.toMatch(/^\s|\n\s|[^\S\n]\n|[^\S\n ]| {2}|\u00AD|\u200B/u);
      }),
      { numRuns: 30 },
    );
  });

  it("does not change its bytes, which are kept", async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (bytes) => {
        const before = bytes.slice();
        await taking(kind, bytes);
        expect(Buffer.compare(before, bytes)).toBe(0);
      }),
      { numRuns: 10 },
    );
  });

  it("is taken in or refused, never more, when its bytes are damaged", async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, fc.nat(), fc.nat(255), fc.nat(), async (bytes, at, byte, cut) => {
        const damaged = bytes.slice(0, bytes.length - (cut % 40));
        damaged[at % damaged.length] = byte;
        const intake = await taking(kind, damaged);
        expect("taken" in intake || intake.refusal.code !== "").toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
