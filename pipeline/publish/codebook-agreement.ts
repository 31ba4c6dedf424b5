import { type Row, splitList } from "#pipeline/core/row.ts";
import { agreement } from "#schemas/codelists/statements.ts";
import type { Field } from "./field.ts";
import { code, shorten, table } from "./markdown.ts";
import type { ReleaseTable } from "./sorted-tables.ts";

/** A record and the claims of one of its columns. */
interface WorkedExample {
  readonly table: string;
  readonly record: Row;
  readonly column: string;
  readonly claims: readonly Row[];
}

/** How agreement is told, with an example of each kind from this release. */
export function agreementSection(tables: readonly ReleaseTable[]): string {
  const find = exampleFinder(tables);
  return [
    "## Agreement",
    table(
      ["agreement", "means"],
      agreement.codes.map(({ code: value, definition }) => [code(value), definition]),
    ),
    "A record is what its most disputed column is: `conflicting` if any compared column is, else `compatible` if claims of any compared column differ, else `corroborated` if it has two or more independent sources, else `single`. Not compared are texts, `date_text`, and the columns on how a source says it (`statement_type`, `certainty`, `attributed_to`, `cited_work_ids`). `conflicting_columns` names the columns in conflict.",
    ...corroborated(find, tables),
    ...compatible(find),
    ...conflicting(find),
  ].join("\n\n");
}

type Finder = (agreement: string, isGood: (claims: readonly Row[], record: Row) => boolean) => WorkedExample | null;

const corroborated = (find: Finder, tables: readonly ReleaseTable[]) =>
  worked(
    "Corroborated",
    find("corroborated", (claims) => valuesOf(claims).size === 1 && areIndependent(claims, tables)),
    ({ column, record }) =>
      `Independent sources give the same ${code(column)}, and nothing else that is compared differs. The row has ${record.n_independent_sources} independent sources.`,
  );

const compatible = (find: Finder) =>
  worked(
    "Compatible",
    find("compatible", (claims) => isDate(claims) && hasStatus(claims, "compatible")) ??
      find("compatible", (claims) => valuesOf(claims).size > 1),
    ({ column }) =>
      column === "date"
        ? "The narrower date lies within the vaguer one: both can be right, and the narrower is published."
        : `The claims on ${code(column)} differ, and all can be right.`,
  );

const conflicting = (find: Finder) =>
  worked(
    "Conflicting",
    find("conflicting", (claims, record) => valuesOf(claims).size > 1 && isNamed(claims, record)),
    ({ column, claims }) =>
      `No single ${code(column)} fits all claims. The rule ${code(String(claims[0]?.rule))} decides which is published; what it passed over stays in \`claims\`.`,
  );

function worked(title: string, example: WorkedExample | null, why: (example: WorkedExample) => string): string[] {
  if (example === null) return [`**${title}.** No record of this release shows it.`];
  const { table: name, record, column, claims } = example;
  return [
    `**${title}:** ${code(String(record.record_id))} of \`${name}\`, column ${code(column)}. ${shorten(String(record.description ?? ""), 200)}`,
    table(
      ["source", "evidence", "certainty", "value", "status"],
      claims.map((claim) => [
        String(claim.source_id),
        code(String(claim.evidence)),
        String(claim.certainty),
        code(shorten(String(claim.value), 80)),
        String(claim.status),
      ]),
    ),
    why(example),
  ];
}

const valuesOf = (claims: readonly Row[]) => new Set(claims.map(({ value }) => value));
/** Whether at least two of the sources retell nobody: such sources are never of one family. */
function areIndependent(claims: readonly Row[], tables: readonly ReleaseTable[]): boolean {
  const sources = tables.find(({ name }) => name === "source_provenance")?.rows ?? [];
  const speaking = new Set(claims.map(({ source_id }) => source_id));
  return sources.filter(({ source_id, derived_from }) => speaking.has(source_id) && derived_from === null).length > 1;
}

/** Columns in which sources can agree or not: not what the record is by definition, not texts, not how the source says it. */
const isCompared = ({ rule, isIdentity, isAboutSource }: Field) =>
  rule !== undefined && rule !== "preferred" && isIdentity !== true && isAboutSource !== true;
const hasStatus = (claims: readonly Row[], status: string) => claims.some((claim) => claim.status === status);
const isDate = (claims: readonly Row[]) => claims[0]?.column === "date";
const isNamed = (claims: readonly Row[], record: Row) =>
  splitList(record.conflicting_columns).includes(String(claims[0]?.column));

/** Looks for the first record of an agreement with a column whose claims are good to show: tables, rows and columns in their order. */
function exampleFinder(tables: readonly ReleaseTable[]): Finder {
  const claims = claimsByColumn(tables.find(({ name }) => name === "claims")?.rows ?? []);
  const withAgreement = tables.filter(({ fields }) => fields.some(({ name }) => name === "agreement"));
  return (wanted, isGood) => {
    for (const { name, rows, fields } of withAgreement) {
      const compared = fields.filter(isCompared);
      for (const record of rows.filter((row) => row.agreement === wanted)) {
        for (const { name: column } of compared) {
          const found = claims.get([name, record.record_id, column].join("\n")) ?? [];
          if (found.length > 1 && isGood(found, record))
            return { table: name, record, column, claims: found.toSorted(bySource) };
        }
      }
    }
    return null;
  };
}

const bySource = (a: Row, b: Row) =>
  Number(b.status === "accepted") - Number(a.status === "accepted") ||
  (String(a.source_id) < String(b.source_id) ? -1 : 1);

function claimsByColumn(claims: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const claim of claims) {
    const key = [claim.table, claim.record_id, claim.column].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  return groups;
}
