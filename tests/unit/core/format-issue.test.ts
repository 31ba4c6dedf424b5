import { describe, expect, it } from "vitest";
import type { FileKind } from "#pipeline/core/file-kind.ts";
import { formatIssue, formatMessage, formatPlace } from "#pipeline/core/format-issue.ts";
import type { Issue, IssueCode } from "#pipeline/core/issue.ts";
import type { TextFault } from "#pipeline/core/issues/documents-issue.ts";
import type { Check } from "#pipeline/core/issues/resolve-issue.ts";
import type { CharacterFault } from "#pipeline/core/issues/stage-issue.ts";
import { type Limit, limits, QUOTED_LENGTH } from "#pipeline/core/limits.ts";
import type { DateFault } from "#pipeline/core/partial-date.ts";
import type { ReadFault } from "#pipeline/core/raw-input.ts";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";
import { columnNames } from "#schemas/column.ts";

type Of<C extends IssueCode> = Extract<Issue, { code: C }>;
type Facts<C extends IssueCode> = Omit<Of<C>, "code" | "at">;

const dateFaults: { readonly [F in DateFault]: { fault: F; value: string } } = {
  "not-edtf": { fault: "not-edtf", value: "12/03/2017" },
  season: { fault: "season", value: "2019-21" },
  "no-such-day": { fault: "no-such-day", value: "2017-02-30" },
  backwards: { fault: "backwards", value: "2019/2018" },
  "overlapping-ends": { fault: "overlapping-ends", value: "2018-06/2018" },
  "year-before-1000": { fault: "year-before-1000", value: "0025" },
  "qualified-vagueness": { fault: "qualified-vagueness", value: "2018-41~" },
};

const characterFaults: {
  readonly [F in CharacterFault]: { fault: F; character: string; meant: string | null };
} = {
  invisible: { fault: "invisible", character: "U+200B", meant: "Town" },
  lost: { fault: "lost", character: "U+FFFD", meant: null },
  misread: { fault: "misread", character: "Ã´", meant: "Côte" },
  entity: { fault: "entity", character: "&ocirc;", meant: "Côte" },
  "look-alike": { fault: "look-alike", character: "U+0430", meant: null },
  unassigned: { fault: "unassigned", character: "U+F0B7", meant: null },
};

const numberForms: { readonly [F in Of<"stage/bad-number">["form"]]: { form: F; value: string } } = {
  amount: { form: "amount", value: "1,300" },
  integer: { form: "integer", value: "1.5" },
  decimal: { form: "decimal", value: "14,25" },
  backwards: { form: "backwards", value: "2000..1000" },
  "too-long": { form: "too-long", value: "12345678901234567890" },
};

const staleDecisions: { readonly [W in Of<"resolve/stale-decision">["why"]]: { why: W } } = {
  "no-record": { why: "no-record" },
  "no-column": { why: "no-column" },
  "no-claim": { why: "no-claim" },
  "decides-nothing": { why: "decides-nothing" },
};

const alteredReleases: { readonly [W in Of<"publish/altered-release">["why"]]: { why: W; version: string } } = {
  changed: { why: "changed", version: "1.2.0" },
  missing: { why: "missing", version: "1.2.0" },
  unlisted: { why: "unlisted", version: "1.2.0" },
  "bad-tombstone": { why: "bad-tombstone", version: "1.2.0" },
  "not-a-file": { why: "not-a-file", version: "1.2.0" },
  "no-sums": { why: "no-sums", version: "1.2.0" },
  unreadable: { why: "unreadable", version: "1.2.0" },
  "other-version": { why: "other-version", version: "1.2.0" },
  "other-manifest": { why: "other-manifest", version: "1.2.0" },
  "other-sums": { why: "other-sums", version: "1.2.0" },
  "other-than-named": { why: "other-than-named", version: "1.2.0" },
  "other-first-release": { why: "other-first-release", version: "1.2.0" },
  "other-entry": { why: "other-entry", version: "1.2.0" },
  "no-catalog": { why: "no-catalog", version: "1.2.0" },
  uncatalogued: { why: "uncatalogued", version: "1.2.0" },
  gone: { why: "gone", version: "1.2.0" },
  "no-predecessor": { why: "no-predecessor", version: "1.2.0" },
  "before-predecessor": { why: "before-predecessor", version: "1.2.0" },
  "in-the-future": { why: "in-the-future", version: "1.2.0" },
};

const readFaults: { readonly [F in ReadFault]: { fault: F; detail: string | null } } = {
  "dangling-link": { fault: "dangling-link", detail: null },
  "link-loop": { fault: "link-loop", detail: "ELOOP" },
  folder: { fault: "folder", detail: null },
  fifo: { fault: "fifo", detail: null },
  socket: { fault: "socket", detail: null },
  device: { fault: "device", detail: null },
  denied: { fault: "denied", detail: "EACCES" },
  changed: { fault: "changed", detail: null },
  vanished: { fault: "vanished", detail: null },
  system: { fault: "system", detail: "EIO" },
};

const textFaults: { readonly [F in TextFault]: { fault: F } } = {
  "hard-wrapped": { fault: "hard-wrapped" },
  "broken-sentence": { fault: "broken-sentence" },
  "soft-hyphens": { fault: "soft-hyphens" },
  "html-tags": { fault: "html-tags" },
  "html-entities": { fault: "html-entities" },
  "misread-letters": { fault: "misread-letters" },
  "page-numbers": { fault: "page-numbers" },
};

const fileKinds = Object.values<{ kind: FileKind }>({
  workbook: { kind: "workbook" },
  "word-document": { kind: "word-document" },
  pdf: { kind: "pdf" },
  epub: { kind: "epub" },
  zip: { kind: "zip" },
  gzip: { kind: "gzip" },
  "web-page": { kind: "web-page" },
} satisfies { readonly [K in FileKind]: { kind: K } });

const exceeded: { readonly [L in Limit]: { limit: L; size: number } } = {
  fileBytes: { limit: "fileBytes", size: limits.fileBytes + 1 },
  inputBytes: { limit: "inputBytes", size: 100_000_000 },
  rows: { limit: "rows", size: limits.rows + 1 },
  cells: { limit: "cells", size: 100_000 },
  cellLength: { limit: "cellLength", size: 10_000_000 },
  rowLength: { limit: "rowLength", size: 10_000_000 },
};

const sideFaults: {
  readonly [F in Of<"resolve/side">["why"]]: { why: F; recordId: string; sourceId: string };
} = {
  "no-record": { why: "no-record", recordId: "exp-1", sourceId: "report-b" },
  "no-statement": { why: "no-statement", recordId: "exp-1", sourceId: "report-b" },
  "other-sentences": { why: "other-sentences", recordId: "exp-1", sourceId: "report-b" },
  "no-column": { why: "no-column", recordId: "exp-1", sourceId: "report-b" },
  "no-value": { why: "no-value", recordId: "exp-1", sourceId: "report-b" },
};

const aCheck = (column: string, value: string): Check => ({ table: "events", recordId: "evt-1", column, value });

