import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { canonicalEvent } from "#schemas/events/canonical-event.ts";
import { type AnsweringTrino, startTrino, type TrinoAnswer } from "#tests/builders/answering-trino.ts";
import { anEvent, writeEvents } from "#tests/builders/event-parquet.ts";
import { anEdition } from "#tests/builders/imported-edition.ts";
import { aRawInput } from "#tests/builders/raw.ts";

let folder: string;
let trino: AnsweringTrino | null = null;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "jnim-trino-"));
  const { coded, indexes, outlines } = aRawInput();
  for (const { path, bytes } of [...coded, ...indexes, ...outlines]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  await writeEvents(join(folder, "staged"), [anEvent()]);
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await trino?.close();
  trino = null;
});

const [FILE] = anEdition("ucdp-ged", "23.1", [2021]).files;
const texts = (...names: readonly string[]) => names.map((name) => ({ name, type: "varchar" }));

/** A server whose events are of an edition, and which has no rows for any other question. */
async function serve(edition: string): Promise<string> {
  const columns = Object.entries(canonicalEvent).map(([name, { type }]) => [name, type.toLowerCase()]);
  const editions: TrinoAnswer = {
    columns: [
      ...texts("event_source", "event_edition", "file_sha256"),
      ...["year", "n_events"].map((name) => ({ name, type: "bigint" })),
    ],
    parts: [[["ucdp-ged", edition, FILE?.sha256, 2021, FILE?.n_events]]],
  };
  trino = await startTrino((sql) => {
    if (sql.includes("information_schema")) return { columns: texts("column_name", "data_type"), parts: [columns] };
    return sql.startsWith("SELECT event_source, event_edition, file_sha256") ? editions : { columns: [] };
  });
  return trino.origin;
}

/** Not `spawnSync`: the server is in this process. */
function match(server: string) {
  const start = join(import.meta.dirname, "../../pipeline/start.mjs");
  const words = [start, "events", "match", "--engine", "trino", "--server", server];
  const child = spawn(process.execPath, words, { cwd: folder });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  child.stdout.resume();
  return new Promise((done) => {
    child.on("close", (status) => done({ status, stderr }));
  });
}

describe("events --engine trino", () => {
  it("asks the server, also when it is started as users start it", async () => {
    const server = await serve("23.1");
    expect(await match(server)).toEqual({
      status: 0,
      stderr: "staged/events/candidates.csv has no candidates.\n",
    });
    expect(trino?.queries.some((sql) => sql.startsWith("WITH"))).toBe(true);
  });

  it("stops if the server has another edition than was imported", async () => {
    const server = await serve("24.1");
    expect(await match(server)).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^The events in hive\.default are not those .*it has edition ucdp-ged 24\.1.*\n$/u),
    });
  });
});
