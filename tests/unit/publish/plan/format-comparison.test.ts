import { describe, expect, it } from "vitest";
import type { Comparison } from "#pipeline/publish/plan/comparison.ts";
import { formatDifferences, formatWithoutReason } from "#pipeline/publish/plan/format-comparison.ts";

type Table = Comparison["tables"][number];
type Cell = Table["changed"][number]["cells"][number];

const aCell = (column: string, cell: Partial<Cell> = {}): Cell => ({
  ...{ column, old_value: "a", new_value: "b", is_derived: false, reason: null },
  ...cell,
});
const following = (column: string, reason = "derived") => aCell(column, { is_derived: true, reason });
const aRecord = (record_id: string, cells: readonly Cell[], is_derived = false) => ({
  ...{ record_id, line: null, is_derived, cells },
});
const formatTable = (table: string, changed: Table["changed"]) =>
  formatDifferences({ schema: [], outvoted: [], tables: [{ table, added: [], retired: [], changed }] }, "lines").join(
    "\n",
  );
const linesOf = (text: string) => text.split("\n").filter((line) => line.startsWith("- "));
const formatName = (old_value: string, new_value: string) =>
  linesOf(formatTable("events", [aRecord("evt-1", [aCell("name", { old_value, new_value })])]))[0];

describe("records that come, change and go", () => {
  const line = "Attack: Guild, Aba, May 2021. A [mill](x) burned.";
  const table: Table = {
    table: "events",
    added: [
      { record_id: "evt-3", line, is_derived: false },
      { record_id: "evt-4", line: null, is_derived: false },
    ],
    changed: [{ ...aRecord("evt-1", [aCell("n")]), line: "Attack: Guild" }],
    retired: [{ record_id: "evt-2", line: "x ".repeat(200), is_derived: false, last_values: {}, reason: "Twice." }],
  };
  const lines = (naming: "ids" | "lines") =>
    linesOf(formatDifferences({ schema: [], outvoted: [], tables: [table] }, naming).join("\n"));

  it("are each named on a line by what they are, which cannot act as Markdown", () => {
    expect(lines("lines")).toEqual([
      "- Corrected evt-1 (Attack: Guild): n from `a` to `b`.",
      `- Retired evt-2 (${"x ".repeat(100)}…): Twice.`,
      "- Added evt-3: Attack: Guild, Aba, May 2021. A \\[mill\\](x) burned.",
      "- Added evt-4",
    ]);
  });

  it("are named by their ids alone in a changelog", () => {
    expect(lines("ids")).toEqual([
      "- Corrected evt-1: n from `a` to `b`.",
      "- Retired evt-2: Twice.",
      "- Added: evt-3, evt-4.",
    ]);
  });
});

describe("a corrected record", () => {
  it("names the derived columns that follow", () => {
    const cells = [aCell("date"), following("date_earliest", "derived: follows from date"), following("agreement")];
    expect(linesOf(formatTable("events", [aRecord("evt-1", cells), aRecord("evt-2", cells.slice(0, 2))]))).toEqual([
      "- Corrected evt-1: date from `a` to `b`. Follow: date_earliest, agreement.",
      "- Corrected evt-2: date from `a` to `b`. Follows: date_earliest.",
    ]);
  });

  it("shows the difference of long texts, wherever it is", () => {
    const long = "x".repeat(100);
    expect(formatName(`${long}a${long}`, `${long}b${long}`)).toBe(
      `- Corrected evt-1: name from \`…${"x".repeat(20)}a${"x".repeat(59)}…\` to \`…${"x".repeat(20)}b${"x".repeat(59)}…\`.`,
    );
    expect(formatName(long, `${long}, twice`)).toContain(`to \`…${"x".repeat(20)}, twice\``);
    const short = "x".repeat(79);
    expect(formatName(short, `${short}y`)).toContain(`from \`${short}\` to \`${short}y\``);
    expect(formatName("y", long)).toBe(`- Corrected evt-1: name from \`y\` to \`${"x".repeat(80)}…\`.`);
  });
});

describe("records that no coder corrected", () => {
  it("are grouped by the columns that changed and the reason", () => {
    const ruled = [following("agreement", "derived | By a new rule.")];
    const counted = [following("n_sources")];
    const records = [aRecord("evt-1", ruled), aRecord("evt-2", counted), aRecord("evt-3", ruled)];
    expect(linesOf(formatTable("events", records))).toEqual([
      "- Only derived columns changed in evt-1, evt-3: agreement (By a new rule).",
      "- Only derived columns changed in evt-2: n_sources.",
    ]);
  });
});

describe("a table that holds the words of the others", () => {
  const changed = Array.from({ length: 22 }, (_, at) => aRecord(`tactic/code-${at}`, [following("definition")], true));

  it("lists its changed rows, up to twenty", () => {
    const lines = linesOf(formatTable("codelists", changed));
    expect(lines[0]).toBe("- Changed tactic/code-0: definition from `a` to `b`.");
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe("- And 2 more.");
    expect(linesOf(formatTable("columns", changed.slice(0, 20)))).toHaveLength(20);
  });

  it("is unlike other derived tables, whose rows are only counted", () => {
    expect(formatTable("claims", changed)).toBe("### claims\n\nDerived rows: 22 changed.\n");
  });
});

describe("corrections without a reason", () => {
  const missing = { ...aCell("date"), table: "events", record_id: "evt-1", claim_id: null };
  const anAmount = ["amount_low", "amount_best", "amount_high"].map((column) => ({
    ...{ ...missing, ...aCell(column), table: "actor_profile", record_id: "prf-1" },
  }));
  const lines = (to: string, ...found: (typeof missing)[]) =>
    formatWithoutReason({ to, corrections_without_reason: found }).join("").trimEnd().split("\n\n");

  it("give the row to add, as long as nothing is published", () => {
    const line = "- events evt-1: date from `a` to `b`.";
    expect(lines("staged", missing).slice(1)).toEqual([
      "1 correction has no reason yet. Add this row to corrections.csv, with the reason.",
      `${line} Row: \`events,evt-1,date,REASON\``,
    ]);
    expect(lines("1.0.1", missing).slice(1)).toEqual(["1 correction has no reason.", line]);
    expect(lines("staged", missing, { ...missing, record_id: "evt-2" })[1]).toBe(
      "2 corrections have no reason yet. Add these rows to corrections.csv, with the reason.",
    );
    expect(formatWithoutReason({ to: "staged", corrections_without_reason: [] })).toEqual([]);
  });

  it("are coded cells: the three parts of an amount are one", () => {
    expect(lines("staged", ...anAmount).slice(1)).toEqual([
      "1 correction has no reason yet. Add this row to corrections.csv, with the reason.",
      "- actor_profile prf-1: amount (amount_low from `a` to `b`; amount_best from `a` to `b`; amount_high from `a` to `b`). Row: `actor_profile,prf-1,amount,REASON`",
    ]);
  });

  it("of a side are explained by the row of its disagreement", () => {
    const side = { ...missing, ...aCell("position"), table: "disagreement_sides", record_id: "dis-1/a/evt-1" };
    expect(lines("staged", side)[2]).toMatch(/Row: `disagreements,dis-1,,REASON`$/u);
  });
});