/** Every code, with facts that lead to each of its wordings. A new code or fault does not compile until it is added here. */
const examples: { readonly [C in IssueCode]: readonly Facts<C>[] } = {
  "extract/missing-file": [{}],
  "extract/unreadable": [...Object.values(readFaults), { fault: "system", detail: null }],
  "extract/too-large": Object.values(exceeded),
  "extract/unknown-file": [{ nearest: "expansion.csv" }, { nearest: null }],
  "extract/not-read": [{ isWorkbook: false }, { isWorkbook: true }],
  "extract/empty-file": [{}],
  "extract/encoding": [{ encoding: "windows-1252" }, { encoding: "mixed" }],
  "extract/other-kind": fileKinds,
  "extract/cut-off": [{}],
  "extract/merge-mark": [{}],
  "extract/separator": [{ separator: ";" }, { separator: "\t" }, { separator: "|" }, { separator: " " }],
  "extract/missing-header": [{ expected: ["record_id", "source_id"] }],
  "extract/lines-above-header": [{ header: 4 }],
  "extract/repeated-header": [{}],
  "extract/missing-column": [{ cells: null }, { cells: 15 }],
  "extract/nameless-column": [{ position: 15 }],
  "extract/unknown-column": [{ nearest: "date_text" }, { nearest: null }],
  "extract/duplicate-column": [{}],
  "extract/empty-column": [{}],
  "extract/column-order": [{ expected: ["record_id", "source_id"] }],
  "extract/ragged-row": [{ cells: 15, columns: 14 }],
  "extract/unclosed-quote": [{}],
  "extract/stray-quote": [{}],
  "extract/escaped-quote": [{}],
  "extract/no-rows": [{}],
  "extract/bad-outlines": [{}],
  "extract/missing-outlines": [{}],
  "stage/missing-value": [{ codelist: null }, { codelist: "certainty" }],
  "stage/placeholder": [
    { value: "n/a", mayBeName: false },
    { value: "Null", mayBeName: true },
  ],
  "stage/bad-character": [
    ...Object.values(characterFaults),
    { fault: "invisible", character: "U+200E", meant: null },
    { fault: "misread", character: "Ôçé", meant: null },
  ],
  "stage/formula": [{ value: "=1+1" }],
  "stage/line-break": [{}],
  "stage/bad-date": [...Object.values(dateFaults), { fault: "not-edtf", value: "spring 2019" }],
  "stage/bad-number": Object.values(numberForms),
  "stage/out-of-bounds": [
    { value: "95", minimum: -90, maximum: 90 },
    { value: "-1", minimum: 0, maximum: null },
    { value: "9", minimum: null, maximum: 7 },
  ],
  "stage/bad-boolean": [{ value: "yes" }],
  "stage/unknown-code": [
    { value: "embrago", codelist: "tactic", nearest: "embargo" },
    { value: "zzz", codelist: "tactic", nearest: null },
    { value: "certain", codelist: "certainty", nearest: null },
  ],
  "stage/bad-id": [{ value: "Group X" }],
  "stage/bad-list": [{ value: "road,bridge", meant: "road; bridge" }],
  "stage/bad-locator": [{ value: "p0s1" }],
  "stage/bad-text": [{ value: "ftp://example.org", form: "an address that begins with https://" }],
  "stage/row-rule": [
    { sentence: "An amount has a unit.", value: null, advice: null },
    { sentence: "People are counted.", value: "1.200", advice: "People are counted. Write 1200." },
  ],
  "resolve/duplicate-row": [
    { key: "group-x", firstLine: 7 },
    { key: "group-x", firstLine: null },
  ],
  "resolve/duplicate-statement": [
    { recordId: "exp-1", firstLine: 7, isCopy: false },
    { recordId: "exp-1", firstLine: null, isCopy: true },
  ],
  "resolve/unknown-reference": [
    { value: "group-xx", table: "actors", nearest: "group-x" },
    { value: "nobody", table: "actors", nearest: null },
  ],
  "resolve/identity-mismatch": [
    { recordId: "prf-1", value: "goal", first: "ideology", firstLine: 7 },
    { recordId: "prf-1", value: "goal", first: "ideology", firstLine: null },
  ],
  "resolve/mixed-series": [
    { recordId: "prf-1", point: "mali, 2021", firstPoint: "no place, 2021", firstLine: 7 },
    { recordId: "prf-1", point: "mali, 2021", firstPoint: "no place, 2021", firstLine: null },
  ],
  "resolve/lead-outvoted": [{ recordId: "exp-1", value: "2017", published: "2018", otherLine: 7 }],
  "resolve/not-filled": [
    { recordId: "exp-1", value: "2018", leadLine: 7, why: "undated-lead" },
    { recordId: "exp-1", value: "town-a", leadLine: 7, why: "weaker" },
  ],
  "resolve/unknown-split": [{ id: "exp-99" }],
  "resolve/one-side": [{ id: "dis-001" }],
  "resolve/side": Object.values(sideFaults),
  "resolve/stale-disagreement": [{ id: "dis-001" }],
  "publish/idle-correction": [
    { table: "events", ids: ["evt-1", "evt-2"], column: "date" },
    { table: "events", ids: ["evt-1"], column: null },
  ],
  "resolve/id-in-two-tables": [{ id: "exp-2", table: "expansion_timeline" }],
  "resolve/second-record": [{ actorId: "group-x", attribute: "strength_fighters", firstRecordId: "prf-1" }],
  "resolve/date-after-source": [{ value: "2024-03", sourceId: "report-b", sourceDate: "2023-11-13" }],
  "resolve/missing-index": [{ sourceId: "report-b" }],
  "resolve/orphan-index": [{ sourceId: "report-q" }],
  "resolve/altered-index": [{ locator: "p3s2" }],
  "resolve/no-such-page": [{ sourceId: "source-a", page: 9, pages: 8 }],
  "resolve/index-of-another-text": [
    { sourceId: "report-a", textSha256: null },
    { sourceId: "report-a", textSha256: "0a1b2c" },
  ],
  "resolve/unknown-locator": [
    { locator: "p2s9", sourceId: "report-a", last: "p2s4", lines: null },
    { locator: "p3s2", sourceId: "report-a", last: "p3s1", lines: null },
    { locator: "p9s1", sourceId: "report-a", last: null, lines: 8 },
  ],
  "resolve/locator-backwards": [{ from: "p2s2", to: "p1s3" }],
  "resolve/too-many-sentences": [{ size: 20_000 }],
  "resolve/text-mismatch": [{ sourceId: "report-a" }],
  "resolve/unread-sentences": [{ sourceId: "report-a", sentences: 34, ranges: ["p3s1-p14s2", "p16s1"] }],
  "resolve/cited-and-passed-over": [{ sourceId: "report-a", locator: "p1s1" }],
  "resolve/derivation-cycle": [{ cycle: ["report-a", "report-b", "report-a"] }],
  "resolve/unknown-table": [
    { value: "evnts", nearest: "events" },
    { value: "claims", nearest: null },
  ],
  "resolve/derived-column": [{ value: "amount_low", coded: "amount" }],
  "resolve/unknown-column": [
    { value: "dat", table: "events", nearest: "date" },
    { value: "zzz", table: "events", nearest: null },
  ],
  "resolve/stale-decision": Object.values(staleDecisions),
  "resolve/outside-outline": [
    { check: aCheck("latitude", "latitude 0, longitude 0"), area: null, km: 0, slip: null },
    ...([null, "swapped", "latitude-sign", "longitude-sign", "both-signs"] as const).map((slip) => ({
      ...{ check: aCheck("latitude", "latitude 12.6, longitude 8"), area: "Mali", km: 380, slip },
    })),
  ],
  "resolve/early-date": [{ check: aCheck("date", "18XX"), first: 1900 }],
  "resolve/distant-date": [
    { check: aCheck("date", "1917"), years: 107, from: "2024", otherLine: null },
    { check: aCheck("date", "1952"), years: 65, from: "2017", otherLine: 7 },
  ],
  "resolve/distant-number": [
    { check: aCheck("amount", "10000"), factor: 10, other: "1000", otherId: "prf-1", otherLine: 7 },
    { check: aCheck("amount", "10000"), factor: 10, other: "1000", otherId: "prf-1", otherLine: null },
  ],
  "resolve/same-document": [
    { otherId: "report-b", otherLine: 3, by: "text" },
    { otherId: "report-b", otherLine: 3, by: "original" },
    { otherId: "report-b", otherLine: 3, by: "address" },
  ],
  "resolve/unusual-id": [
    { id: "exp-1", why: "other-digits", next: "exp-061" },
    { id: "evt-004", why: "other-table", next: "exp-061" },
    { id: "step-four", why: "other-form", next: "exp-061" },
    { id: "group-x", why: "no-year", next: null },
  ],
  "resolve/pcode-of-another-unit": [
    { check: aCheck("admin1_pcode", "ML05 for Segou"), known: "ML-4 for Ségou", from: "outlines", otherLine: null },
    { check: aCheck("admin1_pcode", "ML05 for Segou"), known: "ML05 for Mopti", from: "places", otherLine: 7 },
  ],
  "resolve/date-words": [
    { check: aCheck("date_text", "March 2017, dated 2007-03"), words: "March 2017", date: "2007-03" },
  ],
  "resolve/made-by-spreadsheet": [
    { check: aCheck("date_text", "03/01/2017"), looksLike: "date" },
    { check: aCheck("date_text", "Mar-17"), looksLike: "month" },
    { check: aCheck("date_text", "43891"), looksLike: "serial-number" },
    { check: aCheck("date_text", "1.00E+05"), looksLike: "exponent" },
  ],
  "resolve/thousands-separator": [{ check: aCheck("amount", "2.000"), meant: "2000" }],
  "resolve/part-above-whole": [{ check: aCheck("fatalities_civilians", "10"), whole: "3" }],
  "resolve/same-actor": [{ check: aCheck("actor2_id", "group-x"), otherColumn: "actor1_id" }],
  "resolve/probable-twin": [
    { check: aCheck("record_id", "evt-2"), otherLine: 3, isSameEvidence: false },
    { check: aCheck("record_id", "evt-2"), otherLine: null, isSameEvidence: true },
  ],
  "resolve/high-number": [{ check: aCheck("amount", "160"), most: 100, unit: "percent" }],
  "resolve/foreign-script": [
    { check: aCheck("name", "Мали"), character: "U+041C", script: "Cyrillic" },
    { check: aCheck("name", "𐤀"), character: "U+10900", script: null },
  ],
  "resolve/unknown-warning": [
    { value: "early-date", nearest: "resolve/early-date" },
    { value: "x", nearest: null },
  ],
  "resolve/idle-check": [{ check: aCheck("date", `18XX, "old"`), warning: "resolve/early-date" }],
  "resolve/retired-id-in-use": [{ id: "evt-1" }],
  "resolve/unknown-replacement": [{ id: "evt-7" }],
  "resolve/only-in-draft": [{ value: "evt-7" }],
  "resolve/unused-entry": [{ id: "group-z" }],
  "resolve/unknown-record": [
    { table: "events", recordId: "evt-7", isRetired: false, nearest: "evt-1" },
    { table: "events", recordId: "evt-7", isRetired: true, nearest: "evt-1" },
    { table: "events", recordId: "evt-7", isRetired: true, nearest: null },
  ],
  "resolve/source-stays-here": [{ eventSource: "acled", table: "event_links" }],
  "resolve/no-verdict": [
    { recordId: "evt-1", column: "verdict" },
    { recordId: "prf-1", column: "coder" },
  ],
  "resolve/second-same-event": [{ recordId: "evt-1", firstEventId: "4711", firstLine: 2 }],
  "resolve/second-family": [{ actorId: "group-x", familyId: "army-y", firstFamilyId: "group-x", firstLine: 2 }],
  "resolve/family-in-a-family": [{ familyId: "group-x", headOf: "group-z" }],
  "resolve/overlapping-aliases": [{ name: "GX", actorId: "group-x", otherLine: 2 }],
  "publish/vanished-id": [{ table: "events", id: "evt-1", version: "1.2.0" }],
  "publish/published-draft": [{ sourceId: "report-a", version: "1.2.0" }],
  "publish/reused-id": [{ table: "events", id: "evt-1", version: "1.2.0" }],
  "publish/too-many-changes": [
    { table: "actors", count: 40, rows: 65, limit: 10, column: "name", inColumn: 38, examples: ["aqim", "jnim"] },
  ],
  "publish/too-many-gone": [{ table: "events", count: 12, rows: 85, limit: 10, examples: ["evt-001", "evt-002"] }],
  "publish/lost-statements": [
    { table: "events", id: "evt-1", sourceId: "report-a", before: 3, after: 1, version: "1.2.0" },
  ],
  "publish/moved-cells": [{ table: "actors", count: 3, examples: ["aqim", "jnim", "macina"] }],
  "publish/number-jump": [{ table: "events", id: "evt-1", before: "90", after: "900", version: "1.2.0" }],
  "publish/invalid-output": [{ table: "events", id: "evt-1", value: "yesterday" }],
  "publish/altered-release": Object.values(alteredReleases),
  "publish/withdrawn-inputs": [{ version: "1.2.0" }],
  "documents/not-utf8": [{ encoding: "windows-1252" }, { encoding: "mixed" }],
  "documents/other-kind": fileKinds,
  "documents/cut-off": [{}],
  "documents/empty-text": [{}],
  "documents/nul-bytes": [{}],
  "documents/page-furniture": [{ times: 3, lines: [11, 52, 93] }],
  "documents/unclean-text": Object.values(textFaults).map(({ fault }) => ({ fault, lines: [3, 8] })),
  "documents/unknown-source": [
    { sourceId: "report-aa", nearest: "report-a" },
    { sourceId: "unheard-of", nearest: null },
  ],
  "documents/other-hash": [{ sourceId: "report-a", sha256: "0a1b2c" }],
  "documents/not-in-sentence": [{ value: "early 2019", sourceId: "report-a", evidence: "p3s2" }],
  "documents/copied-words": [{ first: 4, last: 15, sourceId: "report-a", locator: "p3s2" }],
  "documents/gone": [
    { sourceId: "report-a", locator: "p1s1", citedBy: ["exp-1", "rel-1"], sealedBy: [] },
    { sourceId: "report-a", locator: "p1s1", citedBy: ["exp-1"], sealedBy: ["evt-1", "evt-2"] },
    { sourceId: "report-a", locator: "p1s1", citedBy: [], sealedBy: ["evt-1"] },
    { sourceId: "report-a", locator: "p1s1", citedBy: [], sealedBy: [] },
  ],
  "agreement/unregistered-coding": [{ sourceId: "report-a", coderId: "coder-b", sha256: "a".repeat(64) }],
  "agreement/missing-coding": [{ sourceId: "report-a", coderId: "coder-b" }],
  "agreement/unsealed-coding": [{ sha256: "a".repeat(64) }],
  "agreement/changed-coding": [{ sha256: "a".repeat(64) }],
  "agreement/other-source": [{ value: "report-b", sourceId: "report-a" }],
  "events/other-kind": (
    [
      "workbook",
      "r-data",
      "stata",
      "spss",
      "parquet",
      "database",
      "gzip",
      "shapefile",
      "document",
      "web-page",
      "unknown",
    ] as const
  ).map((kind) => ({ kind })),
  "events/bad-archive": [
    { fault: "no-table", names: [] },
    { fault: "several-tables", names: ["a.csv", "b.csv"] },
    { fault: "protected", names: ["a.csv"] },
    { fault: "swollen", names: ["a.csv"] },
    { fault: "damaged", names: [] },
  ],
  "events/too-large": [{ limit: 200 }],
  "events/bad-json": [{}],
  "events/no-rows": [{}],
  "events/unclosed-quote": [{}],
  "events/too-long-row": [{ limit: 1_000_000 }],
  "events/missing-columns": [
    {
      missing: [
        { cell: "event_id", accepted: ["event_id_cnty", "data_id"], nearest: null },
        { cell: "date_start", accepted: ["event_date"], nearest: "event_day" },
      ],
    },
    { missing: [{ cell: "actor_b", accepted: ["actor2"], nearest: null }] },
  ],
  "events/duplicate-column": [{}],
  "events/counts-only": [{}],
  "events/two-day-orders": [{ dayFirst: "13/01/2021", monthFirst: "01/13/2021" }],
  "events/mostly-unread": [{ unread: 60, rows: 100 }],
  "events/ragged-row": [{ cells: 12, columns: 31 }],
  "events/no-id": [{}],
  "events/duplicate-id": [{ value: "MLI1" }],
  "events/missing-value": [{}],
  "events/bad-date": [{ value: "soon" }, { value: "" }],
  "events/backwards-dates": [{ start: "2021-02-03", end: "2021-02-01" }],
  "events/bad-coordinates": [{ value: "91,5", most: 90 }],
  "events/bad-precision": [{ value: "0", known: ["1", "2", "3"] }],
  "events/bad-number": [{ value: "several" }],
  "events/unknown-type": [{ value: "Meeting" }],
  "events/link-gone": [
    { recordId: "evt-001", source: "ucdp-ged", eventId: "12", edition: "23.1", newest: "24.1", isDecided: true },
    { recordId: "evt-001", source: "ucdp-ged", eventId: "12", edition: "23.1", newest: "24.1", isDecided: false },
  ],
  "events/link-changed": [
    ...[true, false].map((isDecided) => ({
      ...{ recordId: "evt-001", source: "ucdp-ged", eventId: "12", edition: "23.1", newest: "24.1" },
      ...{ isDecided, sha256: "a".repeat(64) },
    })),
  ],
  "sheet/not-a-workbook": [{}],
  "sheet/too-large": [{}],
  "sheet/not-for-coding": [{}],
  "sheet/unknown-sheet": [{ sheet: "Notes" }],
  "sheet/missing-column": [{ sheet: "events", missing: "date" }],
  "sheet/unknown-column": [{ sheet: "events", cell: "Y1", header: "remark" }],
  "sheet/bad-key": [{ sheet: "events", cell: "A7", key: "7" }],
  "sheet/all-rows-gone": [{ sheet: "events", rows: 98 }],
  "sheet/conflict": [
    { sheet: "events", row: "evt-001, report-a, p1s1", isDeleted: false },
    { sheet: "events", row: "Row 7", isDeleted: true },
  ],
  "sheet/altered-cell": [
    { sheet: "events", cell: "K14", before: "March 2017", after: "42795", alteration: "date" },
    { sheet: "events", cell: "K99", before: null, after: "#NAME?", alteration: "error" },
    ...(["formula", "number", "number-format", "boolean", "quotes", "zeros", "exponent", "rounded"] as const).map(
      (alteration) => ({ sheet: "events", cell: "K14", before: "one", after: "another", alteration }),
    ),
  ],
  "sheet/restored-cell": [{ sheet: "events", cell: "K14", before: "a ", after: "a", alteration: "spaces" }],
};

