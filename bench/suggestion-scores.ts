import { datesIn } from "#pipeline/core/dates-in-text/dates-in-text.ts";
import { type Cells, isPartialDate, splitList } from "#pipeline/core/row.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { CodedDocument, ReadSentence } from "#pipeline/suggest/coded-documents.ts";
import { codedNames } from "#pipeline/suggest/coded-names.ts";
import type { CodedName } from "#pipeline/suggest/mentions.ts";
import { neighbourFinder } from "#pipeline/suggest/neighbours.ts";
import { type SentenceSuggestions, suggester } from "#pipeline/suggest/suggest.ts";
import { LIKELY, suggestedTables } from "#pipeline/suggest/table-scores.ts";

/** A score from 0 to 1, and the one that it must not fall below: that of the trial. */
export interface Score {
  readonly name: string;
  readonly value: number;
  readonly floor: number | null;
}

const ACTORS = ["actor_id", "related_actor_id", "actor1_id", "actor2_id", "assoc_actor1_ids", "assoc_actor2_ids"];
const PLACES = ["place_id", "from_place_id"];

/** What was proposed and is coded, what was proposed only, and what is coded only. */
class Tally {
  hits = 0;
  wrong = 0;
  missed = 0;

  add(coded: ReadonlySet<string>, proposed: Iterable<string>): void {
    const unique = new Set(proposed);
    for (const one of unique)
      if (coded.has(one)) this.hits += 1;
      else this.wrong += 1;
    for (const one of coded) if (!unique.has(one)) this.missed += 1;
  }

  get precision() {
    return this.hits / Math.max(1, this.hits + this.wrong);
  }
  get recall() {
    return this.hits / Math.max(1, this.hits + this.missed);
  }
  get f() {
    return (2 * this.hits) / Math.max(1, 2 * this.hits + this.wrong + this.missed);
  }
}

/** Leaves out one document after the other. */
export function measureSuggestions(tables: StagedTables, documents: readonly CodedDocument[]): Score[] {
  const tallies = { actors: new Tally(), places: new Tally(), dates: new Tally(), tables: new Tally() };
  const byTable = new Map(suggestedTables.map((table) => [table, new Tally()]));
  const shares: { pair: string; share: number; isRetelling: boolean }[] = [];
  for (const document of documents) {
    const others = documents.filter((other) => other !== document);
    const suggest = suggester({ names: namesOfOthers(tables, document.sourceId), documents: others });
    const { sentences, retelling } = suggest(document, () => true);
    sentences.forEach((suggested, at) => {
      const coded = document.sentences[at];
      if (coded !== undefined) addSentence(tallies, byTable, { suggested, coded });
    });
    const derived = tables.sources.rows.find(({ values }) => values.source_id === document.sourceId)?.values
      .derived_from;
    for (const { sourceId, share } of retelling.overlaps)
      shares.push({
        pair: `${document.sourceId} in ${sourceId}`,
        share,
        isRetelling: splitList(derived ?? null).includes(sourceId),
      });
  }
  return [
    { name: "tables, micro F", value: tallies.tables.f, floor: 0.74 },
    { name: "tables, precision", value: tallies.tables.precision, floor: null },
    { name: "tables, recall", value: tallies.tables.recall, floor: null },
    ...[...byTable].map(([table, { f }]) => ({ name: `tables, F of ${table}`, value: f, floor: null })),
    { name: "actors, precision", value: tallies.actors.precision, floor: 0.72 },
    { name: "actors, recall", value: tallies.actors.recall, floor: 0.56 },
    { name: "actors, F", value: tallies.actors.f, floor: 0.63 },
    { name: "places, precision", value: tallies.places.precision, floor: null },
    { name: "places, recall", value: tallies.places.recall, floor: null },
    { name: "places, F", value: tallies.places.f, floor: 0.52 },
    { name: "dates in sentences, precision", value: tallies.dates.precision, floor: 0.57 },
    { name: "dates in sentences, recall", value: tallies.dates.recall, floor: 0.51 },
    ...scoreWordings(tables),
    ...scoreRetelling(shares),
    ...scoreRepeats(tables, documents),
  ];
}

interface Pair {
  readonly suggested: SentenceSuggestions;
  readonly coded: ReadSentence;
}

function addSentence(
  tallies: Readonly<Record<"actors" | "places" | "dates" | "tables", Tally>>,
  byTable: ReadonlyMap<string, Tally>,
  { suggested, coded: { rows } }: Pair,
): void {
  const isSuggested = (name: string): boolean => suggestedTables.some((table) => table === name);
  const cited = rows.filter(({ table }) => isSuggested(table));
  const inColumns = (columns: readonly string[]) =>
    new Set(cited.flatMap(({ values }) => columns.flatMap((column) => splitList(values[column]))));
  tallies.actors.add(
    inColumns(ACTORS),
    suggested.actors.map(({ id }) => id),
  );
  tallies.places.add(
    inColumns(PLACES),
    suggested.places.map(({ id }) => id),
  );
  tallies.dates.add(
    new Set(cited.flatMap(({ values: { date } }) => (isPartialDate(date) ? [date.edtf] : []))),
    suggested.dates.flatMap(({ edtf, isOfWork }) => (edtf === null || isOfWork ? [] : [edtf])),
  );
  const tables = new Set<string>(cited.map(({ table }) => table));
  const likely = new Set<string>(suggested.tables.flatMap(({ table, score }) => (score > LIKELY ? [table] : [])));
  tallies.tables.add(tables, likely);
  for (const [table, tally] of byTable)
    tally.add(new Set(tables.has(table) ? [table] : []), likely.has(table) ? [table] : []);
}

