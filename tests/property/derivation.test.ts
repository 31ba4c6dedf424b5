import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { circleThrough, readDerivation } from "#pipeline/resolve/derivation.ts";

const ids = ["a", "b", "c", "d", "e", "f"];
const graph = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids, "unknown")), {
    maxLength: 10,
    selector: (edge) => edge.join(),
  })
  .map((edges) => new Map(ids.map((id) => [id, edges.flatMap(([from, to]) => (from === id ? [to] : []))])));

/** Derived by the definition: a parent, or a parent of one that is derived, until nothing is added. */
function closure(parents: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set([...parents].flatMap(([id, others]) => others.map((other) => `${id} ${other}`)));
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const pair of [...found]) {
      const [id = "", parent = ""] = pair.split(" ");
      for (const other of parents.get(parent) ?? []) found.add(`${id} ${other}`);
    }
  }
  return found;
}

describe("what is derived from what", () => {
  it("is the transitive closure of derived_from", () => {
    fc.assert(
      fc.property(graph, (parents) => {
        const expected = closure(parents);
        const { isDerivedFrom, isInCircle } = readDerivation(parents);
        for (const id of ids) {
          for (const other of [...ids, "unknown"])
            expect([id, other, isDerivedFrom(id, other)]).toEqual([id, other, expected.has(`${id} ${other}`)]);
          expect(isInCircle(id)).toBe(expected.has(`${id} ${id}`));
        }
      }),
    );
  });

  it("is the same among some of the sources, but for circles", () => {
    fc.assert(
      fc.property(graph, fc.uniqueArray(fc.constantFrom(...ids, "unknown")), (parents, some) => {
        const { isDerivedFrom, derivedAmong } = readDerivation(parents);
        const expected = some.filter((id) =>
          some.some((other) => isDerivedFrom(id, other) && !isDerivedFrom(other, id)),
        );
        expect([...derivedAmong(new Set(some))]).toEqual(expected);
      }),
    );
  });

  it("has a way back for each source in a circle", () => {
    fc.assert(
      fc.property(graph, fc.constantFrom(...ids), (parents, id) => {
        fc.pre(readDerivation(parents).isInCircle(id));
        const way = circleThrough(id, parents);
        expect([way.at(0), way.at(-1)]).toEqual([id, id]);
        for (const [at, parent] of way.slice(1).entries()) expect(parents.get(way[at] ?? "")).toContain(parent);
      }),
    );
  });

  it("is found along a chain and a circle of 20,000 sources, which no recursion could follow", () => {
    const chain = (last: string[]) =>
      new Map(Array.from({ length: 20_000 }, (_, at) => [`s${at}`, at === 19_999 ? last : [`s${at + 1}`]]));
    const { isDerivedFrom, isInCircle } = readDerivation(chain([]));
    expect([isDerivedFrom("s0", "s19999"), isDerivedFrom("s19999", "s0"), isInCircle("s0")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(readDerivation(chain(["s0"])).isInCircle("s500")).toBe(true);
    expect(circleThrough("s0", chain(["s0"]))).toHaveLength(20_001);
  });
});
