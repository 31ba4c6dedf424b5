import { describe, expect, it } from "vitest";
import type { ColumnAgreement, SecondCoder, SourceAgreement } from "#pipeline/core/agreement-report.ts";
import { codingsSection } from "#pipeline/publish/codebook/codings.ts";

const coder = (coderId: string, cells: Partial<SecondCoder> = {}): SecondCoder => ({
  coderId,
  coderType: "person",
  team: "Team One",
  hadSeen: "The guide.",
  dateCoded: "2026-11-20",
  ...cells,
});
const column = (name: string, cells: Partial<ColumnAgreement> = {}): ColumnAgreement => ({
  ...{ column: name, measure: "nominal", isMain: true, nAgreed: 14, nChanged: 2, alpha: 0.61249 },
  ...cells,
});
const aSource = (coders: readonly SecondCoder[], columns: readonly ColumnAgreement[]): SourceAgreement => ({
  sourceId: "source-a",
  coders,
  tablesKept: [],
  pairs: [
    {
      first: "published",
      second: "coder-b",
      tables: [{ table: "events", nInBoth: 8, nOnlyFirst: 2, nOnlySecond: 1, columns }],
      differences: [],
    },
  ],
});
const section = (coders: readonly SecondCoder[], columns = [column("event_type")]) =>
  codingsSection([aSource(coders, columns)]).join("\n\n");

describe("the section on how well codings agree", () => {
  it("is left out if there is no second coding", () => {
    expect(codingsSection([])).toEqual([]);
  });

  it("has the rows and cells of each table, and alpha with three digits where enough cells are compared", () => {
    const columns = [
      column("event_type"),
      column("date_text", { measure: "wording", isMain: false, alpha: null, nAgreed: 0, nChanged: 14 }),
      column("unit", { nAgreed: 9, nChanged: 0, alpha: null }),
      column("date", { alpha: -0.00001 }),
      column("place_id", { alpha: null }),
    ];
    const text = section([coder("coder-b")], columns);
    expect(text).toContain("| `events` | 8 | 2 | 1 | 71 | 71.8 % |");
    expect(text).toContain("| `events` | `event_type` | 16 | 87.5 % | 0.612 |");
    expect(text).toContain("| `events` | `date` | 16 | 87.5 % | 0.000 |");
    expect(text).toContain("| `events` | `place_id` | 16 | 87.5 % | – |");
    expect(text).not.toContain("`date_text`");
    expect(text).not.toContain("`unit`");
  });

  it("says who coded, in words that cannot act", () => {
    expect(section([coder("coder-b", { hadSeen: "The *guide* | a link." })])).toContain(
      "| `coder-b` | person | Team One | The \\*guide\\* \\| a link. | 2026-11-20 |",
    );
  });

  it("says plainly if all coders belong to one team, and to programs of one team", () => {
    const ONE_TEAM = /made by (one team|programs of one team)\*\* \(Team One\)/u;
    const teamOf = (...coders: SecondCoder[]) => ONE_TEAM.exec(section(coders))?.[1] ?? null;
    const program = { coderType: "program" } as const;
    expect(teamOf(coder("coder-b"), coder("coder-c", { team: "team one" }))).toBe("one team");
    expect(teamOf(coder("coder-b", program), coder("coder-c", program))).toBe("programs of one team");
    expect(teamOf(coder("coder-b"), coder("coder-c", { team: "Team Two" }))).toBeNull();
    expect(section([coder("coder-b", program)])).toContain("made by a program** (Team One)");
  });
});