/** The names that the other documents use, and the register's own for what they speak of. */
function namesOfOthers(tables: StagedTables, sourceId: string): CodedName[] {
  const columns = { actor: ACTORS, place: PLACES };
  const used = { actor: new Set<string>(), place: new Set<string>() };
  for (const table of [...suggestedTables, "actor_names" as const])
    for (const { values } of tables[table].rows) {
      const cells: Cells = values;
      if (values.source_id === sourceId) continue;
      for (const column of columns.actor) for (const id of splitList(cells[column])) used.actor.add(id);
      for (const column of columns.place) for (const id of splitList(cells[column])) used.place.add(id);
    }
  const others = tables.actor_names.rows.filter(({ values }) => values.source_id !== sourceId);
  const names = codedNames({ ...tables, actor_names: { ...tables.actor_names, rows: others } });
  return names.filter(({ kind, id }) => used[kind].has(id));
}

/** The distinct wordings of `date_text`: those that were dated, and those that were never. */
function scoreWordings(tables: StagedTables): Score[] {
  const dated = new Map<string, Set<string>>();
  for (const table of suggestedTables)
    for (const { values } of tables[table].rows) {
      if (values.date_text === null) continue;
      const known = dated.get(values.date_text) ?? new Set<string>();
      dated.set(values.date_text, known);
      if (values.date !== null) known.add(values.date.edtf);
    }
  const read = (words: string) => datesIn(words).flatMap(({ edtf }) => edtf ?? []);
  const withDate = [...dated].filter(([, edtfs]) => edtfs.size > 0);
  const exact = withDate.filter(([words, edtfs]) => read(words).some((edtf) => edtfs.has(edtf)));
  // A wording with a year that was left undated is that of another act of its sentence.
  const without = [...dated].filter(([words, edtfs]) => edtfs.size === 0 && !/^\p{L}+ \d{1,2}, \d{4}$/u.test(words));
  const empty = without.filter(([words]) => read(words).length === 0);
  return [
    { name: `wordings read exactly (of ${withDate.length})`, value: exact.length / withDate.length, floor: 40 / 61 },
    { name: `wordings that stay empty (of ${without.length})`, value: empty.length / without.length, floor: 1 },
  ];
}

function scoreRetelling(shares: readonly { pair: string; share: number; isRetelling: boolean }[]): Score[] {
  const sorted = shares.toSorted((a, b) => b.share - a.share);
  const told = Math.min(...sorted.filter(({ isRetelling }) => isRetelling).map(({ share }) => share), 1);
  const [other] = sorted.filter(({ isRetelling }) => !isRetelling);
  return [
    { name: "least overlap of a retelling", value: told, floor: null },
    { name: `next overlap (${other?.pair ?? "none"})`, value: other?.share ?? 0, floor: null },
    // .221 against .060.
    { name: "overlap of a retelling, as times the next", value: told / (other?.share ?? 1), floor: 3.7 },
  ];
}

/** For a sentence of a retelling that shares a record with the retold document, whether the nearest sentences have it too. */
function scoreRepeats(tables: StagedTables, documents: readonly CodedDocument[]): Score[] {
  const within = { one: 0, three: 0, all: 0 };
  for (const { values } of tables.sources.rows) {
    const telling = documents.find(({ sourceId }) => sourceId === values.source_id);
    const told = documents.find(({ sourceId }) => splitList(values.derived_from).includes(sourceId));
    if (telling === undefined || told === undefined) continue;
    const nearest = neighbourFinder(told.sentences);
    for (const sentence of telling.sentences) {
      const records = recordsOf(sentence);
      const shares = (other: ReadSentence) => [...recordsOf(other)].some((record) => records.has(record));
      if (!told.sentences.some(shares)) continue;
      within.all += 1;
      const place = nearest(sentence.text, 3).findIndex((near) => shares(near.sentence));
      if (place === 0) within.one += 1;
      if (place !== -1) within.three += 1;
    }
  }
  return [
    { name: `repeats, nearest sentence (of ${within.all})`, value: within.one / within.all, floor: 27 / 33 },
    { name: `repeats, nearest three (of ${within.all})`, value: within.three / within.all, floor: 31 / 33 },
  ];
}

const recordsOf = ({ rows }: ReadSentence) => new Set(rows.map(({ recordId }) => recordId));
