import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { type DiskFile, fileStem, type RawInput } from "#pipeline/core/raw-input.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";
import { buildIndex, writeIndex } from "#pipeline/documents/build-index.ts";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { type Outcome, publishRecords, resolveRaw } from "#pipeline/run.ts";
import { type Files, type MemoryStore, memoryStore, readerOf } from "#tests/builders/memory-store.ts";
import { writeRaw } from "#tests/golden/raw-files.ts";
import { readGrid, withColumn, withGrid } from "./mutations/grid.ts";
import { asBytes } from "./mutations/mutation.ts";

const PROJECT = join(import.meta.dirname, "..", "..");

/** An input without mistakes, and the release that is made of it. */
export interface Base {
  readonly name: "made-up" | "today's";
  readonly raw: RawInput;
  readonly outcome: Outcome;
  readonly store: MemoryStore;
  /** The files of its release. */
  readonly files: Files;
  readonly reader: ReleaseReader;
}

export const CREATED = "2026-11-24";
export const NO_INPUTS = { inputs: [], pipeline: "0".repeat(64) };

/** The project's own raw/, for damage that shows only in tables of some size. */
export const todaysBase = async (): Promise<Base> => baseOf("today's", await readRaw(join(PROJECT, "raw")));

/** Made-up data. Small: a run takes milliseconds. */
export const madeUpBase = async (): Promise<Base> => baseOf("made-up", await madeUpRaw());

/** The tables of the golden base with two second codings, and texts that its indexes were made from. */
export async function madeUpRaw(): Promise<RawInput> {
  const folder = mkdtempSync(join(tmpdir(), "jnim-fuzz-"));
  try {
    writeRaw("two-second-codings", join(folder, "raw"));
    const { coded, second, indexes } = await readRaw(join(folder, "raw"));
    return withTexts({ ...(await readRaw(join(PROJECT, "raw"))), coded, second, indexes });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder raw/, its paths as from the folder that it is in. */
async function readRaw(folder: string): Promise<RawInput> {
  const raw = await readRawFolder(folder, []);
  const nameOf = (path: string) => relative(join(folder, ".."), path);
  const named = (files: readonly DiskFile[]) => files.map(({ path, bytes }) => ({ path: nameOf(path), bytes }));
  return {
    ...raw,
    codedPath: "raw/coded",
    coded: named(raw.coded),
    second: raw.second.map((coding) => ({ ...coding, path: nameOf(coding.path), files: named(coding.files) })),
    indexes: named(raw.indexes),
  };
}

async function baseOf(name: Base["name"], raw: RawInput): Promise<Base> {
  const outcome = resolveRaw(raw);
  const store = memoryStore();
  const plan = await publishRecords(outcome, {
    store,
    created: CREATED,
    inputs: NO_INPUTS,
    observe: () => undefined,
    isTrial: false,
    pause: () => Promise.resolve(),
  });
  const files = store.published.get(plan.version);
  if (files === undefined) throw new Error(`The ${name} data cannot be published.`);
  return { name, raw, outcome, store, files, reader: readerWithTexts(files) };
}

/** Reads texts that do not change once. */
function readerWithTexts(files: Files): ReleaseReader {
  const reader = readerOf(files);
  const texts = new Map<string, string>();
  const read = (path: string) => {
    const text = texts.get(path) ?? reader.text(path);
    texts.set(path, text);
    return text;
  };
  return { ...reader, text: read };
}

/** Three paragraphs with three, two and one sentences, as many as the indexes of the golden base have, and what its rows quote. */
const textOf = (source: string) =>
  [
    `The first is ${source}, and Group X was there in 2022. Army Y came in 2018. They left in the second half of 2018 or in mid-2020.`,
    "The fourth follows it. It is about Odl Town on 12 December 2023.",
    "The end.",
    "",
  ].join("\n");

const indexOf = (text: string) => writeIndex(buildIndex(text, sha256Hex(text)));

function withTexts(raw: RawInput): RawInput {
  const texts = raw.indexes.map(({ path }): DiskFile => {
    const source = fileStem(path);
    return { path: `raw/documents/${source}.txt`, bytes: asBytes(textOf(source)) };
  });
  const indexes = raw.indexes.map(({ path }) => ({
    path,
    bytes: asBytes(indexOf(textOf(fileStem(path)))),
  }));
  const sources = raw.coded.find(({ path }) => fileStem(path) === "sources");
  const grid = sources === undefined ? null : readGrid(sources);
  if (grid === null) throw new Error("The golden base has no sources.");
  const hashes = grid.rows.map(([source = ""]) => sha256Hex(textOf(source)));
  const recorded = withColumn(grid, grid.header.indexOf("sha256"), (_, row) => hashes[row] ?? "");
  return withGrid({ ...raw, indexes, texts }, recorded);
}
