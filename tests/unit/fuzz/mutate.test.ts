import { beforeAll, describe, expect, it } from "vitest";
import type { RawInput } from "#pipeline/core/raw-input.ts";
import { sealOf } from "#pipeline/documents/record-hash.ts";
import { madeUpRaw } from "#tests/fuzz/bases.ts";
import { mutate, mutations } from "#tests/fuzz/mutations/mutate.ts";
import { inWords, secondFiles } from "#tests/fuzz/mutations/mutation.ts";
import { pickWeighted, randomOf } from "#tests/fuzz/random.ts";

let raw: RawInput;
beforeAll(async () => {
  raw = await madeUpRaw();
});

const bytesOf = (input: RawInput) =>
  [...input.coded, ...secondFiles(input), ...input.indexes, ...input.texts].map(
    ({ path, bytes }) => `${path} ${Buffer.from(bytes).toString("hex")}`,
  );

describe("random choices", () => {
  it("are the same on every machine", () => {
    const random = randomOf("7/1");
    expect([random.below(1000), random.below(1000), random.below(1000)]).toEqual([607, 557, 534]);
  });

  it("follow their weights", () => {
    const random = randomOf("weights");
    const items = [
      { name: "often", weight: 9 },
      { name: "seldom", weight: 1 },
    ];
    const picked = Array.from({ length: 1000 }, () => pickWeighted(items, random).name);
    const often = picked.filter((name) => name === "often").length;
    expect(often).toBeGreaterThan(850);
    expect(often).toBeLessThan(950);
  });
});

describe("a damaged input", () => {
  it("is the same, byte for byte, for the same seed", () => {
    for (let run = 0; run < 200; run += 1) {
      const [one, other] = [mutate(raw, randomOf(`7/${run}`)), mutate(raw, randomOf(`7/${run}`))];
      expect(one.done).toEqual(other.done);
      expect(bytesOf(one.raw)).toEqual(bytesOf(other.raw));
    }
  });

  it("is another for another seed, and leaves the input that it was made of as it was", () => {
    const before = bytesOf(raw);
    const inputs = Array.from({ length: 200 }, (_, run) => bytesOf(mutate(raw, randomOf(`7/${run}`)).raw).join());
    expect(new Set(inputs).size).toBeGreaterThan(180);
    expect(bytesOf(raw)).toEqual(before);
  });

  it("can be of every kind, and tells what was done", () => {
    const idle = mutations.filter(({ name, apply }) => {
      const random = randomOf(name);
      const before = bytesOf(raw).join();
      const isDone = () => {
        const mutated = apply(raw, random);
        return mutated !== null && mutated.words !== "" && bytesOf(mutated.raw).join() !== before;
      };
      return !Array.from({ length: 5000 }, () => null).some(isDone);
    });
    expect(idle.map(({ name }) => name)).toEqual([]);
    expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length);
  });

  it("can be in a second coding, whose seal tells of it or was made later", () => {
    const before = new Set(secondFiles(raw).map(({ bytes }) => Buffer.from(bytes).toString("hex")));
    const damaged = Array.from({ length: 300 }, (_, run) => mutate(raw, randomOf(`7/${run}`)).raw).filter((input) =>
      secondFiles(input).some(({ bytes }) => !before.has(Buffer.from(bytes).toString("hex"))),
    );
    const seals = damaged.flatMap(({ coded, second }) => second.map((folder) => sealOf(coded, folder)));
    expect(seals).toEqual(expect.arrayContaining(["kept", "broken"]));
  });

  it("is described in one line of ASCII", () => {
    expect(inWords("a\u202Eb\n\u{1F600}")).toBe('"a\\u{202E}b\\n\\u{1F600}"');
  });
});
