import { checkCodings } from "#pipeline/agreement/check-codings.ts";
import { compareCodings } from "#pipeline/agreement/compare-codings.ts";
import type { SourceAgreement } from "#pipeline/core/agreement-report.ts";
import { hasErrors, type Issue, isWarning } from "#pipeline/core/issue.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import type { Outlines } from "#pipeline/core/outlines.ts";
import { plural } from "#pipeline/core/plural.ts";
import { NO_PROGRESS, type Progress } from "#pipeline/core/progress.ts";
import { fileStem, type RawInput } from "#pipeline/core/raw-input.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import type { Resolution } from "#pipeline/core/resolution.ts";
import type { SecondCoding } from "#pipeline/core/second-coding.ts";
import { checkTexts } from "#pipeline/documents/check-texts.ts";
import { extract } from "#pipeline/extract/extract.ts";
import { extractSecond } from "#pipeline/extract/second.ts";
import { compareStaged } from "#pipeline/publish/compare-staged.ts";
import type { Comparison } from "#pipeline/publish/plan/comparison.ts";
import type { ReleasePlan } from "#pipeline/publish/plan/plan.ts";
import { findPublishedDrafts, type Publication, publish } from "#pipeline/publish/publish.ts";
import { issuesWithoutDrafts } from "#pipeline/resolve/draft-issues.ts";
import { checkSecondReferences } from "#pipeline/resolve/references.ts";
import { resolve } from "#pipeline/resolve/resolve.ts";
import { type WithoutDrafts, withoutDrafts } from "#pipeline/resolve/without-drafts.ts";
import { type Staged, stage } from "#pipeline/stage/stage.ts";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnNames } from "#schemas/column.ts";

/** The result of the first three steps: typed rows, records that are computed on request, and every issue in file order. */
export interface Outcome {
  readonly staged: Staged;
  /** The second codings. No record has anything of them. */
  readonly second: readonly SecondCoding[];
  readonly resolution: Resolution;
  /** The outlines of countries and regions, and the label anchors. */
  readonly outlines: Outlines;
  readonly issues: readonly Issue[];
  /** What a release has. */
  readonly publishable: Publishable;
}

/** The same data as if the draft sources were not there. Without drafts, these are the same records and issues. */
export interface Publishable extends WithoutDrafts {
  readonly resolution: Resolution;
  /** Those that remain without the drafts. An error among them stops a release. */
  readonly issues: readonly Issue[];
  /** Those of them that only leaving out the drafts causes. */
  readonly causedByDrafts: readonly Issue[];
}

/** raw/ → cells → typed statements → records. A pure function: it takes the files' content, and writes nothing. */
export function resolveRaw(raw: RawInput, progress: Progress = NO_PROGRESS): Outcome {
  progress.begin("extract");
  const extracted = extract(raw);
  const { outlines } = extracted;
  progress.found(plural(raw.coded.length + raw.indexes.length + raw.outlines.length, "file"));
  progress.begin("stage");
  const staged = stage(extracted);
  const { second, issues: ofSecond } = stageSecond(raw, staged);
  progress.found(plural(countRows(staged), "coded row"));
  progress.begin("resolve");
  const resolution = resolve({ ...staged, outlines: outlines.units });
  const earlier = [...extracted.issues, ...staged.issues];
  const found = { resolution, earlier, beside: [...ofSecond, ...checkTexts(raw.texts, staged)] };
  const issues = issuesOf(found);
  const rest = withoutDrafts(staged.tables, staged.indexes, second);
  const left = rest.drafts.length === 0 ? { resolution, issues } : leaveOut(rest, found, outlines);
  const causedByDrafts = left.issues.filter((issue) => !issues.includes(issue));
  const publishable = { ...rest, ...left, causedByDrafts };
  progress.found(plural(resolution.nRecords, "record"));
  return {
    staged,
    second,
    resolution,
    outlines,
    issues: [...issues, ...causedByDrafts].sort(inFileOrder),
    publishable,
  };
}

interface Found {
  readonly resolution: Resolution;
  /** Issues of the earlier steps. */
  readonly earlier: readonly Issue[];
  /** Issues of the texts and of the second codings. */
  readonly beside: readonly Issue[];
}

/** Rejected rows leave gaps, and warnings about those gaps would be noise. */
const issuesOf = ({ resolution, earlier, beside }: Found): Issue[] =>
  [...earlier, ...[...resolution.issues, ...beside].filter((issue) => !hasErrors(earlier) || !isWarning(issue))].sort(
    inFileOrder,
  );

