import { describe, expect, it } from "vitest";
import { bm25 } from "#pipeline/suggest/bm25.ts";
import { learn } from "#pipeline/suggest/naive-bayes.ts";
import { shareIn, trigramsOf } from "#pipeline/suggest/trigrams.ts";

const words = (text: string) => text.split(" ");

describe("naive Bayes", () => {
  const known = new Set(["well", "dry", "road", "open"]);
  const example = (text: string, isOfClass: boolean) => ({ features: new Set(words(text)), isOfClass });

  it("finds a sentence likelier that has the words of the class, and ignores words that it does not know", () => {
    const judge = learn([example("well dry", true), example("well open", true), example("road open", false)], known);
    expect(judge?.(new Set(["well"]))).toBeGreaterThan(0);
    expect(judge?.(new Set(["road"]))).toBeLessThan(judge?.(new Set(["well"])) ?? 0);
    expect(judge?.(new Set(["well", "unheard"]))).toBe(judge?.(new Set(["well"])));
  });

  it("gives the odds that were counted by hand", () => {
    const judge = learn([example("well", true), example("road", false)], new Set(["well", "road"]));
    // (1 + .5) / (1 + 2 * .5) against .5 / 2, and even odds before.
    expect(judge?.(new Set(["well"]))).toBeCloseTo(Math.log(3), 10);
  });

  it("has no judge without an example of both sides", () => {
    expect(learn([example("well", true)], known)).toBeNull();
    expect(learn([], known)).toBeNull();
  });
});

describe("BM25", () => {
  const rank = bm25([words("the well is dry"), words("the road is open"), words("the dry dry well of the town")]);

  it("puts the text first that has the rare words, and leaves out one that has none", () => {
    expect(rank(["road"]).map(({ at }) => at)).toEqual([1]);
    expect(rank(["well", "is"])[0]?.at).toBe(0);
  });

  it("keeps ties in the order given, and finds nothing in nothing", () => {
    const same = bm25([words("a b"), words("a b"), words("c d")]);
    expect(same(["a"]).map(({ at }) => at)).toEqual([0, 1]);
    expect(bm25([])(["a"])).toEqual([]);
  });
});

describe("runs of three words", () => {
  it("are counted once each, and their share is that of the first text", () => {
    expect([...trigramsOf(words("a b c d"))]).toEqual(["a b c", "b c d"]);
    expect(shareIn(trigramsOf(words("a b c d")), trigramsOf(words("x a b c")))).toBe(0.5);
    expect(shareIn(trigramsOf(words("a b")), trigramsOf(words("a b c")))).toBe(0);
  });
});