const at = { file: "raw/coded/expansion.csv", line: 41, column: "date" };
const issues = Object.entries(examples).flatMap(([code, facts]) =>
  // The table above ties each code to its facts; Object.entries forgets it.
  facts.map((example) => ({ code, at, ...example }) as Issue),
);
const named = issues.map((issue) => {
  const { code, at: _, ...facts } = issue;
  return [`${code} ${JSON.stringify(facts)}`, issue] as const;
});

/** Facts that select a wording and do not appear in it. */
const CHOOSE_THE_WORDING = new Set([
  "isDecided",
  "fault",
  "why",
  "separator",
  "slip",
  "looksLike",
  "by",
  "from",
  "alteration",
  "isDeleted",
  "mayBeName",
  "isCopy",
  "isWorkbook",
  "isSameEvidence",
  "isRetired",
]);

function factsInWords(issue: Issue): string[] {
  if (issue.code === "stage/bad-number") return [issue.value];
  // The message shows the character itself.
  if (issue.code === "stage/bad-character" && issue.fault === "lost") return ["\uFFFD"];
  if (issue.code === "resolve/too-many-sentences") return [limits.sentences.toLocaleString("en-US")];
  if (issue.code === "extract/too-large") return [limits[issue.limit].toLocaleString("en-US")];
  if (issue.code === "extract/unreadable") return issue.fault === "system" && issue.detail ? [issue.detail] : [];
  if (issue.code === "resolve/outside-outline" && issue.area === null) return [];
  // The kind and the encoding choose the wording.
  if (issue.code === "extract/other-kind" || issue.code === "documents/other-kind") return [];
  if (issue.code === "events/other-kind") return [];
  if (issue.code === "events/bad-archive" && issue.fault === "protected") return [];
  if (issue.code === "events/missing-columns")
    return issue.missing.flatMap(({ cell, accepted, nearest }) => [cell, ...accepted, ...(nearest ? [nearest] : [])]);
  if ("encoding" in issue && issue.encoding === "mixed") return [];
  // The hash is for the row of a verdict.
  if (issue.code === "events/link-changed" && !issue.isDecided) return [issue.recordId, issue.eventId, issue.newest];
  const { code, at: _, ...facts } = issue;
  return Object.entries({ ...facts, ...("check" in issue ? { check: Object.values(issue.check) } : {}) })
    .filter(([name, fact]) => fact !== null && !CHOOSE_THE_WORDING.has(name))
    .flatMap(([, fact]) => (Array.isArray(fact) ? fact.map(String) : [String(fact)]));
}