/** Records and issues without the draft sources. */
function leaveOut(rest: WithoutDrafts, found: Found, { units }: Outlines): Pick<Publishable, "resolution" | "issues"> {
  const resolution = resolve({ ...rest, outlines: units });
  const isLeftOut = ({ at: { file, line } }: Issue) => rest.isLeftOut(file, line);
  const kept = (issues: readonly Issue[]) => issues.filter((issue) => !isLeftOut(issue));
  const remaining = { resolution, earlier: kept(found.earlier), beside: kept(found.beside) };
  return { resolution, issues: issuesWithoutDrafts(issuesOf(found), issuesOf(remaining)) };
}

/** raw/ → cells → typed statements, each row by itself, with the issues of these two steps. */
export function stageRaw(raw: RawInput): Staged {
  const extracted = extract(raw);
  const staged = stage(extracted);
  return { ...staged, issues: [...extracted.issues, ...staged.issues] };
}

/** raw/second → cells → typed statements, checked against what raw/coded has. */
function stageSecond(
  raw: RawInput,
  { tables, indexes }: Staged,
): { readonly second: readonly SecondCoding[]; readonly issues: readonly Issue[] } {
  const extracted = extractSecond(raw);
  const staged = extracted.map((cells) => ({ ...cells, ...stage({ tables: cells.tables, indexes: [] }) }));
  const second = staged.map(({ issues: _, indexes: __, ...coding }): SecondCoding => coding);
  const references = second.flatMap((coding) => checkSecondReferences(coding.tables, tables));
  return {
    second,
    issues: [
      ...[...extracted, ...staged].flatMap(({ issues }) => issues),
      ...references,
      ...checkCodings({ tables, indexes, second }),
    ],
  };
}

/** Second codings → how well they agree, with each other and with what raw/coded has. */
export function compareRaw(
  raw: RawInput,
): { readonly sources: readonly SourceAgreement[] } & Pick<Staged, "tables" | "issues"> {
  const { tables, indexes, issues } = stageRaw(raw);
  const { second, issues: ofSecond } = stageSecond(raw, { tables, indexes, issues });
  return { tables, sources: compareCodings({ tables, indexes, second }), issues: [...issues, ...ofSecond] };
}

/** The number of rows of all coded tables. */
export const countRows = ({ tables }: Pick<Staged, "tables">): number =>
  codedTableNames.reduce((sum, name) => sum + tables[name].rows.length, 0);

/** Records → a release, if something changed. */
export const publishRecords = (
  outcome: Outcome,
  rest: Omit<Publication, "resolution" | "agreement" | "outlines" | "judgements" | "retiredPath" | "drafts">,
): Promise<ReleasePlan> => {
  const { outlines, staged } = outcome;
  return publish({
    ...rest,
    ...judged(outcome),
    outlines,
    retiredPath: staged.tables.retired.path,
    drafts: draftsOf(outcome),
  });
};

const draftsOf = ({ staged, publishable }: Outcome) => ({ path: staged.tables.sources.path, ids: publishable.drafts });

/**
 * The same outcome, but if a draft is a source that was published, with that error in place of those that leaving it out
 * causes. Where the data have no errors, `publishRecords` finds it.
 */
export async function withPublishedDrafts(outcome: Outcome, store: ReleaseStore): Promise<Outcome> {
  const { publishable } = outcome;
  if (publishable.causedByDrafts.length === 0) return outcome;
  const found = await findPublishedDrafts(draftsOf(outcome), store);
  if (found.length === 0) return outcome;
  const rest = (issues: readonly Issue[]) => issues.filter((issue) => !publishable.causedByDrafts.includes(issue));
  return {
    ...outcome,
    issues: [...found, ...rest(outcome.issues)],
    publishable: { ...publishable, issues: [...found, ...rest(publishable.issues)], causedByDrafts: [] },
  };
}

/** Records, compared with a release. */
export const compareRecords = (
  outcome: Outcome,
  rest: Omit<Parameters<typeof compareStaged>[0], "resolution" | "agreement" | "judgements">,
): Promise<Comparison> => compareStaged({ ...rest, ...judged(outcome) });

const judged = ({ staged: { tables }, second, publishable }: Outcome) => ({
  resolution: publishable.resolution,
  agreement: compareCodings({ ...publishable, second }),
  judgements: {
    decisions: tables.decisions.rows.map(({ values }) => values),
    corrections: tables.corrections,
  },
});

function inFileOrder(a: Issue, b: Issue): number {
  return (
    byCodeUnit(a.at.file, b.at.file) || (a.at.line ?? 0) - (b.at.line ?? 0) || columnPosition(a) - columnPosition(b)
  );
}

function columnPosition({ at: { file, column } }: Issue): number {
  const table = codedTableNames.find((name) => name === fileStem(file));
  return table === undefined ? -1 : columnNames(codedTable(table).row).indexOf(column ?? "");
}
