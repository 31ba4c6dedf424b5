import { describe, expect, it } from "vitest";
import { faultsOfSources, indexedSource, indexedSources } from "#pipeline/documents/indexed-sources.ts";
import { recordedSources } from "#pipeline/documents/recorded-sources.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { aRawInput, aSource } from "#tests/builders/raw.ts";

/** Sources that have an index, one that has none, and one whose row is refused. */
function knownSources() {
  const sources = ["report-2023", "report-2024", "without-index"].map((id) => aSource(id));
  const input = aRawInput({ sources: [...sources, aSource("refused", { date_published: "13/11/2023" })] });
  const indexes = input.indexes.filter(({ path }) => !path.includes("without-index"));
  const { staged, resolution, issues } = resolveRaw({ ...input, indexes });
  const register = recordedSources(staged.tables.sources);
  const folders = ["texts", "raw/documents"];
  const { sources: table } = staged.tables;
  return { register, indexes: staged.indexes, coverage: resolution.coverage, folders, table, issues };
}
const known = knownSources();

describe("the sources asked for", () => {
  it("are all that have an index if none is named, also those whose rows are refused, and otherwise those named, each once", () => {
    const ids = (...asked: string[]) => indexedSources(asked, known).map(({ sourceId }) => sourceId);
    expect(ids()).toEqual(["report-2023", "report-2024", "refused"]);
    expect(ids("report-2024", "report-2024")).toEqual(["report-2024"]);
    expect(indexedSource("report-2023", known).index.sourceId).toBe("report-2023");
  });

  it("are refused, all in one message, with the reason for each", () => {
    const asked = ["report-2032", "without-index", "report-2024"];
    expect(() => indexedSources(asked, known)).toThrow(
      /^There is no source "report-2032" in \S+sources\.csv\. Did you mean "report-20\d\d"\? without-index has no sentence index\. Put without-index\.txt in texts or raw\/documents, and run documents index without-index\./u,
    );
  });

  it("have the faults of their own rows, if these were refused", () => {
    const faults = (...asked: string[]) =>
      faultsOfSources(asked, known.table, known.issues).map(({ code, at }) => `${code} ${at.column}`);
    expect(faults("report-2023", "refused")).toEqual(["stage/bad-date date_published"]);
    expect(faults("report-2023", "zzz")).toEqual([]);
  });

  it("are named by their nearest id, by an id that begins alike, or by a list", () => {
    const refusalOf = (id: string) => () => indexedSource(id, known);
    expect(refusalOf("Report-2024")).toThrow('Did you mean "report-2024"?');
    expect(refusalOf("with")).toThrow('Did you mean "without-index"?');
    expect(refusalOf("zzz")).toThrow("The ids are report-2023, report-2024, without-index, refused.");
  });
});
