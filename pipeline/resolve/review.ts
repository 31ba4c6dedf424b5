import type { Issue } from "#pipeline/core/issue.ts";
import type { Claim, ResolvedRecord } from "#pipeline/core/resolution.ts";
import type { Column } from "#schemas/column.ts";

/** What an editor should look at in a record that several statements make, although nothing in it is wrong. */
export const reviewRecord = (record: ResolvedRecord): Issue[] =>
  record.columns
    .filter(({ rule }) => rule !== "lead" && rule !== "decision")
    .flatMap((resolution) => [...outvotedLead(resolution, record), ...notFilled(resolution, record)]);

type Resolution = ResolvedRecord["columns"][number];

/** The leading statement's own date, place or actor is set aside, or its place is published as another one around or within it. */
function outvotedLead({ column, claims }: Resolution, { id, statements: [lead] }: ResolvedRecord): Issue[] {
  const own = claims.find(({ statement }) => statement === lead);
  const accepted = claims.find(({ row }) => row.status === "accepted");
  if (own === undefined || accepted === undefined || !isWhoWhereWhen(column)) return [];
  const isMoved = own.row.status === "compatible" && column.refersTo === "places.place_id";
  if (own.row.status !== "outvoted" && !isMoved) return [];
  const values = { value: own.row.value, published: accepted.row.value };
  return [
    { code: "resolve/lead-outvoted", at: atColumn(own, column), recordId: id, ...values, otherLine: lineOf(accepted) },
  ];
}

const isWhoWhereWhen = ({ kind, refersTo }: Column) =>
  kind === "date" || refersTo === "places.place_id" || refersTo === "actors.actor_id";

/** The leading statement has nothing in a column, and no other one that is heard is strong enough to fill it. */
function notFilled(resolution: Resolution, { id, statements, silentSources }: ResolvedRecord): Issue[] {
  const { column, claims, published } = resolution;
  const [lead] = statements;
  const isEmpty = Object.values(published).every((value) => value === null);
  const isFilledByLead = claims.some(({ statement }) => statement === lead);
  if (!isEmpty || isFilledByLead || column.follows !== undefined || column.isAboutSource === true) return [];
  return claims
    .filter(({ statement }) => !silentSources.has(statement.sourceId))
    .map((claim) => ({
      code: "resolve/not-filled",
      at: atColumn(claim, column),
      recordId: id,
      value: claim.row.value,
      leadLine: lead?.at.line ?? null,
      why: column.kind === "date" ? "undated-lead" : "weaker",
    }));
}

const atColumn = ({ statement }: Claim, { name }: Column) => ({ ...statement.at, column: name });
const lineOf = ({ statement }: Claim) => statement.at.line;
