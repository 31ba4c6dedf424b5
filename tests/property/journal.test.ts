import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { swapIn } from "#pipeline/io/journal.ts";
import { mendRaw } from "#pipeline/io/mend.ts";
import { replaceFiles } from "#pipeline/io/replace-files.ts";

const real = { ...fs };
afterEach(() => Object.assign(fs, real) && syncBuiltinESMExports());

const KILLED = "killed";

/** Lets the operations on files fail from the one with this number on, as if the process had died there. */
function dieAt(number: number): void {
  let count = 0;
  const dies =
    <Given extends readonly unknown[], R>(operation: (...given: Given) => Promise<R>) =>
    (...given: Given): Promise<R> => {
      count += 1;
      return count >= number ? Promise.reject(new Error(KILLED)) : operation(...given);
    };
  Object.assign(fs, {
    open: dies(real.open),
    rename: dies(real.rename),
    unlink: dies(real.unlink),
    rm: dies(real.rm),
  });
  syncBuiltinESMExports();
}

const revive = () => {
  Object.assign(fs, real);
  syncBuiltinESMExports();
};

const content = fc.option(fc.string({ maxLength: 8 }), { freq: 3 });
const change = fc.record({
  name: fc.constantFrom("a", "b", "c", "d"),
  folder: fc.constantFrom("coded", "documents"),
  before: content,
  after: content,
});
const changes = fc.uniqueArray(change, {
  selector: ({ name, folder }) => `${folder}/${name}`,
  minLength: 1,
  maxLength: 6,
});
type Changes = readonly { name: string; folder: string; before: string | null; after: string | null }[];

const pathOf = ({ name, folder }: Changes[number]) => `${folder}/${name}.csv`;

/** Makes the change in a folder, and dies at an operation on the way. */
async function changeAndDie(root: string, all: Changes, at: number): Promise<void> {
  dieAt(at);
  try {
    const kept = all.filter(({ after }) => after !== null);
    if (kept.length === all.length) {
      const files = kept.map((one) => ({ path: join(root, pathOf(one)), bytes: Buffer.from(one.after ?? "") }));
      await replaceFiles(root, { command: "documents index", files });
    } else {
      const files = all
        .filter(({ before, after }) => before !== after)
        .map((one) => {
          const temporary = one.after === null ? null : `.tmp-${one.name}.csv-7-0a1b2c3d`;
          if (temporary !== null) writeFileSync(join(root, one.folder, temporary), one.after ?? "");
          const [before, after] = [one.before, one.after].map((text) => (text === null ? null : sha256Hex(text)));
          return { path: pathOf(one), before: before ?? null, after: after ?? null, temporary };
        });
      await swapIn(root, { command: "documents index", files }, { isDurable: true });
    }
  } catch (error) {
    expect(error).toMatchObject({ message: KILLED });
  } finally {
    revive();
  }
}

it("files are all old or all new after the next writing command, wherever the one before died", async () => {
  const endings = new Set<string>();
  await fc.assert(
    fc.asyncProperty(changes, fc.integer({ min: 1, max: 40 }), async (all, at) => {
      const root = mkdtempSync(join(tmpdir(), "jnim-law-"));
      try {
        for (const folder of ["coded", "documents"]) mkdirSync(join(root, folder));
        for (const one of all) if (one.before !== null) writeFileSync(join(root, pathOf(one)), one.before);
        await changeAndDie(root, all, at);
        await mendRaw(root);
        const found = all.map((one) => {
          const place = join(root, pathOf(one));
          return existsSync(place) ? readFileSync(place, "utf8") : null;
        });
        const [old, now] = [all.map(({ before }) => before), all.map(({ after }) => after)];
        expect([JSON.stringify(old), JSON.stringify(now)]).toContain(JSON.stringify(found));
        expect(
          readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /(^|\/)\./u.test(name)),
        ).toEqual([]);
        endings.add(JSON.stringify(found) === JSON.stringify(now) ? "new" : "old");
      } finally {
        rmSync(root, { recursive: true });
      }
    }),
    { numRuns: 150 },
  );
  expect([...endings].sort()).toEqual(["new", "old"]);
});
