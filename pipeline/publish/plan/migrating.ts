import { byCodeUnit } from "#pipeline/core/order.ts";
import type { ReleaseDiff } from "#pipeline/publish/compare/diff.ts";
import type { SchemaChange } from "#pipeline/publish/compare/diff-schema.ts";
import { formatSchemaChange } from "#pipeline/publish/compare/format-schema-change.ts";
import { type PublishedRelease, rowsOf } from "#pipeline/publish/compare/published-release.ts";
import { code, plain, table } from "#pipeline/publish/markdown.ts";
import { type Replacement, replacedColumns } from "#schemas/replaced-columns.ts";

interface Migration {
  readonly diff: ReleaseDiff;
  readonly to: PublishedRelease;
  readonly version: string;
}

/** `MIGRATING.md`: from old columns and ids to new ones. `null` if no column of an existing table changed. */
export function writeMigrating({ diff, to, version }: Migration): string | null {
  if (!diff.schema.some(({ change }) => change !== "table-added")) return null;
  return [
    `# Migrating from ${diff.from} to ${version}`,
    "The pipeline made this file from the differences between the two releases. CHANGELOG.md and changes.csv list every change; CODEBOOK.md explains the columns.",
    ...columnsPart(diff),
    ...idsPart(diff, to),
    "",
  ].join("\n\n");
}

function columnsPart({ schema }: ReleaseDiff): string[] {
  const added = new Map<string, string[]>();
  for (const { change, table: name, column } of schema)
    if (change === "column-added") added.set(column ?? "", [...(added.get(column ?? "") ?? []), name]);
  const others = schema.filter(({ change }) => change !== "column-added" && change !== "column-removed");
  const removed = schema.filter(({ change }) => change === "column-removed");
  return [
    "## Columns",
    ...(removed.length === 0
      ? []
      : [
          table(
            ["removed column", "now in"],
            removed.map((change) => [code(nameOf(change)), code(replacementOf(change)?.now ?? "nowhere")]),
          ),
          ...removed.flatMap((change) => restoringLines(change, replacementOf(change))),
        ]),
    ...(added.size === 0
      ? []
      : [
          table(
            ["new column", "in"],
            [...added].map(([column, tables]) => [code(column), tables.join(", ")]),
          ),
        ]),
    ...(others.length === 0 ? [] : [others.map((change) => `- ${formatSchemaChange(change)}`).join("\n")]),
    ...schema.filter(({ change }) => change === "column-renamed").flatMap(renameLines),
  ];
}

const nameOf = ({ table: name, column }: SchemaChange) => `${name}.${column}`;
const replacementOf = (change: SchemaChange): Replacement | undefined => replacedColumns[nameOf(change)];

const block = (language: string, ...lines: readonly string[]) => `\`\`\`${language}\n${lines.join("\n")}\n\`\`\``;

/** To get a removed column back from the table that holds it now. */
function restoringLines({ table: name, column }: SchemaChange, replacement: Replacement | undefined): string[] {
  if (replacement === undefined || column === null) return [];
  const [home = "", held = ""] = replacement.now.split(".");
  const { r, python } = "by" in replacement ? joined(replacement.by, home, held) : listed(home, held);
  return [
    `To have \`${column}\` in \`${name}\` as before:`,
    block("r", LOAD_R, ...r(name, column)),
    block("python", PANDAS, ...python(name, column)),
  ];
}

type Lines = (name: string, column: string) => readonly string[];

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

const joined = (by: readonly string[], home: string, held: string): { r: Lines; python: Lines } => ({
  r: (name, column) => [
    `moved <- jnim$${home}[c(${quoted([...by, held])})]`,
    `names(moved)[${by.length + 1}] <- "${column}"`,
    `${name} <- merge(jnim$${name}, moved, by = c(${quoted(by)}), all.x = TRUE)`,
  ],
  python: (name, column) => [
    `moved = pd.read_csv("data/${home}.csv")[[${quoted([...by, held])}]].rename(columns={"${held}": "${column}"})`,
    `${name} = pd.read_csv("data/${name}.csv").merge(moved, on=[${quoted(by)}], how="left")`,
  ],
});

const listed = (home: string, held: string): { r: Lines; python: Lines } => ({
  r: (name, column) => [
    `ids <- unlist(strsplit(na.omit(jnim$${home}$${held}), "; "))`,
    `jnim$${name}$${column} <- jnim$${name}$record_id %in% ids`,
  ],
  python: (name, column) => [
    `ids = pd.read_csv("data/${home}.csv")["${held}"].dropna().str.split("; ").explode()`,
    `${name} = pd.read_csv("data/${name}.csv")`,
    `${name}["${column}"] = ${name}["record_id"].isin(ids)`,
  ],
});

/** To use a renamed column under its old name. */
const renameLines = ({ table: name, before, after }: SchemaChange): string[] => [
  block("r", LOAD_R, `names(jnim$${name})[names(jnim$${name}) == "${after}"] <- "${before}"`),
  block("python", PANDAS, `${name} = pd.read_csv("data/${name}.csv").rename(columns={"${after}": "${before}"})`),
];

const LOAD_R = 'jnim <- source("load.R")$value';
const PANDAS = "import pandas as pd";

function idsPart(diff: ReleaseDiff, to: PublishedRelease): string[] {
  const splits = splitsOf(diff, to);
  const gone = diff.rows.filter(({ change }) => change === "retired" || change === "moved");
  const [example] = splits;
  return [
    ...(example === undefined
      ? []
      : [
          "## Records that were split",
          "The old id stays with the statement that leads it, unless it is retired; the other statements are records of their own, whose `split_from` names the old id.",
          table(
            ["table", "old id", "new ids"],
            splits.map(({ name, from, ids }) => [name, code(from), ids.map(code).join(", ")]),
          ),
          "To find everything that an old id held:",
          block(
            "r",
            `subset(jnim$${example.name}, record_id %in% "${example.from}" | split_from %in% "${example.from}")`,
          ),
          block(
            "python",
            PANDAS,
            `rows = pd.read_csv("data/${example.name}.csv")`,
            `rows[(rows["record_id"] == "${example.from}") | (rows["split_from"] == "${example.from}")]`,
          ),
        ]),
    ...(gone.length === 0
      ? []
      : [
          "## Retired ids",
          table(
            ["table", "old id", "why, and what replaces it"],
            gone.map(({ table: name, recordId, reason }) => [name, code(recordId), plain(reason ?? "")]),
          ),
        ]),
  ];
}

interface Split {
  readonly name: string;
  readonly from: string;
  readonly ids: readonly string[];
}

/** The records that this release splits, with all ids that their statements have now. */
function splitsOf(diff: ReleaseDiff, to: PublishedRelease): Split[] {
  const added = new Set(
    diff.rows.filter(({ change }) => change === "added").map(({ table: name, recordId }) => `${name}/${recordId}`),
  );
  return [...to.tables.values()]
    .filter(({ columns }) => columns.some(({ name }) => name === "split_from"))
    .flatMap((published) => {
      const all = new Set<string>();
      const byOrigin = new Map<string, string[]>();
      for (const { record_id: id = "", split_from: from = "" } of rowsOf(published)) {
        all.add(id);
        if (from === "" || !added.has(`${published.name}/${id}`)) continue;
        const ids = byOrigin.get(from);
        if (ids === undefined) byOrigin.set(from, [id]);
        else ids.push(id);
      }
      return [...byOrigin]
        .sort(([a], [b]) => byCodeUnit(a, b))
        .map(([from, ids]) => ({ name: published.name, from, ids: [...(all.has(from) ? [from] : []), ...ids] }));
    });
}
