import { groupBy } from "#pipeline/core/group-by.ts";
import { locatorNumbers } from "#pipeline/core/locator.ts";
import { type Html, html, type Piece } from "../html.ts";
import type { PageContext } from "../page.ts";
import { type CitedSentence, inOrderOfReading, type PassedOverSentence } from "../release/source-records.ts";
import { grouped } from "./grouped.ts";

interface Sentences {
  readonly cited: readonly CitedSentence[];
  readonly passedOver: readonly PassedOverSentence[];
  /** Leads to the records of a cited sentence, which may be on a further page. */
  readonly hrefOf: (locator: string) => string;
}

type Sentence = CitedSentence | PassedOverSentence;
type Look = "one" | "few" | "many" | "passed" | "repeats";

/** The most squares of a strip: more would make the page too heavy. */
export const MOST_SQUARES = 2000;

/** The code of a sentence that says what a cited one says. */
const REPEATS = "repeats";

/** What a square without a number shows, so that its colour need not be seen. */
const MARKS = { passed: "–", repeats: "=" } as const;

/**
 * The sentences of a source as squares in the order of the document: cited by how many records, passed over, or
 * repeating. Of a long document, a square stands for a paragraph, or for as many paragraphs as keeps the page light.
 * Links to a sentence arrive at its square if its records are on a further page.
 */
export function sentenceStrip({ cited, passedOver, hrefOf }: Sentences, context: PageContext): Html {
  const { strip } = context.words.sources;
  const sentences = [...cited, ...passedOver].sort(inOrderOfReading);
  const groups = sentences.length > MOST_SQUARES ? groupsOf(sentences) : null;
  const shown = context.view.table("passed_over") === null ? "cited" : "all";
  const squares =
    groups === null
      ? sentences.map((sentence) => sentenceSquare(sentence, hrefOf, context))
      : groups.groups.map((group) => groupSquare(group, hrefOf, context));
  const note = groups === null ? strip.squares[shown] : strip.grouped[shown](strip.paragraphs(groups.paragraphs));
  return html`<p>${note} ${groups === null ? strip.links : strip.linksOfGroup}</p>
${legend(groups === null ? SHADES : MEANS, passedOver, context)}
<ol class="strip" aria-label="${strip.label}">${squares}</ol>`;
}

/** Runs of paragraphs, each of the same number of them, so that there are not too many runs. */
function groupsOf(sentences: readonly Sentence[]) {
  const byParagraph = [...groupBy(sentences, ({ locator }) => locatorNumbers(locator)[0]).values()];
  const paragraphs = Math.ceil(byParagraph.length / MOST_SQUARES);
  const runs = groupBy(byParagraph.entries(), ([at]) => Math.floor(at / paragraphs));
  return { paragraphs, groups: [...runs.values()].map((run) => run.flatMap(([, own]) => own)) };
}

function sentenceSquare(sentence: Sentence, hrefOf: Sentences["hrefOf"], context: PageContext): Html {
  const { strip, sentenceInPage } = context.words.sources;
  const { locator, page } = sentence;
  const place = page === "" ? locator : `${locator}, ${sentenceInPage(page)}`;
  if (isCited(sentence)) {
    const { length } = sentence.records;
    return square(
      { look: shadeOf(length), text: String(length), links: [linkTo(locator, hrefOf)] },
      `${place}: ${strip.supports(length)}`,
    );
  }
  const look = lookOf(sentence);
  return square({ look, text: MARKS[look] }, `${place}: ${strip.isPassedOver(reasonOf(sentence.reason, context))}`);
}

