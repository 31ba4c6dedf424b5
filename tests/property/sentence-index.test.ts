import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashSentence } from "#pipeline/core/sentence-hash.ts";
import { checkIndex, evidenceOf, expandEvidence } from "#pipeline/core/sentence-index.ts";
import { cutSentences, normaliseText } from "#pipeline/core/sentences.ts";
import { buildIndex } from "#pipeline/documents/build-index.ts";
import { pairSentences } from "#pipeline/documents/pair-sentences.ts";
import { anIndexOf, verifyChange } from "#tests/builders/document.ts";

const piece = fc.constantFrom(
  ..."One two. |M. |Gen. |no. 4 |été |« |» |¹ |² |”|) |] |? |! |… |. |.|, | |  |\u00A0|\n|\n\n|\u2028|1. |A. B. |[12]|12|… |ag Ghali|U.S. |II. |--|https://a.org/?b=1 |é|ﬁ|“|—|\u0301|😀|7 |$ ".split(
    "|",
  ),
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 80 }),
);

const A_HASH = "a".repeat(64);

describe("an index", () => {
  it("gives back the sentences that it was made from, and is consistent", () => {
    fc.assert(
      fc.property(text, (raw) => {
        const normal = normaliseText(raw);
        const cut = cutSentences(normal);
        const rows = buildIndex(normal, A_HASH);
        expect(rows.map(({ start, end }) => normal.slice(start, end))).toEqual(cut.map((sentence) => sentence.text));
        expect(rows.map(({ sha256 }) => sha256)).toEqual(cut.map((sentence) => hashSentence(sentence.text)));
        expect(checkIndex(anIndexOf(raw))).toEqual([]);
      }),
    );
  });

  it("has every sentence inside its line, and leaves out only white space and lines of marks", () => {
    fc.assert(
      fc.property(text, (raw) => {
        const normal = normaliseText(raw);
        let at = 0;
        let left = "";
        for (const { line, start, end } of buildIndex(normal, A_HASH)) {
          expect(normal.slice(0, start).split("\n")).toHaveLength(line);
          expect(normal.slice(start, end)).not.toContain("\n");
          left += normal.slice(at, start);
          at = end;
        }
        expect(left + normal.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it("is the same for other line ends, a byte order mark and decomposed Unicode", () => {
    fc.assert(
      fc.property(text, (raw) => {
        const plain = raw.replaceAll("\r", "").replace(/^\uFEFF+/u, "");
        const rows = buildIndex(normaliseText(plain), A_HASH);
        for (const other of [
          plain.replaceAll("\n", "\r\n"),
          plain.replaceAll("\n", "\r"),
          `\uFEFF${plain}`,
          plain.normalize("NFD"),
        ]) {
          expect(buildIndex(normaliseText(other), A_HASH)).toEqual(rows);
        }
      }),
    );
  });

  it("cuts a line that follows others as it cuts the line alone", () => {
    const line = text.map((raw) => raw.replaceAll(/[\r\n]/gu, ""));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), line, (others, last) => {
        const alone = cutSentences(normaliseText(last)).map((sentence) => sentence.text);
        const all = cutSentences(normaliseText([...others, last].join("\n"))).map((sentence) => sentence.text);
        expect(all.slice(all.length - alone.length)).toEqual(alone);
      }),
    );
  });

  it("finds again by evidence the sentences that the evidence was written for", () => {
    const sentences = fc.array(fc.constantFrom("One. ", "Two! ", "Three.\n"), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sentences, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (written, isCited) => {
        const index = anIndexOf(written.join(""));
        const positions = [...index.entries.keys()].filter((at) => isCited[at]);
        fc.pre(positions.length > 0);
        const { entries, faults } = expandEvidence(evidenceOf(positions, index), index);
        expect(faults).toEqual([]);
        expect(entries).toEqual(positions.map((at) => index.entries[at]));
      }),
    );
  });
});

describe("pairing sentences", () => {
  const hashes = fc.array(fc.constantFrom(..."abcdefgh"), { maxLength: 20 });

  it("pairs equal hashes only, each once, and as many as there are", () => {
    fc.assert(
      fc.property(hashes, hashes, (before, now) => {
        const pairs = [...pairSentences(before, now)];
        expect(pairs.every(([from, to]) => before[from] === now[to])).toBe(true);
        expect(new Set(pairs.map(([, to]) => to)).size).toBe(pairs.length);
        const count = (all: readonly string[], hash: string) => all.filter((one) => one === hash).length;
        const most = [..."abcdefgh"].reduce((sum, hash) => sum + Math.min(count(before, hash), count(now, hash)), 0);
        expect(pairs).toHaveLength(most);
      }),
    );
  });

  it("pairs a text with itself in place", () => {
    fc.assert(
      fc.property(hashes, (before) => {
        expect([...pairSentences(before, before)].every(([from, to]) => from === to)).toBe(true);
      }),
    );
  });

  it("reports each sentence once: unchanged, moved or gone; unchanged, moved or new", () => {
    fc.assert(
      fc.property(hashes, hashes, (before, now) => {
        const write = (all: readonly string[]) =>
          all.map((hash, at) => `Word ${hash}${hash}.${at % 3 === 0 ? "\n" : " "}`).join("");
        if (now.length === 0) return;
        const { unchanged, moved, gone, added } = verifyChange(write(before), write(now));
        const nMoved = moved.reduce((sum, { sentences }) => sum + sentences, 0);
        expect([unchanged + nMoved + gone.length, unchanged + nMoved + added.length]).toEqual([
          before.length,
          now.length,
        ]);
      }),
    );
  });
});