describe("the wording of an issue", () => {
  it.each(named)("ends in a full stop, a command or a row to add: %s", (_, issue) => {
    const message = formatMessage(issue);
    expect(message).toMatch(
      /\.$|\. Run: npm run pipeline -- [a-z -]+$|add this row to [a-z.]+, with (the|a new) reason: .*,REASON$/u,
    );
    expect(message).toMatch(/\p{L}+ \p{L}+ /u);
    expect(message).not.toMatch(/undefined|\bnull\b|\[object|NaN|\s\s/u);
  });

  it.each(named)("contains the facts: %s", (_, issue) => {
    const message = formatMessage(issue);
    expect(factsInWords(issue).filter((fact) => !message.includes(fact))).toEqual([]);
  });

  it("differs for every two issues that differ", () => {
    const messages = issues.map(formatMessage);
    expect(messages.filter((message, position) => messages.indexOf(message) !== position)).toEqual([]);
  });

  it("begins with a place that editors and terminals can link to, then the code", () => {
    const issue: Issue = { code: "extract/missing-column", at, cells: null };
    expect(formatIssue(issue)).toBe(`raw/coded/expansion.csv:41:date  extract/missing-column  ${formatMessage(issue)}`);
    expect(formatPlace({ file: "a.csv", line: 3, column: null })).toBe("a.csv:3");
    expect(formatPlace({ file: "a.csv", line: null, column: null })).toBe("a.csv");
  });

  it("cuts a value, a list and a column that are too long, but not the line to insert", () => {
    const value = `${"x".repeat(QUOTED_LENGTH - 1)}😀${"y".repeat(10_000_000)}`;
    const long: Issue = { code: "stage/bad-id", at: { ...at, column: value }, value };
    expect(formatIssue(long)).toContain(`"${"x".repeat(QUOTED_LENGTH - 1)}…" is not`);
    expect(formatIssue(long).length).toBeLessThan(1_000);
    const lines = Array.from({ length: 100_000 }, (_, line) => line + 1);
    const furniture = formatMessage({ code: "documents/page-furniture", at, times: lines.length, lines });
    expect(furniture).toContain("100000 times (lines 1, 2, 3");
    expect(furniture).toContain(", 100, …)");
    const columns = columnNames(codedTable("profile").row);
    expect(formatMessage({ code: "extract/missing-header", at, expected: columns })).toContain(columns.join(","));
  });

  it("is a sentence for every rule of a row", () => {
    const sentences = codedTableNames.flatMap((name) => codedTable(name).rules.map(({ sentence }) => sentence));
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.filter((sentence) => !/^\p{L}.* .*\.$/u.test(sentence))).toEqual([]);
  });

  /** All messages, for a reviewer to read. After a change, update them: npx vitest run --project unit -u format-issue */
  it("reads like this", () => {
    expect(`\n${issues.map((issue) => `${issue.code}: ${formatMessage(issue)}`).join("\n")}\n`).toMatchInlineSnapshot(`
      "
      extract/missing-file: The file is missing. Restore it; if it has no rows yet, write its header.
      extract/unreadable: This is a link to a file that does not exist. Correct the link, or put the file itself here.
      extract/unreadable: This is a link that leads back to itself. Put the file itself here.
      extract/unreadable: This is a folder, but a file is expected. Rename the folder, or move it away.
      extract/unreadable: This is a named pipe, but a file is expected. Remove it, or put the file itself here.
      extract/unreadable: This is a socket, but a file is expected. Remove it, or put the file itself here.
      extract/unreadable: This is a device, but a file is expected. Remove it, or put the file itself here.
      extract/unreadable: Permission to read the file is denied. Change its permissions, or those of its folder.
      extract/unreadable: The file changed while it was read. Run the command again when nothing writes to the file.
      extract/unreadable: The file vanished while the folder was read. Run the command again when nothing moves its files.
      extract/unreadable: The system could not read the file (EIO). Check the disk, or restore the file from a copy.
      extract/unreadable: The system could not read the file (no error code). Check the disk, or restore the file from a copy.
      extract/too-large: The file has 268,435,457 bytes; the limit is 268,435,456. Split its source, or remove what does not belong in it.
      extract/too-large: With this file of 100,000,000 bytes, all files together exceed the limit of 1,073,741,824 bytes. Remove files that do not belong here.
      extract/too-large: The file has more than 500,000 rows, which is the limit. Remove rows that do not belong in it, such as blank ones at its end.
      extract/too-large: The row has 100,000 cells; the limit is 1,000. Remove the cells that do not belong in it.
      extract/too-large: The cell has 10,000,000 characters; the limit is 100,000. Shorten it, and look for a missing quote.
      extract/too-large: The row has 10,000,000 characters; the limit is 1,000,000. Shorten its cells, and look for a missing quote.
      extract/unknown-file: No table has a file of this name. Did you mean "expansion.csv"? Rename the file, or move it out of this folder.
      extract/unknown-file: No table has a file of this name. Rename the file, or move it out of this folder.
      extract/not-read: The file is not read, because only names that end in .csv are those of tables. Move it out of this folder, or delete it.
      extract/not-read: The file is not read, because only names that end in .csv are those of tables. To read a workbook that \`sheet\` wrote, move it out of this folder, and run \`sheet --read\` with its name; otherwise delete it.
      extract/empty-file: The file is empty. Write at least its header.
      extract/encoding: The file is not UTF-8; it looks like windows-1252. Save it as CSV UTF-8.
      extract/encoding: The file is UTF-8, but it also has letters in another encoding, as after joining two files. Type the letters of this line again, and look for others.
      extract/other-kind: The file is a workbook of a spreadsheet program, whatever its name says. Open it in the spreadsheet program, and save the table as CSV UTF-8.
      extract/other-kind: The file is a document of a word processor, whatever its name says. Replace it with the table as CSV UTF-8.
      extract/other-kind: The file is a PDF, whatever its name says. Replace it with the table as CSV UTF-8.
      extract/other-kind: The file is an electronic book (EPUB), whatever its name says. Replace it with the table as CSV UTF-8.
      extract/other-kind: The file is a ZIP archive, whatever its name says. Replace it with the table as CSV UTF-8.
      extract/other-kind: The file is a compressed file (gzip), whatever its name says. Replace it with the table as CSV UTF-8.
      extract/other-kind: The file is a web page, whatever its name says. Replace it with the table as CSV UTF-8.
      extract/cut-off: The file ends in the middle of a letter, so its end is missing. Restore the file, or copy it again.
      extract/merge-mark: Git could not merge these lines and marked them with <<<<<<<, ======= and >>>>>>>. Keep the rows of both sides, delete the marks, and give new ids to rows that share one.
      extract/separator: The cells are separated by ";", as spreadsheets in many European countries do. Save the file with commas.
      extract/separator: The cells are separated by tabs. Save the file with commas.
      extract/separator: The cells are separated by "|". Save the file with commas.
      extract/separator: The cells are separated by spaces. Save the file with commas.
      extract/missing-header: The first line is not a header: it names none of the table's columns. Insert this line above the rows: record_id,source_id.
      extract/lines-above-header: The header is in line 4, below other lines. Move it to the first line, and delete the lines above it that are not rows.
      extract/repeated-header: The header is here once more. Delete this line.
      extract/missing-column: The column "date" is missing. Add it to the header and to every row.
      extract/missing-column: The header does not name the column "date", but the rows have all 15 cells. Write the name back into the header.
      extract/nameless-column: Column 15 has no name. Name it after a column of the table, or delete it.
      extract/unknown-column: The table has no column "date". Did you mean "date_text"? Rename the column, or delete it.
      extract/unknown-column: The table has no column "date". Rename the column, or delete it.
      extract/duplicate-column: The header has the column "date" twice. Delete one of the two.
      extract/empty-column: The column "date" has no value in any row. Delete it, or restore its values.
      extract/column-order: The column "date" is in the wrong place. Put the columns in this order: record_id,source_id.
      extract/ragged-row: The row has 15 cells, but the header has 14. Look for a missing or extra comma, or for a text that contains a comma and needs quotes.
      extract/unclosed-quote: A quote opens here and never closes. Add the closing quote, and write a quote inside a text as "".
      extract/stray-quote: There is a quote inside a cell that is not quoted. Put the whole cell in quotes, and write the quote inside it as "".
      extract/escaped-quote: There is a backslash before a quote. Write a quote inside a text as "" without the backslash, and put the whole cell in quotes.
      extract/no-rows: The table has a header but no rows. If that is not intended, restore the rows.
      extract/bad-outlines: The outlines or label anchors cannot be read. Restore the file, for example with git checkout, or mend it as the README in its folder says.
      extract/missing-outlines: The folder has no outlines (*.topo.json), so no coordinates can be checked. Restore it, for example with git checkout.
      stage/missing-value: The cell is empty, but every row needs a value in "date". Fill it in.
      stage/missing-value: The cell is empty, but every row needs a code of the list certainty in "date". Choose a code from the list: stated, hedged, attributed.
      stage/placeholder: "n/a" is a placeholder, not a value. If the source does not say, leave the cell empty.
      stage/placeholder: "Null" is a placeholder, not a value. If the source does not say, leave the cell empty. If this is a real name, write a backslash before it: "\\Null".
      stage/bad-character: The cell contains an invisible character, U+200B. The word is probably "Town". Delete it, or type the text again.
      stage/bad-character: A program could not read a letter and wrote � instead. Type the letter again.
      stage/bad-character: "Ã´" is one letter that was read in the wrong encoding. The word is probably "Côte". Import the file as UTF-8, or type the letter again.
      stage/bad-character: "&ocirc;" is a character as web pages write it. The word is probably "Côte". Type the character itself.
      stage/bad-character: The cell contains U+0430, which looks like a Latin letter but is another one. Type the word again.
      stage/bad-character: The cell contains U+F0B7, which is not a character that other programs know. Delete it, or type the text again.
      stage/bad-character: The cell contains an invisible character, U+200E. Delete it, or type the text again.
      stage/bad-character: "Ôçé" is one letter that was read in the wrong encoding. Import the file as UTF-8, or type the letter again.
      stage/formula: A spreadsheet would run "=1+1" as a formula. Start the text with a letter, a digit or a quotation mark.
      stage/line-break: The cell contains a line break, which is allowed in prose only. Write the cell on one line.
      stage/bad-date: "12/03/2017" looks like a date made by a spreadsheet. Set the column to the format "Text", and write the date as 2017-03-12, 2017-03 or 2017.
      stage/bad-date: "2019-21" is the EDTF code for a season, but seasons in the Sahel fall in other months. Write an interval such as 2019-03/2019-05.
      stage/bad-date: "2017-02-30" is a day or month that does not exist. Correct it, or write a less precise date.
      stage/bad-date: "2019/2018" ends before it starts. Swap the two dates.
      stage/bad-date: The end of "2018-06/2018" does not come after its start: one of the two contains the other. Write both as precisely as each other, such as 2018-06/2018-12, or write one date.
      stage/bad-date: "0025" is in a year before 1000. Write all four digits of the year.
      stage/bad-date: "2018-41~" says twice that the date is vague, and programs disagree about what that means. Remove the mark (~, ? or %), or write the date without X.
      stage/bad-date: "spring 2019" is not a valid EDTF date. Write an interval such as 2019-03/2019-05.
      stage/bad-number: "1,300" seems to have a separator between its thousands. If so, write 1300.
      stage/bad-number: "1.5" is not a whole number. Write digits only.
      stage/bad-number: "14,25" is not a decimal number. Write it like -8.0029, with a decimal point and without thousands separators or exponents.
      stage/bad-number: "2000..1000" ends below its start. Swap the two numbers.
      stage/bad-number: "12345678901234567890" has more than 15 digits, so programs would change it. Round it as the source does.
      stage/out-of-bounds: "95" is out of range: date must be between -90 and 90. Correct the value.
      stage/out-of-bounds: "-1" is out of range: date must be at least 0. Correct the value.
      stage/out-of-bounds: "9" is out of range: date must be at most 7. Correct the value.
      stage/bad-boolean: "yes" is neither TRUE nor FALSE. Write one of the two.
      stage/unknown-code: "embrago" is not a code in the list tactic. Did you mean "embargo"? Choose a code from the list: CODEBOOK.md has all of them, and \`find\` searches them.
      stage/unknown-code: "zzz" is not a code in the list tactic. Choose a code from the list: CODEBOOK.md has all of them, and \`find\` searches them.
      stage/unknown-code: "certain" is not a code in the list certainty. Choose a code from the list: stated, hedged, attributed.
      stage/bad-id: "Group X" is not a valid id. Start with a letter, and use only lower-case letters, digits and single hyphens.
      stage/bad-list: "road,bridge" is not a valid list. Separate the items with "; " and name each of them once: "road; bridge".
      stage/bad-locator: "p0s1" is not a valid locator. Write p12s3, p12s3-p12s5, or several of these separated by "; ".
      stage/bad-text: "ftp://example.org" is not valid in this column. Write an address that begins with https://.
      stage/row-rule: The row breaks a rule of its table: An amount has a unit. Correct the row.
      stage/row-rule: "1.200" breaks a rule of its table: People are counted. Write 1200.
      resolve/duplicate-row: Duplicate key group-x: line 7 already uses it. Change one of the two, or delete a row.
      resolve/duplicate-row: Duplicate key group-x: another row already uses it. Change one of the two, or delete a row.
      resolve/duplicate-statement: exp-1 already has a statement from this source with the same evidence, in line 7. Merge the two rows.
      resolve/duplicate-statement: exp-1 already has a statement from this source with the same evidence, in another row. Delete one of the two rows.
      resolve/unknown-reference: "group-xx" is not in actors.csv. Did you mean "group-x"? Correct it here, or add it there.
      resolve/unknown-reference: "nobody" is not in actors.csv. Correct it here, or add it there.
      resolve/identity-mismatch: "goal" contradicts "ideology" in line 7, although both rows are about the record prf-1. Correct one of the two, or give this row another record_id. If the sources really disagree about one thing, give each of them a side in disagreement_sides.csv that names the record and the column.
      resolve/identity-mismatch: "goal" contradicts "ideology" in another row, although both rows are about the record prf-1. Correct one of the two, or give this row another record_id. If the sources really disagree about one thing, give each of them a side in disagreement_sides.csv that names the record and the column.
      resolve/mixed-series: This statement about prf-1 is for another place or time (mali, 2021) than line 7 (no place, 2021), but the value of this attribute changes over time. Give this row another record_id, or give both sources a side in disagreement_sides.csv that names the record and the column.
      resolve/mixed-series: This statement about prf-1 is for another place or time (mali, 2021) than another row (no place, 2021), but the value of this attribute changes over time. Give this row another record_id, or give both sources a side in disagreement_sides.csv that names the record and the column.
      resolve/lead-outvoted: exp-1 is published with "2018", from line 7, and not with "2017" of this row, which leads the record. Check whether the two rows are about the same thing.
      resolve/not-filled: "2018" is not published, because line 7, which leads exp-1, has no date. If the value shall be published for exp-1, add a row to decisions.csv that names this source and this column. If the row makes a claim of its own, give it another record_id.
      resolve/not-filled: "town-a" is not published, because line 7, which leads exp-1, has nothing here and is stronger. If the value shall be published for exp-1, add a row to decisions.csv that names this source and this column. If the row makes a claim of its own, give it another record_id.
      resolve/unknown-split: The record "exp-99" does not exist in this table. Correct the id, or leave the cell empty.
      resolve/one-side: The disagreement dis-001 has fewer than two sides. Add its sides to disagreement_sides.csv, or delete it.
      resolve/side: The table has no record "exp-1", which report-b would speak of. Correct the id or the table.
      resolve/side: report-b has no statement about exp-1. Name a source that has one.
      resolve/side: The statements of report-b about exp-1 are based on other sentences. Name sentences that one of them cites.
      resolve/side: The table of exp-1, which report-b speaks of, has no such coded column. Name a coded column (date, not date_earliest), or leave the cell empty.
      resolve/side: The statement of report-b about exp-1 has no value in this column. Name another column, or leave the cell empty.
      resolve/stale-disagreement: The disagreement dis-001 is out of date: all its sides have the same value now. Correct its sides, or delete it; if it was published, list its id in retired.csv.
      publish/idle-correction: This reason matches no change: neither the next release nor an earlier one changes date of evt-1, evt-2 in events. Correct the row, or delete it.
      publish/idle-correction: This reason matches no change: neither the next release nor an earlier one changes evt-1 in events. Correct the row, or delete it.
      resolve/id-in-two-tables: expansion_timeline already uses the id "exp-2". An id must be unique across all tables: choose another one.
      resolve/second-record: group-x can have only one record for "strength_fighters", and prf-1 already is that record. Give this row the record_id prf-1.
      resolve/date-after-source: "2024-03" is later than its source report-b, which is dated 2023-11-13. Correct the date, or code the statement as a forecast.
      resolve/missing-index: report-b has no sentence index. Run: npm run pipeline -- documents index report-b
      resolve/orphan-index: The source "report-q" of this index is not in sources.csv. Add it there, or delete the index.
      resolve/altered-index: The index is inconsistent at p3s2. Regenerate it with \`documents index\`; do not edit it by hand.
      resolve/no-such-page: The sentence is on page 9, but the original of source-a has 8 pages according to sources.csv. Correct original_n_pages there, or regenerate the index with \`documents index\`.
      resolve/index-of-another-text: The rows of this index name different texts, so it is not certain which sentences the rows of report-a cite. Restore the file from version control.
      resolve/index-of-another-text: This index was cut from the text with the hash 0a1b2c, but sources.csv records another one, so rows may cite other sentences than were coded. If only the sha256 of report-a in sources.csv is wrong, set it to this hash. Otherwise restore sources.csv, the index and the coded tables from one version.
      resolve/unknown-locator: report-a has no sentence p2s9. p2 has 4 sentences, p2s1 to p2s4. Look up the sentence in the text or its index.
      resolve/unknown-locator: report-a has no sentence p3s2. p3 has 1 sentence, p3s1. Look up the sentence in the text or its index.
      resolve/unknown-locator: report-a has no sentence p9s1. The text has 8 lines that are not blank. Look up the sentence in the text or its index.
      resolve/locator-backwards: The range runs backwards: p1s3 comes before p2s2. Swap the two.
      resolve/too-many-sentences: The cell names 20,000 sentences; the limit is 10,000. Name the sentences that support the row.
      resolve/text-mismatch: This text is not the one that report-a was coded from. See what changed. Run: npm run pipeline -- documents verify
      resolve/unread-sentences: Neither cited nor passed over in report-a: 34 sentences (p3s1-p14s2; p16s1). Read them, and code them or list them in passed_over.csv. Run: npm run pipeline -- documents show report-a --unread
      resolve/cited-and-passed-over: Sentence p1s1 of report-a is listed as passed over, but a row cites it. Remove it from this row.
      resolve/derivation-cycle: These sources are derived from each other in a circle: report-a → report-b → report-a. Correct one of them in derived_from.
      resolve/unknown-table: "evnts" is not a published table that this column can name. Did you mean "events"? Write the table's published name.
      resolve/unknown-table: "claims" is not a published table that this column can name. Write the table's published name.
      resolve/derived-column: "amount_low" follows from the coded column amount. Name the column that you corrected: amount.
      resolve/unknown-column: events has no column "dat". Did you mean "date"? Correct the name, or leave the cell empty.
      resolve/unknown-column: events has no column "zzz". Correct the name, or leave the cell empty.
      resolve/stale-decision: The decision is out of date: the table has no such record. Correct the decision, or delete it.
      resolve/stale-decision: The decision is out of date: the table has no such coded column. Name a coded column (date, not date_earliest; amount, not amount_low), or delete the decision.
      resolve/stale-decision: The decision is out of date: the source says nothing in this column. Correct the decision, or delete it.
      resolve/stale-decision: The decision is out of date: the rule gives the same value without it. Delete it.
      resolve/outside-outline: The coordinates are 0, 0, which programs write if they know none. Correct them, or leave them empty. If the value is right, add this row to checked.csv, with the reason: events,evt-1,latitude,resolve/outside-outline,"latitude 0, longitude 0",REASON
      resolve/outside-outline: The point (latitude 12.6, longitude 8) lies 380 km outside Mali. Correct the coordinates. If the value is right, add this row to checked.csv, with the reason: events,evt-1,latitude,resolve/outside-outline,"latitude 12.6, longitude 8",REASON
      resolve/outside-outline: The point (latitude 12.6, longitude 8) lies 380 km outside Mali. Latitude and longitude may be swapped: the other way round, it lies inside. Correct the coordinates. If the value is right, add this row to checked.csv, with the reason: events,evt-1,latitude,resolve/outside-outline,"latitude 12.6, longitude 8",REASON
      resolve/outside-outline: The point (latitude 12.6, longitude 8) lies 380 km outside Mali. With the other sign of the latitude, it lies inside. Correct the coordinates. If the value is right, add this row to checked.csv, with the reason: events,evt-1,latitude,resolve/outside-outline,"latitude 12.6, longitude 8",REASON
      resolve/outside-outline: The point (latitude 12.6, longitude 8) lies 380 km outside Mali. With the other sign of the longitude, it lies inside. Correct the coordinates. If the value is right, add this row to checked.csv, with the reason: events,evt-1,latitude,resolve/outside-outline,"latitude 12.6, longitude 8",REASON
      resolve/outside-outline: The point (latitude 12.6, longitude 8) lies 380 km outside Mali. With the other signs, it lies inside. Correct the coordinates. If the value is right, add this row to checked.csv, with the reason: events,evt-1,latitude,resolve/outside-outline,"latitude 12.6, longitude 8",REASON
      resolve/early-date: "18XX" is before 1900. Correct the date. If the value is right, add this row to checked.csv, with the reason: events,evt-1,date,resolve/early-date,18XX,REASON
      resolve/distant-date: "1917" is 107 years before its document, which is dated 2024. Correct the date. If the value is right, add this row to checked.csv, with the reason: events,evt-1,date,resolve/distant-date,1917,REASON
      resolve/distant-date: "1952" is 65 years from "2017" in line 7, which is about the same record. Correct one of the two. If the value is right, add this row to checked.csv, with the reason: events,evt-1,date,resolve/distant-date,1952,REASON
      resolve/distant-number: "10000" differs by a factor of 10 from "1000" of prf-1 in line 7. Count the zeros. If the value is right, add this row to checked.csv, with the reason: events,evt-1,amount,resolve/distant-number,10000,REASON
      resolve/distant-number: "10000" differs by a factor of 10 from "1000" of prf-1 in another row. Count the zeros. If the value is right, add this row to checked.csv, with the reason: events,evt-1,amount,resolve/distant-number,10000,REASON
      resolve/same-document: This is the document of report-b in line 3: the hash of the text is the same. It would count as two witnesses. Keep one of the two sources, and give its id to the rows of the other.
      resolve/same-document: This is the document of report-b in line 3: the hash of the original is the same. It would count as two witnesses. Keep one of the two sources, and give its id to the rows of the other.
      resolve/same-document: This is the document of report-b in line 3: the address is the same. It would count as two witnesses. Keep one of the two sources, and give its id to the rows of the other.
      resolve/unusual-id: "exp-1" has not as many digits as the other ids of this table. If the record is new, use the next free id, exp-061; otherwise write the id that the record has.
      resolve/unusual-id: "evt-004" begins like the ids of another table. If the record is new, use the next free id, exp-061; otherwise write the id that the record has.
      resolve/unusual-id: "step-four" does not have the form of this table's ids. If the record is new, use the next free id, exp-061; otherwise write the id that the record has.
      resolve/unusual-id: "group-x" has no year, as the other ids of sources have. Make the id from the publisher and the year, such as acled-2023.
      resolve/pcode-of-another-unit: "ML05 for Segou" contradicts "ML-4 for Ségou" in the outlines. Correct the code or the name. If the value is right, add this row to checked.csv, with the reason: events,evt-1,admin1_pcode,resolve/pcode-of-another-unit,ML05 for Segou,REASON
      resolve/pcode-of-another-unit: "ML05 for Segou" contradicts "ML05 for Mopti" in line 7. Correct the code or the name. If the value is right, add this row to checked.csv, with the reason: events,evt-1,admin1_pcode,resolve/pcode-of-another-unit,ML05 for Segou,REASON
      resolve/date-words: "March 2017" and "2007-03" disagree. Correct the date, or the words if they are not the source's own. If the value is right, add this row to checked.csv, with the reason: events,evt-1,date_text,resolve/date-words,"March 2017, dated 2007-03",REASON
      resolve/made-by-spreadsheet: "03/01/2017" looks like a date made by a spreadsheet. Set the column to the format "Text", and type the words again as the source has them. If the value is right, add this row to checked.csv, with the reason: events,evt-1,date_text,resolve/made-by-spreadsheet,03/01/2017,REASON
      resolve/made-by-spreadsheet: "Mar-17" looks like a date made by a spreadsheet. Set the column to the format "Text", and type the words again as the source has them. If the value is right, add this row to checked.csv, with the reason: events,evt-1,date_text,resolve/made-by-spreadsheet,Mar-17,REASON
      resolve/made-by-spreadsheet: "43891" looks like the number of a date made by a spreadsheet. Set the column to the format "Text", and type the words again as the source has them. If the value is right, add this row to checked.csv, with the reason: events,evt-1,date_text,resolve/made-by-spreadsheet,43891,REASON
      resolve/made-by-spreadsheet: "1.00E+05" looks like a number made by a spreadsheet. Set the column to the format "Text", and type the words again as the source has them. If the value is right, add this row to checked.csv, with the reason: events,evt-1,date_text,resolve/made-by-spreadsheet,1.00E+05,REASON
      resolve/thousands-separator: "2.000" perhaps has a separator between its thousands. If so, write 2000; a dot begins a fraction here. If the value is right, add this row to checked.csv, with the reason: events,evt-1,amount,resolve/thousands-separator,2.000,REASON
      resolve/part-above-whole: "10" is more than "3" in fatalities, which counts all the dead together. Correct one of the numbers. If the value is right, add this row to checked.csv, with the reason: events,evt-1,fatalities_civilians,resolve/part-above-whole,10,REASON
      resolve/same-actor: "group-x" is in actor1_id already, as if it acted on or with itself. Correct one of the two columns. If the value is right, add this row to checked.csv, with the reason: events,evt-1,actor2_id,resolve/same-actor,group-x,REASON
      resolve/probable-twin: evt-1 and evt-2 (line 3) are alike in type, actors, place and time. If they are one thing, give this row the record_id evt-2, and list the other id in retired.csv if it was published. If they are two, add this row to checked.csv, with the reason: events,evt-1,record_id,resolve/probable-twin,evt-2,REASON
      resolve/probable-twin: evt-1 and evt-2 (another row) are alike in type, actors, place and time, and come from the same sentences. If they are one thing, delete this row, and list its id in retired.csv if it was published. If they are two, add this row to checked.csv, with the reason: events,evt-1,record_id,resolve/probable-twin,evt-2,REASON
      resolve/high-number: "160" is more than 100, the most that is likely for percent. Correct the number or the unit. If the value is right, add this row to checked.csv, with the reason: events,evt-1,amount,resolve/high-number,160,REASON
      resolve/foreign-script: "Мали" begins with U+041C (Cyrillic), but the tables are written in Latin. Type the word again. If the value is right, add this row to checked.csv, with the reason: events,evt-1,name,resolve/foreign-script,Мали,REASON
      resolve/foreign-script: "𐤀" begins with U+10900, but the tables are written in Latin. Type the word again. If the value is right, add this row to checked.csv, with the reason: events,evt-1,name,resolve/foreign-script,𐤀,REASON
      resolve/unknown-warning: "early-date" is not a warning that can be confirmed. Did you mean "resolve/early-date"? Write the code of the warning; raw/README.md lists them under "Guards".
      resolve/unknown-warning: "x" is not a warning that can be confirmed. Write the code of the warning; raw/README.md lists them under "Guards".
      resolve/idle-check: This row confirms nothing: there is no warning resolve/early-date about "18XX, "old"" in date of evt-1 in events. Correct the row, or delete it.
      resolve/retired-id-in-use: The id "evt-1" is retired, but a row uses it. Choose a new id for that row; if no release has retired the id yet, you can delete its row here instead.
      resolve/unknown-replacement: The replacement "evt-7" does not exist. Correct the id, or leave the cell empty.
      resolve/only-in-draft: Only a draft source has "evt-7", so it would be missing from a release that has this row. Publish the draft first, or leave the reference out until then.
      resolve/unused-entry: No row refers to "group-z". Delete the entry, or code the rows that need it.
      resolve/unknown-record: events has no record "evt-7". Did you mean "evt-1"? Correct the id, or delete the row.
      resolve/unknown-record: "evt-7" of events is retired. It is replaced by evt-1. Name another record, if the row is true of it, or delete the row.
      resolve/unknown-record: "evt-7" of events is retired. Name another record, if the row is true of it, or delete the row.
      resolve/source-stays-here: No profile says that rows about "acled" may be published, so this row is in no release, although anybody can read it here. Check the name of the event data. If it is right, move the row to staged/events/event_links.csv.
      resolve/no-verdict: Nobody has decided yet whether evt-1 is this event, so the link is not published. Fill verdict, decided_by, coder and reason, or delete the row.
      resolve/no-verdict: Nobody has taken this count beside prf-1 over yet, so it is not published. Fill coder, or delete the row.
      resolve/second-same-event: evt-1 is the same as the event 4711 already, in line 2. A record is one event: if it took place in several parts, both are part_of.
      resolve/second-family: group-x is in the family group-x in line 2, and here in army-y. An actor has one family: make the two the same.
      resolve/family-in-a-family: group-x is in the family group-z itself, so it cannot be the head of one. Write group-z.
      resolve/overlapping-aliases: "GX" means group-x on some of these days already, by line 2. Let one of the two periods end before the other begins, give the rows different countries, or delete one.
      publish/vanished-id: "evt-1" of events was published in 1.2.0, but is missing now. Restore its row, or list the id in retired.csv.
      publish/published-draft: report-a was published in 1.2.0, so it cannot become a draft: its published rows would vanish. Set its status to published again. To take rows back, remove them, and list the ids that are left without rows in retired.csv.
      publish/reused-id: "evt-1" of events was retired in 1.2.0, but is used again. An id is never reused: choose a new one.
      publish/too-many-changes: 40 of 65 records of actors have changed (38 of them in name), such as aqim, jnim; one release may change 10. Look for a damaged column. If the changes are meant, add this row to corrections.csv, with a new reason: actors,*,,REASON
      publish/too-many-gone: 12 of 85 records of events are retired, such as evt-001, evt-002; one release may retire 10. Restore them. If the retirements are meant, add this row to corrections.csv, with a new reason: events,*,,REASON
      publish/lost-statements: report-a has 1 of its 3 rows about evt-1 in 1.2.0 left. Restore the others. If they are meant to go, add this row to corrections.csv, with the reason: events,evt-1,,REASON
      publish/moved-cells: 3 records of actors, such as aqim, jnim, macina, have each other's values in date, as after sorting that column alone. Restore the column. If the changes are meant, add this row to corrections.csv, with a new reason: actors,*,date,REASON
      publish/number-jump: evt-1 had "90" in 1.2.0, and would have "900" now. Count the zeros. If the change is meant, add this row to corrections.csv, with the reason: events,evt-1,date,REASON
      publish/invalid-output: events evt-1 would be published with "yesterday" in date, which its own schema does not allow. This is a bug in the pipeline: please report it.
      publish/altered-release: The file differs from the one that was published in 1.2.0. Published releases must not change: restore this one, for example with git checkout.
      publish/altered-release: The file is missing from 1.2.0. Published releases must not change: restore this one, for example with git checkout.
      publish/altered-release: The file is not part of 1.2.0. Published releases must not change: delete it, or move it elsewhere.
      publish/altered-release: withdrawn.json is damaged, or it is not the one that was written when 1.2.0 was withdrawn. Published releases must not change: restore this one, for example with git checkout.
      publish/altered-release: This is a link or another special file, but 1.2.0 was published with regular files only. Published releases must not change: restore this one, for example with git checkout.
      publish/altered-release: 1.2.0 has no SHA256SUMS. Published releases must not change: restore this one, for example with git checkout.
      publish/altered-release: The file of 1.2.0 is not JSON, although it has the hash in SHA256SUMS. Published releases must not change: restore this one, for example with git checkout.
      publish/altered-release: The file says that it belongs to another version or day than 1.2.0. A release cannot be copied or renamed: remove this folder, or restore the release, for example with git checkout.
      publish/altered-release: The hashes in manifest.json are not those in the SHA256SUMS of 1.2.0, so one of the two was changed. Published releases must not change: restore this one, for example with git checkout.
      publish/altered-release: The SHA256SUMS of 1.2.0 does not match the hash in catalog.json, so one of the two was changed. Published releases must not change: restore this one, for example with git checkout.
      publish/altered-release: The SHA256SUMS of 1.2.0 is not the one that the next release names as its predecessor's. Published releases must not change: restore this one, for example with git checkout.
      publish/altered-release: 1.2.0 is not the release that was first published under this version. Published releases must not change: restore this one, for example with git checkout.
      publish/altered-release: catalog.json records another day for 1.2.0, or a withdrawal that did not take place. Restore catalog.json, for example with git checkout.
      publish/altered-release: The catalog is missing or cannot be read, so nothing says whether 1.2.0 was published. Restore catalog.json, for example with git checkout.
      publish/altered-release: 1.2.0 is not in catalog.json, and it does not follow the newest release there. If it was published, restore catalog.json, for example with git checkout; otherwise remove this folder.
      publish/altered-release: catalog.json lists 1.2.0, but its folder is missing. Published releases must not change: restore this one, for example with git checkout.
      publish/altered-release: The release that 1.2.0 names as its predecessor is not the one before it. Restore the missing release, or remove the one that does not belong there.
      publish/altered-release: 1.2.0 is dated before its predecessor. Published releases must not change: restore this one, for example with git checkout.
      publish/altered-release: 1.2.0 is dated later than tomorrow. Check the clock of this computer; if it is right, restore the release, for example with git checkout.
      publish/withdrawn-inputs: These data are the ones of 1.2.0, which was withdrawn, so they are not published again. Correct raw/ first.
      documents/not-utf8: The text is not UTF-8; it looks like windows-1252. Convert it to UTF-8.
      documents/not-utf8: The text is UTF-8, but it also has letters in another encoding, as after joining two files. Extract the text from the document again.
      documents/other-kind: The file is a workbook of a spreadsheet program, whatever its name says. Extract the text from it, and save that as plain text in UTF-8.
      documents/other-kind: The file is a document of a word processor, whatever its name says. Extract the text from it, and save that as plain text in UTF-8.
      documents/other-kind: The file is a PDF, whatever its name says. Extract the text from it, and save that as plain text in UTF-8.
      documents/other-kind: The file is an electronic book (EPUB), whatever its name says. Extract the text from it, and save that as plain text in UTF-8.
      documents/other-kind: The file is a ZIP archive, whatever its name says. Extract the text from it, and save that as plain text in UTF-8.
      documents/other-kind: The file is a compressed file (gzip), whatever its name says. Extract the text from it, and save that as plain text in UTF-8.
      documents/other-kind: The file is a web page, whatever its name says. Extract the text from it, and save that as plain text in UTF-8.
      documents/cut-off: The text ends in the middle of a letter, so its end is missing. Copy it again.
      documents/empty-text: The text contains no sentence. Replace it with the document's full text.
      documents/nul-bytes: The text contains NUL bytes, so it is damaged or not a text file. Extract the text from the document again.
      documents/page-furniture: The same line occurs 3 times (lines 11, 52, 93), so it may be a page header or footer. If it is one, remove it before you code the text, or list its sentences in passed_over.csv.
      documents/unclean-text: The text looks hard-wrapped: its lines end in the middle of sentences (line 3, 8). Join the lines of each paragraph before you code the text, because locators count lines and sentences.
      documents/unclean-text: A sentence seems to be spread over several lines (line 3, 8), as at a page break. Join its lines before you code the text, because locators count lines and sentences.
      documents/unclean-text: The text has soft hyphens, which do not show (line 3, 8). Delete them (U+00AD), and join words that were divided at the end of a line.
      documents/unclean-text: The text has tags of a web page (line 3, 8). Copy the text as the browser shows it, or delete the tags.
      documents/unclean-text: The text has characters as web pages write them, such as &eacute; or &nbsp; (line 3, 8). Copy the text as the browser shows it, or write the characters themselves.
      documents/unclean-text: The text has letters that were read in the wrong encoding, such as Ã© for é (line 3, 8). Open the original as UTF-8, and copy it again.
      documents/unclean-text: The text has page numbers on lines of their own (line 3, 8). Delete them before you code the text, because locators count lines and sentences, and join sentences that they divide.
      documents/unknown-source: The source "report-aa" is not in sources.csv. Did you mean "report-a"? Rename the text, or add the source.
      documents/unknown-source: The source "unheard-of" is not in sources.csv. Rename the text, or add the source.
      documents/other-hash: This is not the hash of the text of report-a, although the sentences are those of its index. Write 0a1b2c. Then renew the hash in the index. Run: npm run pipeline -- documents index report-a
      documents/not-in-sentence: report-a does not print "early 2019" in p3s2. Write it as the sentence does, or cite the sentence that prints it.
      documents/copied-words: Words 4 to 15 of the cell are copied from report-a, p3s2. Say it in your own words: fewer than ten in a row may be the same.
      documents/gone: Sentence p1s1 of report-a is no longer in the text. Code the rows that cite it again: exp-1, rel-1.
      documents/gone: Sentence p1s1 of report-a is no longer in the text. Code the rows that cite it again: exp-1. documents verify --relocate takes it out of sealed second codings: evt-1, evt-2.
      documents/gone: Sentence p1s1 of report-a is no longer in the text. documents verify --relocate takes it out of sealed second codings: evt-1.
      documents/gone: Sentence p1s1 of report-a is no longer in the text. No row cites it, so there is nothing to correct.
      agreement/unregistered-coding: coders.csv does not say who made this coding. Add a row with the source_id report-a, the coder_id coder-b and the sha256 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, or delete the folder.
      agreement/missing-coding: There are no tables in second/report-a/coder-b. Put those of the coding there, or delete this row.
      agreement/unsealed-coding: The coding has no sha256 yet. When it is finished, write aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa here, and never change its files again.
      agreement/changed-coding: The files of this coding are frozen, but they have changed: a coding is never changed once it is made. Restore the files. The sha256 of what is there now is aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.
      agreement/other-source: This coding is of report-a, but the row is of "report-b". Correct the source_id, or move the row to the coding of its source.
      events/other-kind: The file is a workbook of a spreadsheet program. Open it there, and save the sheet of the events as CSV UTF-8.
      events/other-kind: The file holds data of R. Open it there with load() or readRDS(), and write it with write.csv(x, FILE, row.names = FALSE, fileEncoding = "UTF-8").
      events/other-kind: The file holds data of Stata. Open it there, and write it with export delimited.
      events/other-kind: The file holds data of SPSS. Open it there, and save it as CSV in UTF-8.
      events/other-kind: The file is Parquet. Write it as CSV, for example with DuckDB: COPY (FROM 'FILE.parquet') TO 'FILE.csv'.
      events/other-kind: The file is a database. Write the table of the events as CSV.
      events/other-kind: The file is compressed. Unpack it, and import what is in it.
      events/other-kind: The file is a part of a shapefile. Save the layer as GeoJSON or CSV.
      events/other-kind: The file is a document. Download the data file of the source, as CSV.
      events/other-kind: The file is a web page, perhaps one that asks to log in. Download the data file itself.
      events/other-kind: The file is not text. Download the CSV file of the source.
      events/bad-archive: The archive holds no CSV and no GeoJSON file. Unpack it, and import a file in one of these forms.
      events/bad-archive: The archive holds several tables: a.csv, b.csv. Unpack it, and name the file to import.
      events/bad-archive: The archive is protected by a password. Unpack it, and import what is in it.
      events/bad-archive: a.csv would unpack to hundreds of times its size, as no table of events does. Download the archive again from the source, or unpack it and import what is in it.
      events/bad-archive: The archive is damaged, or its form is not known. Download it again, or unpack it and import what is in it.
      events/too-large: The file is too large: JSON and GeoJSON are read up to 200 MB. Convert it to CSV, or download the CSV file of the source.
      events/bad-json: The file is not valid JSON, or has no list of events. Give a GeoJSON FeatureCollection, or a JSON list of objects with a member for each column.
      events/no-rows: The file has no rows of events. Download it again.
      events/unclosed-quote: A cell has no end: a quotation mark opens it and none closes it. Close the quotation mark, or write "" for a quotation mark inside a quoted cell.
      events/too-long-row: The row does not end within 1000000 characters. A quotation mark probably opens a cell and none closes it: close it. If a cell is as long as that, shorten it; if the file has no line breaks, download it again.
      events/missing-columns: Columns are missing: event_id, called event_id_cnty or data_id; date_start, called event_date (did you mean "event_day"?). Download the whole file of the source, name the profile that fits, or write a profile of your own.
      events/missing-columns: Columns are missing: actor_b, called actor2. If each row has one actor of an event, download the file in which a row has both.
      events/duplicate-column: Two columns have this header. Delete one of them, or rename it.
      events/counts-only: This file counts events by place and time: a row is not one event, so there is nothing to match. Download the file in which each row is an event.
      events/two-day-orders: The dates of this file do not have one form: "13/01/2021" can only be day/month/year, and "01/13/2021" only month/day/year. A spreadsheet program has probably changed some of them. Download the file again, and do not save it from the spreadsheet program.
      events/mostly-unread: 60 of 100 rows cannot be read, so nothing was imported. Check that --as names the source of the file.
      events/ragged-row: The row has 12 cells, and the header 31. A separator or a line break inside a cell is probably not quoted. Quote the cell.
      events/no-id: The event has no id, so nothing can refer to it. Add the id that the source gives it.
      events/duplicate-id: Rows with different content have the id "MLI1", so none of them was imported. If each row has one actor of the event, download the file in which a row has both. Otherwise delete the rows that are wrong.
      events/missing-value: The cell is empty. Fill it as the source does.
      events/bad-date: "soon" is not a date between 1900 and 2100. Write it as YYYY-MM-DD.
      events/bad-date: The event has no date. Add it.
      events/backwards-dates: The event ends on "2021-02-01", before it begins on "2021-02-03". Correct one of the dates.
      events/bad-coordinates: "91,5" is not a number of degrees from -90 to 90. Write decimal degrees. Perhaps latitude and longitude are swapped.
      events/bad-precision: "0" is not a code of precision. The codes are 1, 2 or 3. Without it, a vague event would pass for an exact one.
      events/bad-number: "several" is not a whole number, 0 or more. Write digits only, or leave the cell empty.
      events/unknown-type: The profile does not say which kind of event "Meeting" is, so it was imported as "other". Add the type to the profile.
      events/link-gone: evt-001 is linked with ucdp-ged 12 of edition 23.1. Edition 24.1 has no such event: it was removed, has another id, or another source covers its year. Look for it with \`events match\`, and correct or delete the row.
      events/link-gone: evt-001 is proposed for a link with ucdp-ged 12 of edition 23.1. Edition 24.1 has no such event: it was removed, has another id, or another source covers its year. Delete this proposal, and run \`events match --write\` for what counts now.
      events/link-changed: evt-001 is linked with ucdp-ged 12 of edition 23.1, and edition 24.1 has changed the event. Compare them again. If the verdict still holds, write event_edition 24.1 and event_sha256 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.
      events/link-changed: evt-001 is proposed for a link with ucdp-ged 12 of edition 23.1, and edition 24.1 has changed the event. Delete this proposal, and run \`events match --write\` for what counts now.
      sheet/not-a-workbook: This is not an .xlsx workbook, or it is damaged or protected by a password. In the spreadsheet program, save it as Excel workbook (.xlsx).
      sheet/too-large: The workbook would be too large in memory. Delete sheets and formats that the coding does not need.
      sheet/not-for-coding: The workbook has no list of the rows that it was written with, so changes cannot be told from new rows. Write a new workbook with \`sheet --out FILE.xlsx\`, and copy your rows into it.
      sheet/unknown-sheet: No table is called "Notes", so this sheet was not read. If it holds rows, move them to the sheet of their table.
      sheet/missing-column: The sheet events has no column "date" in its first row. Undo the deletion or the change of the header.
      sheet/unknown-column: events!Y1: "remark" is not a column of the table, or it occurs twice. Delete the column, or correct its header.
      sheet/bad-key: events!A7: "7" is not the key of a row of this sheet. The first column belongs to the pipeline. Undo the change; in a new row, leave the cell empty.
      sheet/all-rows-gone: All 98 rows of the sheet events are gone. Nobody deletes a table in this way: undo it, or delete the whole sheet if the table shall stay as it is.
      sheet/conflict: evt-001, report-a, p1s1 was changed in the sheet events, and since the workbook was written, the file has changed there too. Keep a copy of the workbook, write a new one, and make the change there.
      sheet/conflict: Row 7 was deleted in the sheet events, and since the workbook was written, the file has changed there too. Keep a copy of the workbook, write a new one, and make the change there.
      sheet/altered-cell: events!K14: "March 2017" became "42795". The spreadsheet program made a date of it. Set the format of the cell to Text, and type "March 2017" again. If the new value is right, write it into the CSV file itself.
      sheet/altered-cell: events!K99: the new row has "#NAME?". This is an error of the spreadsheet program. Set the format of the cell to Text, and type the value again.
      sheet/altered-cell: events!K14: "one" became "another". The cell holds a formula. Set the format of the cell to Text, and type "one" again. If the new value is right, write it into the CSV file itself.
      sheet/altered-cell: events!K14: "one" became "another". The spreadsheet program made a number of it. Set the format of the cell to Text, and type "one" again. If the new value is right, write it into the CSV file itself.
      sheet/altered-cell: events!K14: "one" became "another". The cell shows a number in a format, such as percent or money, so its value is not what you see. Set the format of the cell to Text, and type "one" again. If the new value is right, write it into the CSV file itself.
      sheet/altered-cell: events!K14: "one" became "another". The spreadsheet program made a truth value of it. Set the format of the cell to Text, and type "one" again. If the new value is right, write it into the CSV file itself.
      sheet/altered-cell: events!K14: "one" became "another". Only quotation marks, dashes, dots or kinds of spaces differ, as after an automatic correction. Set the format of the cell to Text, and type "one" again. If the new value is right, write it into the CSV file itself.
      sheet/altered-cell: events!K14: "one" became "another". It is the same number, but zeros at its beginning or end are lost. Set the format of the cell to Text, and type "one" again. If the new value is right, write it into the CSV file itself.
      sheet/altered-cell: events!K14: "one" became "another". It is the same number, but written with an exponent. Set the format of the cell to Text, and type "one" again. If the new value is right, write it into the CSV file itself.
      sheet/altered-cell: events!K14: "one" became "another". Spreadsheet programs keep only 15 digits of a number. Set the format of the cell to Text, and type "one" again. If the new value is right, write it into the CSV file itself.
      sheet/restored-cell: events!K14: "a " became "a". Only spaces at the beginning or end differ. The file keeps what it had.
      "
    `);
  });
});
