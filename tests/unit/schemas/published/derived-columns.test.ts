import { describe, expect, it } from "vitest";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnNames, columnsOf } from "#schemas/column.ts";
import { amountNames, dateNames, publishedColumns } from "#schemas/published/derived-columns.ts";
import {
  type PublishedRow,
  type PublishedTableName,
  publishedTable,
  publishedTableNames,
} from "#schemas/published-tables.ts";

// The compiler refuses these rows where a column is missing, unknown or of another type; the tests below hold the
// schemas, which are put together at run time, against them.

const HELD = {
  statement_type: "reported",
  certainty: "attributed",
  attributed_to: "UNHCR",
  cited_work_ids: "wrk-011",
} as const;

const AGREED = {
  lead_source_id: "acled-2023",
  lead_evidence: "p12s3",
  columns_from_others: "place_id",
  as_of: "2023-11-13",
  as_of_earliest: "2023-11-13",
  as_of_latest: "2023-11-13",
  agreement: "conflicting",
  conflicting_columns: "date",
  disagreement_ids: "dis-001; dis-evt-014-date",
  n_sources: 2,
  n_independent_sources: 1,
  source_ids: "acled-2023; ict-2024",
  evidence: "acled-2023:p12s3",
  split_from: null,
} as const;

const PLACE = {
  place_id: "farabougou",
  country: "Mali",
  iso3: "MLI",
  admin1: "Segou",
  admin1_pcode: "ML04",
  admin2: "Niono",
  admin2_pcode: "ML0404",
  location: "Farabougou",
  latitude: 14.882,
  longitude: 1.4016,
  where_prec: 1,
} as const;

const DATE = {
  date_text: "second half of 2018",
  date: "2018-41",
  date_earliest: "2018-07-01",
  date_latest: "2018-12-31",
  date_precision: "half",
  date_prec: 5,
} as const;

const event: PublishedRow<"events"> = {
  record_id: "evt-014",
  event_type: "base_overrun",
  actor1_id: "katiba-macina",
  actor1: "Katiba Macina",
  assoc_actor1_ids: "wagner; cma",
  assoc_actor1: "Wagner; CMA",
  actor2_id: null,
  actor2: null,
  assoc_actor2_ids: null,
  assoc_actor2: null,
  ...PLACE,
  ...DATE,
  fatalities_low: 8,
  fatalities_best: null,
  fatalities_high: 12.5,
  fatalities_civilians_low: null,
  fatalities_civilians_best: null,
  fatalities_civilians_high: null,
  fatalities_security_forces_low: null,
  fatalities_security_forces_best: null,
  fatalities_security_forces_high: null,
  amount_low: null,
  amount_best: null,
  amount_high: null,
  unit: null,
  description: "A base was overrun.",
  ...HELD,
  ...AGREED,
};

const step: PublishedRow<"expansion_timeline"> = {
  record_id: "exp-014",
  actor_id: "jnim",
  actor: "JNIM",
  step_type: "extension",
  ...PLACE,
  from_place_id: "northern-burkina-faso",
  from_country: "Burkina Faso",
  from_location: "Northern Burkina Faso",
  ...DATE,
  description: "Operations grew in the southwest of the country.",
  ...HELD,
  sequence: 4,
  ...AGREED,
};

const source: PublishedRow<"source_provenance"> = {
  source_id: "acled-2023",
  status: "published",
  title: "Actor Profile: JNIM",
  authors: null,
  publisher: "ACLED",
  date_published: "2023-11",
  date_published_earliest: "2023-11-01",
  date_published_latest: "2023-11-30",
  date_published_precision: "month",
  date_published_prec: 4,
  date_published_basis: "found",
  url: "https://acleddata.com/",
  url_copy: null,
  language: "en",
  original_language: null,
  licence: null,
  date_accessed: "2026-11-01",
  sha256: "a".repeat(64),
  original_sha256: null,
  original_media_type: "application/pdf",
  original_n_pages: 24,
  text_made_by: null,
  derived_from: null,
  source_type: "research_profile",
  reliability: "B",
  reliability_reason: "Collects its own data by a public method.",
  n_sentences: 12,
  n_sentences_cited: 8,
  n_sentences_passed_over: 4,
  n_sentences_unread: 0,
  n_statements: 9,
  n_records: 7,
  n_records_alone: 0,
};

const ROWS: readonly (readonly [PublishedTableName, object])[] = [
  ["events", event],
  ["expansion_timeline", step],
  ["source_provenance", source],
];

describe("the row that the compiler knows", () => {
  it.each(ROWS)("of %s has the columns of its schema, in their order", (name, row) => {
    expect(Object.keys(row)).toEqual(columnNames(publishedTable(name).row));
  });

  it.each(ROWS)("of %s is one that its schema takes", (name, row) => {
    const { error } = publishedTable(name).row.safeParse(row);
    expect(error?.issues ?? []).toEqual([]);
  });

  it.each(ROWS)("of %s may be empty nowhere else than in its schema", (name, row) => {
    for (const { name: column, isRequired } of columnsOf(publishedTable(name).row)) {
      const { success } = publishedTable(name).row.safeParse({ ...row, [column]: null });
      expect({ column, success }).toEqual({ column, success: !isRequired });
    }
  });
});

describe("the columns under which a coded column is published", () => {
  const publishedAs = (table: (typeof codedTableNames)[number], column: string) =>
    columnsOf(codedTable(table).row)
      .filter(({ name }) => name === column)
      .flatMap((found) => Object.keys(publishedColumns(found)));

  it("are itself and, of a date, its bounds and precision", () => {
    expect(publishedAs("events", "date")).toEqual(["date", ...Object.values(dateNames("date"))]);
    expect(publishedAs("sources", "date_published").at(-1)).toBe("date_published_prec");
  });

  it("are the three parts of an amount, and not the amount", () => {
    expect(publishedAs("events", "fatalities")).toEqual(Object.values(amountNames("fatalities")));
  });

  it("are the names of the actors, and the places, that it refers to", () => {
    expect(publishedAs("events", "assoc_actor2_ids")).toEqual(["assoc_actor2_ids", "assoc_actor2"]);
    expect(publishedAs("events", "place_id")).toEqual(Object.keys(PLACE));
    expect(publishedAs("expansion", "from_place_id")).toEqual(["from_place_id", "from_country", "from_location"]);
  });

  it("have names that no other column of the table has", () => {
    for (const table of codedTableNames) {
      const names = columnsOf(codedTable(table).row).flatMap((column) => Object.keys(publishedColumns(column)));
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });
});

it("where_prec says where it leaves the scale of UCDP, in each table", () => {
  const columns = publishedTableNames.flatMap((table) => columnsOf(publishedTable(table).row));
  const described = columns.filter(({ name }) => name === "where_prec").map(({ description }) => description);
  expect(described).toHaveLength(7);
  for (const one of described) expect(one).toContain("in UCDP it is one at sea or in the air");
});
