import { describe, expect, it } from "vitest";
import { formatIssue, formatMessage, formatPlace } from "#pipeline/core/format-issue.ts";
import type { CharacterFault, Issue, IssueCode } from "#pipeline/core/issue.ts";
import type { DateFault } from "#pipeline/core/partial-date.ts";
import { codedTable, codedTableNames } from "#schemas/coded-tables.ts";

type Of<C extends IssueCode> = Extract<Issue, { code: C }>;
type Facts<C extends IssueCode> = Omit<Of<C>, "code" | "at">;

const dateFaults: { readonly [F in DateFault]: { fault: F; value: string } } = {
  "not-edtf": { fault: "not-edtf", value: "12/03/2017" },
  season: { fault: "season", value: "2019-21" },
  "no-such-day": { fault: "no-such-day", value: "2017-02-30" },
  backwards: { fault: "backwards", value: "2019/2018" },
  "qualified-vagueness": { fault: "qualified-vagueness", value: "2018-41~" },
};

const characterFaults: { readonly [F in CharacterFault]: { fault: F; character: string } } = {
  invisible: { fault: "invisible", character: "U+200B" },
  lost: { fault: "lost", character: "U+FFFD" },
  misread: { fault: "misread", character: "Ã´" },
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
  "no-sums": { why: "no-sums", version: "1.2.0" },
  "other-sums": { why: "other-sums", version: "1.2.0" },
  gone: { why: "gone", version: "1.2.0" },
};

/** Every code, with facts that lead to each of its wordings. A new code or fault does not compile until it is here. */
const examples: { readonly [C in IssueCode]: readonly Facts<C>[] } = {
  "extract/missing-file": [{}],
  "extract/unknown-file": [{ nearest: "expansion.csv" }, { nearest: null }],
  "extract/empty-file": [{}],
  "extract/encoding": [{ encoding: "windows-1252" }],
  "extract/separator": [{ separator: ";" }, { separator: "\t" }, { separator: "|" }],
  "extract/missing-header": [{ expected: ["record_id", "source_id"] }],
  "extract/missing-column": [{}],
  "extract/nameless-column": [{ position: 15 }],
  "extract/unknown-column": [{ nearest: "date_text" }, { nearest: null }],
  "extract/duplicate-column": [{}],
  "extract/column-order": [{ expected: ["record_id", "source_id"] }],
  "extract/ragged-row": [{ cells: 15, columns: 14 }],
  "extract/unclosed-quote": [{}],
  "extract/stray-quote": [{}],
  "extract/no-rows": [{}],
  "stage/missing-value": [{}],
  "stage/placeholder": [{ value: "n/a" }],
  "stage/bad-character": Object.values(characterFaults),
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
  ],
  "stage/bad-id": [{ value: "Group X" }],
  "stage/bad-list": [{ value: "road,bridge", meant: "road; bridge" }],
  "stage/bad-locator": [{ value: "p0s1" }],
  "stage/bad-text": [{ value: "ftp://example.org", form: "an address that begins with https://" }],
  "stage/row-rule": [{ sentence: "An amount has a unit." }],
  "resolve/duplicate-row": [
    { key: "group-x", firstLine: 7 },
    { key: "group-x", firstLine: null },
  ],
  "resolve/duplicate-statement": [
    { recordId: "exp-1", firstLine: 7 },
    { recordId: "exp-1", firstLine: null },
  ],
  "resolve/unknown-reference": [
    { value: "group-xx", table: "actors", nearest: "group-x" },
    { value: "nobody", table: "actors", nearest: null },
  ],
  "resolve/identity-mismatch": [
    { recordId: "prf-1", value: "goal", first: "ideology", firstLine: 7 },
    { recordId: "prf-1", value: "goal", first: "ideology", firstLine: null },
  ],
  "resolve/id-in-two-tables": [{ id: "exp-2", table: "expansion_timeline" }],
  "resolve/second-record": [{ actorId: "group-x", attribute: "strength_fighters", firstRecordId: "prf-1" }],
  "resolve/date-after-source": [{ value: "2024-03", sourceId: "report-b", sourceDate: "2023-11-13" }],
  "resolve/missing-index": [{ sourceId: "report-b" }],
  "resolve/orphan-index": [{ sourceId: "report-q" }],
  "resolve/altered-index": [{ locator: "p3s2" }],
  "resolve/unknown-locator": [
    { locator: "p2s9", sourceId: "report-a", last: "p2s4" },
    { locator: "p9s1", sourceId: "report-a", last: null },
  ],
  "resolve/locator-backwards": [{ from: "p2s2", to: "p1s3" }],
  "resolve/text-mismatch": [{ sourceId: "report-a" }],
  "resolve/unread-sentence": [{ sourceId: "report-a", locator: "p3s1" }],
  "resolve/cited-and-passed-over": [{ sourceId: "report-a", locator: "p1s1" }],
  "resolve/derivation-cycle": [{ cycle: ["report-a", "report-b", "report-a"] }],
  "resolve/unknown-table": [
    { value: "evnts", nearest: "events" },
    { value: "claims", nearest: null },
  ],
  "resolve/stale-decision": Object.values(staleDecisions),
  "resolve/retired-id-in-use": [{ id: "evt-1" }],
  "resolve/unknown-replacement": [{ id: "evt-7" }],
  "resolve/unused-entry": [{ id: "group-z" }],
  "publish/vanished-id": [{ table: "events", id: "evt-1", version: "1.2.0" }],
  "publish/reused-id": [{ table: "events", id: "evt-1", version: "1.2.0" }],
  "publish/invalid-output": [{ table: "events", id: "evt-1", value: "yesterday" }],
  "publish/altered-release": Object.values(alteredReleases),
  "documents/not-utf8": [{ encoding: "windows-1252" }],
  "documents/empty-text": [{}],
  "documents/nul-bytes": [{}],
  "documents/page-furniture": [{ times: 3, lines: [11, 52, 93] }],
  "documents/unknown-source": [
    { sourceId: "report-aa", nearest: "report-a" },
    { sourceId: "unheard-of", nearest: null },
  ],
  "documents/gone": [
    { sourceId: "report-a", locator: "p1s1", citedBy: ["exp-1", "rel-1"] },
    { sourceId: "report-a", locator: "p1s1", citedBy: [] },
  ],
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