function groupSquare(group: readonly Sentence[], hrefOf: Sentences["hrefOf"], context: PageContext): Html {
  const { strip } = context.words.sources;
  const cited = group.filter(isCited);
  const passedOver = group.filter(isPassedOver);
  const nRecords = new Set(cited.flatMap(({ records }) => records.map(({ row }) => row))).size;
  const names = group.map(({ locator }) => `p${locatorNumbers(locator)[0]}`);
  const parts = [
    ...(cited.length === 0 ? [] : [strip.nCited(cited.length, nRecords)]),
    ...[...groupBy(passedOver, ({ reason }) => reason)].map(([reason, { length }]) =>
      strip.nPassedOver(length, reasonOf(reason, context)),
    ),
  ];
  const title = `${strip.group(names[0] ?? "", names.at(-1) ?? "")}: ${parts.join("; ")}`;
  if (cited.length > 0)
    return square(
      {
        ...{ look: shadeOf(Math.round(nRecords / cited.length)), text: grouped(nRecords) },
        links: cited.map(({ locator }) => linkTo(locator, hrefOf)),
      },
      title,
    );
  const look = passedOver.every((sentence) => lookOf(sentence) === "repeats") ? "repeats" : "passed";
  return square({ look, text: MARKS[look] }, title);
}

interface Square {
  readonly look: Look;
  readonly text: string;
  /** To the sentences that it stands for. It leads to the first. */
  readonly links?: readonly SentenceLink[];
}

interface SentenceLink {
  readonly locator: string;
  readonly href: string;
}

const linkTo = (locator: string, hrefOf: Sentences["hrefOf"]): SentenceLink => ({ locator, href: hrefOf(locator) });

/** The title is for a mouse; the hidden words say the same to those who listen. */
function square({ look, text, links = [] }: Square, title: string): Html {
  const [first] = links;
  const arrivals = links.filter(({ href }) => !href.startsWith("#"));
  const content = html`<span class="hidden-words">${title}</span><span aria-hidden="true">${text}</span>`;
  return first === undefined
    ? html`<li class="${look}" title="${title}">${content}</li>`
    : html`<li>${arrivals.map(({ locator }) => html`<span id="${locator}"></span>`)}<a href="${first.href}" class="${look}" title="${title}">${content}</a></li>`;
}

/** What the squares of the legend show for each shade, and which words say what it means. */
const SHADES = { words: "shades", one: "1", few: "2", many: "5" } as const;
/** The number of a square that stands for paragraphs counts different records, and its shade those for each sentence. */
const MEANS = { words: "shadesOfGroup", one: "", few: "", many: "" } as const;

function legend(
  shades: typeof SHADES | typeof MEANS,
  passedOver: readonly PassedOverSentence[],
  context: PageContext,
): Html {
  const { strip } = context.words.sources;
  const others = groupBy(
    passedOver.filter((sentence) => lookOf(sentence) === "passed"),
    ({ reason }) => reason,
  );
  const nOthers = [...others.values()].reduce((sum, { length }) => sum + length, 0);
  const reasons = [...others].map(([reason, { length }]) => strip.reason(reasonOf(reason, context), grouped(length)));
  const nRepeats = passedOver.length - nOthers;
  const entry = (look: Look, text: string, words: Piece) =>
    html`<li><span class="square ${look}" aria-hidden="true">${text}</span> ${words}</li>`;
  return html`<ul class="legend">${[
    entry("one", shades.one, strip[shades.words].one),
    entry("few", shades.few, strip[shades.words].few),
    entry("many", shades.many, strip[shades.words].many),
    nOthers > 0 && entry("passed", MARKS.passed, strip.passedOver(grouped(nOthers), reasons.join(", "))),
    nRepeats > 0 && entry("repeats", MARKS.repeats, strip.repeats(grouped(nRepeats))),
  ]}</ul>`;
}

const isCited = (sentence: Sentence): sentence is CitedSentence => "records" in sentence;
const isPassedOver = (sentence: Sentence): sentence is PassedOverSentence => "reason" in sentence;
const lookOf = ({ reason }: PassedOverSentence) => (reason === REPEATS ? "repeats" : "passed");
const shadeOf = (nRecords: number): Look => (nRecords < 2 ? "one" : nRecords < 5 ? "few" : "many");
const reasonOf = (reason: string, { view }: PageContext) => view.label("passed_over_reason", reason);
