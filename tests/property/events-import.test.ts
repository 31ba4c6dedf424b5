import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapColumns } from "#pipeline/events/import/map-columns.ts";
import { readText } from "#pipeline/events/import/read-cell.ts";
import { eventReader } from "#pipeline/events/import/read-event.ts";
import { stagedColumns, stagedLine } from "#pipeline/events/import/staged-rows.ts";
import { UNREAD_HEADER, unreadLine } from "#pipeline/events/import/unread-rows.ts";
import { ucdpGed } from "#schemas/events/profiles/ucdp-ged.ts";
import {
  dateForms,
  type EventFileKind,
  eventFile,
  type FileQuirks,
  someEvents,
  type TrueEvent,
} from "#tests/builders/event-files.ts";
import { cellsOf, readEventFile } from "#tests/builders/read-event-files.ts";

const RUNS = { numRuns: 150 };

const kinds = fc.constantFrom<EventFileKind[]>("ged", "acled_2016", "acled_2021", "acled_2023");
const isDateForm = (name: string): name is keyof typeof dateForms => name in dateForms;

const quirks: fc.Arbitrary<FileQuirks> = fc.record(
  {
    separator: fc.constantFrom(",", ";", "\t", "|"),
    lineEnd: fc.constantFrom("\n", "\r\n"),
    encoding: fc.constantFrom("utf-8", "utf-8-bom", "utf-16le", "windows-1252"),
    hasRowNames: fc.boolean(),
    emptyColumns: fc.nat(3),
    upperCase: fc.boolean(),
    dates: fc.constantFrom(...Object.keys(dateForms).filter(isDateForm)),
  },
  { requiredKeys: [] },
);

/** The first has a day above 12, so that a file shows the order of day and month. */
const events = fc
  .record({ count: fc.integer({ min: 2, max: 15 }), seed: fc.nat() })
  .map(({ count, seed }) =>
    someEvents(count, seed).map((event, at) => (at === 0 ? { ...event, day: "2020-05-25" } : event)),
  );

const byId = <E extends { readonly event_id: string | null }>(read: readonly E[]) =>
  read.toSorted((a, b) => ((a.event_id ?? "") < (b.event_id ?? "") ? -1 : 1));

describe("a file of event data", () => {
  it("gives the same events back, whatever its quirks", () =>
    fc.assert(
      fc.asyncProperty(kinds, events, quirks, async (kind, truth, how) => {
        const read = await readEventFile(kind, eventFile(kind, truth, how));
        expect(read.issues).toEqual([]);
        expect(read.events).toMatchObject(truth.map((event) => cellsOf(kind, event)));
        const plain = await readEventFile(kind, eventFile(kind, truth));
        expect(read.events).toEqual(plain.events);
      }),
      RUNS,
    ));

  it("gives the same events in every order of its rows", () =>
    fc.assert(
      fc.asyncProperty(kinds, events, quirks, fc.infiniteStream(fc.nat()), async (kind, truth, how, numbers) => {
        const keyed = truth.map((event) => ({ event, key: numbers.next().value ?? 0 }));
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ event }) => event);
        const [one, other] = [
          await readEventFile(kind, eventFile(kind, truth, how)),
          await readEventFile(kind, eventFile(kind, shuffled, how)),
        ];
        expect(byId(other.events)).toEqual(byId(one.events));
      }),
      RUNS,
    ));
});

/** Cells that a program could take for something else than text. */
const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom('"', "'", ",", ";", "\n", "\r", "\t", "=", "\\", "|", "\u2028", "\uFEFF", "\uD800"),
  }),
  fc.constantFrom(
    "=HYPERLINK(1)",
    "@SUM(A1)",
    "\u001B[31mred",
    "'); DROP TABLE events; --",
    "__proto__",
    "constructor",
    "toString",
    "\\N",
    "NULL",
    "../../x",
    "1e999",
    "NaN",
    "\u202Eright to left",
  ),
);

const header = Object.values(ucdpGed.columns).map((names) => ({ name: names?.[0] ?? "" }));

function readerOfGed() {
  const columns = mapColumns(
    header.map(({ name }) => name),
    ucdpGed,
  );
  if ("issues" in columns) throw new Error("The header has the names of the profile.");
  const reading = { profile: ucdpGed, columns, width: header.length, keyOf: () => null, order: "day_first" } as const;
  return eventReader(reading);
}

const aRow: Readonly<Record<string, string>> = {
  id: "1",
  date_start: "2021-01-02",
  date_end: "2021-01-03",
  date_prec: "1",
  latitude: "14.1",
  longitude: "-4.2",
  where_prec: "1",
  type_of_violence: "1",
};

describe("hostile text", () => {
  it("changes only the cell in which it stands", () =>
    fc.assert(
      fc.asyncProperty(kinds, events, hostile, hostile, async (kind, truth, location, actorA) => {
        // A file with NUL is no text.
        fc.pre(!`${location}${actorA}`.includes("\0"));
        const changed: TrueEvent[] = truth.map((event, at) => (at === 1 ? { ...event, location, actorA } : event));
        const { events: read } = await readEventFile(kind, eventFile(kind, changed));
        const inText = { location: readText(location), actor_a: readText(actorA) };
        expect(read).toMatchObject(
          truth.map((event, at) => ({ ...cellsOf(kind, event), ...(at === 1 ? inText : {}) })),
        );
      }),
      RUNS,
    ));

  it("is an event or an issue in any cell, and one line of each table that it is written to", () =>
    fc.assert(
      fc.property(fc.array(fc.option(hostile, { nil: null, freq: 1 }), { maxLength: header.length }), (drawn) => {
        const cells = header.map(({ name }, at) => drawn[at] ?? aRow[name] ?? "");
        const read = readerOfGed()(cells);
        if (read === "order") throw new Error("The order is known.");
        expect(read.event !== null || read.issues.length > 0).toBe(true);
        if (read.event !== null) {
          const lines = parse(stagedLine(read.event, { file: 0, line: 2 }));
          expect(lines).toHaveLength(1);
          expect(lines[0]).toHaveLength(stagedColumns.length + 2);
          expect(stagedLine(read.event, { file: 0, line: 2 })).not.toMatch(/\p{Cc}.|\p{Cs}/u);
        }
        for (const { column, issue } of read.issues) {
          const line = unreadLine({ at: { file: "=a.csv", line: 2, column }, ...issue }, read.eventId);
          const rows: string[][] = parse(line);
          expect(rows).toHaveLength(1);
          expect(rows[0]).toHaveLength(UNREAD_HEADER.split(",").length);
          for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t]|\p{Cc}/u);
        }
      }),
      { numRuns: 500 },
    ));
});