/** Facts that choose the wording instead of standing in it. */
const CHOOSE_THE_WORDING = new Set(["fault", "why", "separator"]);

function factsInWords(issue: Issue): string[] {
  if (issue.code === "stage/bad-number") return [issue.value];
  // The message shows the sign itself.
  if (issue.code === "stage/bad-character" && issue.fault === "lost") return ["\uFFFD"];
  const { code, at: _, ...facts } = issue;
  return Object.entries(facts)
    .filter(([name, fact]) => fact !== null && !CHOOSE_THE_WORDING.has(name))
    .flatMap(([, fact]) => (Array.isArray(fact) ? fact.map(String) : [String(fact)]));
}

describe("the wording of an issue", () => {
  it.each(named)("is whole sentences, or ends in a command: %s", (_, issue) => {
    const message = formatMessage(issue);
    expect(message).toMatch(/\.$|\?$|: npm run pipeline -- [a-z -]+$/u);
    expect(message).toMatch(/\p{L}+ \p{L}+ /u);
    expect(message).not.toMatch(/undefined|\bnull\b|\[object|NaN|\s\s/u);
  });

  it.each(named)("holds the facts: %s", (_, issue) => {
    const message = formatMessage(issue);
    expect(factsInWords(issue).filter((fact) => !message.includes(fact))).toEqual([]);
  });

  it("differs for every two issues that differ", () => {
    const messages = issues.map(formatMessage);
    expect(messages.filter((message, position) => messages.indexOf(message) !== position)).toEqual([]);
  });

  it("begins with the place, as editors and terminals take it, and the code", () => {
    const issue: Issue = { code: "extract/missing-column", at };
    expect(formatIssue(issue)).toBe(`raw/coded/expansion.csv:41:date  extract/missing-column  ${formatMessage(issue)}`);
    expect(formatPlace({ file: "a.csv", line: 3, column: null })).toBe("a.csv:3");
    expect(formatPlace({ file: "a.csv", line: null, column: null })).toBe("a.csv");
  });

  it("is a sentence for every rule of a row", () => {
    const sentences = codedTableNames.flatMap((name) => codedTable(name).rules.map(({ sentence }) => sentence));
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.filter((sentence) => !/^\p{L}.* .*\.$/u.test(sentence))).toEqual([]);
  });

  /** The whole of it, to be read. After a change of words: npx vitest run --project unit -u format-issue */
  it("reads like this", () => {
    expect(`\n${issues.map((issue) => `${issue.code}: ${formatMessage(issue)}`).join("\n")}\n`).toMatchInlineSnapshot(`
      "
      extract/missing-file: The file is missing. Put it back, at least with its header.
      extract/unknown-file: No table has this file. Did you mean "expansion.csv"? Rename it or move it away.
      extract/unknown-file: No table has this file. Rename it or move it away.
      extract/empty-file: The file is empty. Write at least its header.
      extract/encoding: The file is not UTF-8; it looks like windows-1252. Save it as CSV UTF-8.
      extract/separator: Cells are separated by ";", as a European spreadsheet saves them. Save it with commas.
      extract/separator: Cells are separated by tabs. Save it with commas.
      extract/separator: Cells are separated by "|". Save it with commas.
      extract/missing-header: This is no header: it names none of the table's columns. Put them above the rows: record_id,source_id.
      extract/missing-column: The column "date" is missing. Add it to the header.
      extract/nameless-column: Column 15 has no name. Name it as the table does, or remove it with its cells.
      extract/unknown-column: The table has no column "date". Did you mean "date_text"? Rename or remove it.
      extract/unknown-column: The table has no column "date". Rename or remove it.
      extract/duplicate-column: The column "date" stands in the header twice. Remove one.
      extract/column-order: "date" is not where the table has it. Order the columns: record_id,source_id.
      extract/ragged-row: The row has 15 cells, the header 14. Look for a missing or extra comma, or a text with commas that lacks its quotes.
      extract/unclosed-quote: A quote is opened here and never closed. Close it, and double a quote inside a text.
      extract/stray-quote: A quote stands inside a cell that is not quoted. Quote the whole cell and double the quote inside.
      extract/no-rows: The table has a header and no rows.
      stage/missing-value: "date" must not be empty.
      stage/placeholder: "n/a" stands for nothing. Leave the cell empty where the source does not say.
      stage/bad-character: The cell has a sign that does not show, U+200B. Delete it, or type the words anew.
      stage/bad-character: A program could not read a letter and put � in its place. Type the letter anew.
      stage/bad-character: "Ã´" is one letter, opened in a wrong encoding and saved so. Import the file as UTF-8, or type the letter anew.
      stage/formula: "=1+1" would be run as a formula by a spreadsheet. Begin with a letter, a digit or a quotation mark.
      stage/line-break: The cell has a line break, which only prose may have. Write it in one line.
      stage/bad-date: "12/03/2017" is no EDTF date. Write 2017-03-12, 2017-03, 2017, an interval 2017-03/2017-05, or a day within one [2017-03-01..2017-03-10].
      stage/bad-date: "2019-21" is a season, and a Sahel season is not those months. Write an interval such as 2019-03/2019-05.
      stage/bad-date: "2017-02-30" is a day or month that no calendar has. Correct it, or write it less precisely.
      stage/bad-date: "2019/2018" ends before it starts. Turn it round.
      stage/bad-date: "2018-41~" says twice that it is vague, and programs read that differently. Leave out the mark ~ ? or %, or the X.
      stage/bad-date: "spring 2019" is no EDTF date. Write an interval such as 2019-03/2019-05.
      stage/bad-number: "1,300" is no number. Write 1300, a range 1000..2000, or a bound >1300, >=5, <50: no separators, no exponent.
      stage/bad-number: "1.5" is no whole number. Write plain digits.
      stage/bad-number: "14,25" is no decimal number. Write it as -8.0029: a point, no separators, no exponent.
      stage/bad-number: "2000..1000" ends below its start. Turn it round.
      stage/bad-number: "12345678901234567890" has more than 15 digits, and would be published as another number. Round it as the source does.
      stage/out-of-bounds: "95" is out of bounds: date must be between -90 and 90. Correct it.
      stage/out-of-bounds: "-1" is out of bounds: date must be at least 0. Correct it.
      stage/out-of-bounds: "9" is out of bounds: date must be at most 7. Correct it.
      stage/bad-boolean: "yes" is neither TRUE nor FALSE.
      stage/unknown-code: "embrago" is no code of the list tactic. Did you mean "embargo"? The codes stand in CODEBOOK.md and in schemas/codelists.
      stage/unknown-code: "zzz" is no code of the list tactic. The codes stand in CODEBOOK.md and in schemas/codelists.
      stage/bad-id: "Group X" is no id. Use lower-case letters, digits and single hyphens, a letter first.
      stage/bad-list: "road,bridge" is no list: each item stands in it once, joined by "; ". Write "road; bridge".
      stage/bad-locator: "p0s1" is no locator. Write p12s3, p12s3-p12s5, or several joined by "; ".
      stage/bad-text: "ftp://example.org" does not have the form of this column: an address that begins with https://.
      stage/row-rule: An amount has a unit.
      resolve/duplicate-row: The key group-x is not unique. It stands in line 7 already. Give one of the rows another, or remove it.
      resolve/duplicate-row: The key group-x is not unique. Give one of the rows another, or remove it.
      resolve/duplicate-statement: exp-1 has this source and this evidence twice. It stands in line 7 already. Merge the two rows.
      resolve/duplicate-statement: exp-1 has this source and this evidence twice. Merge the two rows.
      resolve/unknown-reference: "group-xx" is not in actors.csv. Did you mean "group-x"? Add it there, or correct it here.
      resolve/unknown-reference: "nobody" is not in actors.csv. Add it there, or correct it here.
      resolve/identity-mismatch: "goal" differs from "ideology" in line 7 of the same record prf-1. Correct one, or give this row a record of its own.
      resolve/identity-mismatch: "goal" differs from "ideology" in another row of the same record prf-1. Correct one, or give this row a record of its own.
      resolve/id-in-two-tables: The id "exp-2" is used by expansion_timeline too. An id names one thing only: choose another.
      resolve/second-record: group-x can have one record of "strength_fighters" only, and prf-1 is one. Give this row that record_id.
      resolve/date-after-source: "2024-03" is later than its source report-b, which is of 2023-11-13. Correct the date, or code it as a forecast.
      resolve/missing-index: report-b has no sentence index. Run: npm run pipeline -- documents index report-b
      resolve/orphan-index: No source "report-q" is in sources.csv. Add it there, or remove the index.
      resolve/altered-index: The index does not hang together at p3s2. Nobody edits an index by hand: run documents index again.
      resolve/unknown-locator: report-a has no sentence p2s9; its paragraph ends with p2s4. Look it up in its index.
      resolve/unknown-locator: report-a has no sentence p9s1. Look it up in its index.
      resolve/locator-backwards: The range runs backwards: p1s3 stands before p2s2. Turn it round.
      resolve/text-mismatch: The text at hand is not the one that report-a was coded from. Run: npm run pipeline -- documents verify
      resolve/unread-sentence: p3s1 of report-a is neither cited nor passed over. Code it, or list it in passed_over.csv.
      resolve/cited-and-passed-over: p1s1 of report-a is passed over here, and cited by a row. Remove it here.
      resolve/derivation-cycle: Sources are derived from one another in a circle: report-a → report-b → report-a. Break it in derived_from.
      resolve/unknown-table: "evnts" is no published table that has such rows. Did you mean "events"? Name the table as the release does.
      resolve/unknown-table: "claims" is no published table that has such rows. Name the table as the release does.
      resolve/stale-decision: The decision is stale: the table has no such record. Correct or remove it.
      resolve/stale-decision: The decision is stale: the table has no such coded column (date, not date_earliest; amount, not amount_low). Correct or remove it.
      resolve/stale-decision: The decision is stale: the source says nothing in this column. Correct or remove it.
      resolve/stale-decision: The decision is stale: the rule comes to the same value without it. Remove it.
      resolve/retired-id-in-use: "evt-1" is retired and in use again. Choose a new id for the record, or remove its tombstone if it never was published without it.
      resolve/unknown-replacement: "evt-7" is to replace a retired id and is not there itself. Correct it, or leave it empty.
      resolve/unused-entry: No row speaks of "group-z". Remove it, or code what was meant.
      publish/vanished-id: "evt-1" of events was published in 1.2.0 and is gone. Bring it back, or write its tombstone in retired.csv.
      publish/reused-id: "evt-1" of events was retired in 1.2.0 and is used again. An id is never used twice: choose another.
      publish/invalid-output: Our bug: events evt-1 would be published with "yesterday" in date, against its own schema.
      publish/altered-release: The file is not the one that 1.2.0 was published with. A release never changes: restore it, for example with git checkout.
      publish/altered-release: The file is missing from 1.2.0. A release never changes: restore it, for example with git checkout.
      publish/altered-release: The file does not belong to 1.2.0. A release never changes: restore it, for example with git checkout.
      publish/altered-release: 1.2.0 has no SHA256SUMS. A release never changes: restore it, for example with git checkout.
      publish/altered-release: catalog.json has another SHA256SUMS of 1.2.0: one of the two was changed. A release never changes: restore it, for example with git checkout.
      publish/altered-release: catalog.json has 1.2.0, and its folder is gone. A release never changes: restore it, for example with git checkout.
      documents/not-utf8: The text is not UTF-8; it looks like windows-1252. Convert it to UTF-8.
      documents/empty-text: The text has no sentence.
      documents/nul-bytes: The text has NUL bytes: it is damaged, or no text at all.
      documents/page-furniture: The same line stands here 3 times (lines 11, 52, 93): a page header or footer? Take it out before the text is coded, or pass it over.
      documents/unknown-source: No source "report-aa" is in sources.csv. Did you mean "report-a"?
      documents/unknown-source: No source "unheard-of" is in sources.csv.
      documents/gone: p1s1 of report-a is gone from the text. It is cited by exp-1, rel-1: code these again.
      documents/gone: p1s1 of report-a is gone from the text. No row cites it.
      "
    `);
  });
});
