import { CHANGE_COLUMNS, type Change } from "#pipeline/core/change.ts";
import { writeCsv } from "#pipeline/core/csv-text.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { OutputFile } from "#pipeline/core/output-file.ts";
import { type ReleaseLink, type ReleaseStore, writeFile } from "#pipeline/core/release-store.ts";
import type { Row } from "#pipeline/core/row.ts";
import type { RunInputs } from "#pipeline/publish/up-to-date.ts";

export interface TableSketch {
  /** Columns with their types: `{ record_id: "string", n: "integer" }`. */
  readonly columns: Readonly<Record<string, string>>;
  readonly key?: readonly string[];
  readonly rows?: readonly Row[];
}

export interface ReleaseSketch {
  readonly version?: string;
  readonly created?: string;
  readonly tables?: Readonly<Record<string, TableSketch>>;
  readonly changes?: readonly Change[];
  readonly changelog?: string;
  readonly inputs?: RunInputs;
  /** The release before it. */
  readonly previous?: ReleaseLink | null;
  /** Further files by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A table of things with two columns besides the id. */
export const aTable = (rows: readonly Row[], rest: Partial<TableSketch> = {}): TableSketch => ({
  columns: { record_id: "string", name: "string", n: "integer" },
  rows,
  ...rest,
});

export const aThing = (record_id: string, cells: Row = {}): Row => ({
  record_id,
  name: `Name of ${record_id}`,
  n: 1,
  ...cells,
});

/** The columns of `retired`, with a tombstone for each of the ids given. */
export const someTombstones = (...ids: readonly string[]): TableSketch => ({
  columns: { table: "string", record_id: "string", reason: "string", replaced_by: "string" },
  key: ["table", "record_id"],
  rows: ids.map((id) => {
    const [table = "", record_id = "", replaced_by = ""] = id.split("/");
    return { table, record_id, reason: "It was coded twice.", replaced_by: replaced_by || null };
  }),
});

const NO_INPUTS: RunInputs = { inputs: [], pipeline: "0".repeat(64) };

/** The files of a small release, by path: as much of a release as other programs read, with sums that hold. */
export function aRelease(sketch: ReleaseSketch = {}): Map<string, Uint8Array> {
  const {
    version = "1.0.0",
    created = "2026-11-24",
    tables = {},
    changes = [],
    inputs = NO_INPUTS,
    previous = null,
  } = sketch;
  const texts = new Map<string, string>();
  for (const [name, { columns, rows = [] }] of Object.entries(tables))
    texts.set(`data/${name}.csv`, writeCsv(Object.keys(columns), rows));
  texts.set("datapackage.json", JSON.stringify(aDescriptor(version, created, tables)));
  texts.set("changes.csv", writeCsv(CHANGE_COLUMNS, changes));
  texts.set("CHANGELOG.md", sketch.changelog ?? `# Changelog\n\n## ${version} (${created})\n\nThe first release.\n`);
  for (const [path, text] of Object.entries(sketch.files ?? {})) texts.set(path, text);
  const outputs = [...texts].map(([path, text]) => ({ path, bytes: Buffer.byteLength(text), sha256: sha256Hex(text) }));
  texts.set("manifest.json", JSON.stringify({ version, created, previous, ...inputs, outputs }));
  const sums = [...texts]
    .map(([path, text]) => `${sha256Hex(text)}  ${path}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
  texts.set("SHA256SUMS", sums.join(""));
  return new Map([...texts].map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

const aDescriptor = (version: string, created: string, tables: Readonly<Record<string, TableSketch>>) => ({
  version,
  created: `${created}T00:00:00Z`,
  resources: Object.entries(tables).map(([name, { columns, key = ["record_id"], rows = [] }]) => ({
    name,
    path: `data/${name}.csv`,
    hash: `sha256:${sha256Hex(writeCsv(Object.keys(columns), rows))}`,
    schema: {
      fields: Object.entries(columns).map(([column, type]) => {
        const [plain = "", list] = type.split(" ");
        return { name: column, type: plain, ...(list === undefined ? {} : { delimiter: "; " }) };
      }),
      primaryKey: key,
    },
  })),
});

export const asFiles = (release: ReadonlyMap<string, Uint8Array>): OutputFile[] =>
  [...release].map(([path, bytes]) => ({ path, bytes }));

/** What a release says in words and numbers of its tables: every file but the tables and the lists of hashes. */
export const describedFiles = (release: ReadonlyMap<string, Uint8Array>): OutputFile[] =>
  asFiles(release).filter(({ path }) => !/^data\/.*\.csv$|^manifest\.json$|^SHA256SUMS$/u.test(path));

/** Puts a release into a store as publishing does, and removes what is left of the work. */
export async function putRelease(store: ReleaseStore, version: string, files: readonly OutputFile[]): Promise<void> {
  const workspace = await store.begin();
  try {
    for (const { path, bytes } of files) writeFile(workspace, path, bytes);
    await workspace.commit(version);
  } finally {
    await workspace.discard();
  }
}

/** The same release, as the next one names it. */
export const linkTo = (version: string, release: ReadonlyMap<string, Uint8Array>): ReleaseLink => ({
  version,
  sha256sums: sha256Hex(release.get("SHA256SUMS") ?? new Uint8Array()),
});
