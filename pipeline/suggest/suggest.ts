import { byCodeUnit } from "#pipeline/core/order.ts";
import { statementTableNames } from "#schemas/coded-tables.ts";
import { type CodeHit, codeFinder } from "./code-words.ts";
import type { CodedDocument, ReadSentence } from "./coded-documents.ts";
import { featuresOf } from "./features.ts";
import { mainActor, standIn } from "./main-actor.ts";
import { type CodedName, type Mention, mentionFinder } from "./mentions.ts";
import { isTelling, type Neighbour, neighbourFinder } from "./neighbours.ts";
import { type Quantity, quantitiesIn } from "./quantities.ts";
import { findRetelling, type Retelling } from "./retelling.ts";
import { type SentenceDate, sentenceDates } from "./sentence-dates.ts";
import { type TableScore, tableScorer } from "./table-scores.ts";

/** An actor or place that a sentence may be about, and the words that say so. */
export interface NamedProposal {
  readonly id: string;
  readonly words: string;
  /** `main-actor`: the words stand for the actor whom the document names most. */
  readonly rule: "name" | "main-actor";
}

/** What may be coded from a sentence. All of it are proposals: the sentence decides. */
export interface SentenceSuggestions {
  readonly locator: string;
  readonly text: string;
  /** Every table, the likeliest first. */
  readonly tables: readonly TableScore[];
  readonly actors: readonly NamedProposal[];
  readonly places: readonly NamedProposal[];
  readonly dates: readonly SentenceDate[];
  readonly quantities: readonly Quantity[];
  readonly codes: readonly CodeHit[];
  /** Those that have a run of three words in common with it. */
  readonly neighbours: readonly Neighbour[];
}

export interface DocumentSuggestions {
  readonly sourceId: string;
  readonly retelling: Retelling;
  /** In the order of the text. */
  readonly sentences: readonly SentenceSuggestions[];
}

interface Knowledge {
  readonly names: readonly CodedName[];
  /** The other documents whose texts are at hand. */
  readonly documents: readonly CodedDocument[];
}

const NEIGHBOURS = 3;

/** Learns from coded documents, and suggests what may be coded from the sentences of another one that are wanted. */
export function suggester({ names, documents: inAnyOrder }: Knowledge) {
  const documents = inAnyOrder.toSorted((a, b) => byCodeUnit(a.sourceId, b.sourceId));
  const findMentions = mentionFinder(names);
  const findCodes = codeFinder(statementTableNames);
  const read = documents.flatMap(({ sentences }) => sentences.filter(({ isRead }) => isRead));
  const featuresIn = (text: string) => {
    const mentions = findMentions(text);
    return featuresOf({ text, mentions, dates: sentenceDates(text, mentions) });
  };
  const scoreTables = tableScorer(
    read.map(({ text, rows }) => ({ features: featuresIn(text), tables: new Set(rows.map(({ table }) => table)) })),
  );
  const findNeighbours = neighbourFinder(read.filter(({ rows }) => rows.length > 0));

  return (document: CodedDocument, isWanted: (sentence: ReadSentence) => boolean): DocumentSuggestions => {
    const main = mainActor(document.sentences.map(({ text }) => findMentions(text)));
    return {
      sourceId: document.sourceId,
      retelling: findRetelling(document, documents),
      sentences: document.sentences.filter(isWanted).map(({ locator, text }) => {
        const mentions = findMentions(text);
        const dates = sentenceDates(text, mentions);
        return {
          locator,
          text,
          tables: scoreTables(featuresOf({ text, mentions, dates })),
          actors: [...namesOf("actor", text, mentions), ...mainActorIn(text, mentions, main)],
          places: namesOf("place", text, mentions),
          dates,
          quantities: quantitiesIn(text, [...dates, ...mentions]),
          codes: findCodes(text),
          neighbours: findNeighbours(text, NEIGHBOURS).filter(isTelling),
        };
      }),
    };
  };
}

/** Each actor or place once, with the first words that name it. */
function namesOf(kind: Mention["kind"], text: string, mentions: readonly Mention[]): NamedProposal[] {
  const first = new Map<string, NamedProposal>();
  for (const { kind: found, id, start, end } of mentions)
    if (found === kind && !first.has(id)) first.set(id, { id, words: text.slice(start, end), rule: "name" });
  return [...first.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}

function mainActorIn(text: string, mentions: readonly Mention[], main: string | null): NamedProposal[] {
  const words = standIn(text);
  if (main === null || words === null || mentions.some(({ kind, id }) => kind === "actor" && id === main)) return [];
  return [{ id: main, words, rule: "main-actor" }];
}
