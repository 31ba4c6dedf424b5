import { splitList } from "#pipeline/core/row.ts";
import { sourcePage } from "../addresses.ts";
import { dateInWords } from "../dates.ts";
import { type Html, html, joined, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { grouped } from "../parts/grouped.ts";
import { nameLink, recordLink } from "../parts/links.ts";
import { sentenceStrip } from "../parts/sentence-strip.ts";
import { sourceName } from "../parts/source-marks.ts";
import { dataTable } from "../parts/table.ts";
import type { Cells } from "../release/release-view.ts";
import { type CitedSentence, citedSentences, passedOverSentences, recordsAlone } from "../release/source-records.ts";

/** The most records on one source alone that are listed. */
const LISTED = 50;

/** A document: what is known of it, where it is cited, and what rests on it. Nothing of its text. */
export function sourcePageOf(source: Cells, context: PageContext): Page {
  const { view, words } = context;
  const { sources } = words;
  const { source_id: id = "", title = "" } = source;
  const sentences = citedSentences(id, view);
  const facts = {
    all: Number(source.n_sentences ?? sentences.length),
    cited: Number(source.n_sentences_cited ?? sentences.length),
    passed: Number(source.n_sentences_passed_over ?? 0),
    unread: Number(source.n_sentences_unread ?? 0),
  };
  return {
    address: sourcePage(id),
    title: sourceName(id, view),
    lead: sources.sourceLead(title),
    content: html`${documentFacts(source, context)}
<h2>${sources.sentencesTitle}</h2>
<p>${sources.sentencesNote(facts)}</p>
${sentenceStrip({ cited: sentences, passedOver: passedOverSentences(id, view) }, context)}
${slips(id, context)}
${works(id, context)}
${alone(id, context)}
<h2>${sources.recordsTitle}</h2>
${sentences.map((sentence) => sentenceRecords(sentence, context))}`,
    limits: sources.limits,
    tables: ["source_provenance", "evidence", "passed_over", "errata", "cited_works"].filter(
      (name) => view.table(name) !== null,
    ),
    section: "sources",
    // Records on persons are among its rows.
    isListed: false,
  };
}

function documentFacts(source: Cells, context: PageContext): Html {
  const { view, words } = context;
  const { sources } = words;
  const { source_id: id = "" } = source;
  const basis = source.date_published_basis ? ` (${view.label("date_basis", source.date_published_basis)})` : "";
  const retoldBy = view.listing("source_provenance", "derived_from", id);
  const links = (ids: readonly string[]) =>
    joined(
      ids.map((one) => nameLink("source_provenance", one, context)),
      "; ",
    );
  const address = (url: string | undefined) => url && html`<a href="${safeAddress(url)}" rel="external">${url}</a>`;
  const { facts: named } = sources;
  const listed: readonly (readonly [title: string, fact: Piece, isAlways: boolean])[] = [
    [named.title, source.title, true],
    [named.authors, source.authors, true],
    [named.publisher, source.publisher, true],
    [named.published, source.date_published && `${dateInWords(source.date_published, words.dates)}${basis}`, true],
    [named.address, address(source.url), true],
    [named.copy, address(source.url_copy), false],
    [named.type, source.source_type && view.label("source_type", source.source_type), false],
    [named.reliability, reliability(source, context), true],
    [named.derivedFrom, links(splitList(source.derived_from)), false],
    [named.retoldBy, links(retoldBy.map((row) => row.source_id ?? "")), false],
    [named.language, source.language, false],
    [named.original, source.original_language, false],
    [named.licence, source.licence, true],
    [named.accessed, source.date_accessed, true],
    [named.hash, source.sha256 && html`<code>${source.sha256}</code>`, false],
  ];
  const isEmpty = (fact: Piece) => !fact || (Array.isArray(fact) && fact.length === 0);
  return html`<h2>${sources.factsTitle}</h2><dl class="facts">${listed
    .filter(([, fact, isAlways]) => isAlways || !isEmpty(fact))
    .map(
      ([title, fact]) =>
        html`<dt>${title}</dt><dd>${isEmpty(fact) ? html`<span class="muted">${sources.unknown}</span>` : fact}</dd>`,
    )}</dl>`;
}

const reliability = (source: Cells, { view, words: { sources } }: PageContext): string =>
  sources.reliabilityBecause(
    source.reliability ?? "",
    view.label("reliability", source.reliability ?? ""),
    source.reliability_reason ?? "",
  );

/** An address from the data leads only to the web: anything else, such as a script, leads nowhere. */
const safeAddress = (url: string): string => (/^https?:\/\//iu.test(url) ? url : "#content");

const sentenceRecords = ({ locator, line, page, records }: CitedSentence, context: PageContext): Html => {
  const { sources } = context.words;
  return html`<section class="sentence"><h3 id="${locator}">${sources.sentence(locator, line)}${page !== "" && `, ${sources.sentenceInPage(page)}`}</h3>
<ul>${records.map(({ table, row }) => html`<li>${recordLink(table, row, context)}</li>`)}</ul></section>\n`;
};

function slips(id: string, context: PageContext): Piece {
  const { sources } = context.words;
  const rows = context.view.where("errata", "source_id", id);
  if (rows.length === 0) return null;
  const heads = sources.slipHeads;
  return html`<h2>${sources.slipsTitle}</h2>
${dataTable({
  caption: sources.slipsCaption,
  heads: [{ text: heads.sentence }, { text: heads.printed }, { text: heads.meant }, { text: heads.why }],
  rows: rows.map((row) => [row.evidence, row.as_printed, row.corrected || sources.unknown, row.reason]),
})}`;
}

function works(id: string, context: PageContext): Piece {
  const { sources } = context.words;
  const rows = context.view.where("cited_works", "source_id", id);
  return (
    rows.length > 0 &&
    html`<h2>${sources.worksTitle}</h2><ul>${rows.map((row) => html`<li>${recordLink("cited_works", row, context)}</li>`)}</ul>`
  );
}

function alone(id: string, context: PageContext): Html {
  const { sources } = context.words;
  const records = recordsAlone(id, context.view);
  const more = records.length > LISTED && html`<p>${sources.more(grouped(records.length - LISTED))}</p>`;
  return html`<h2>${sources.aloneTitle}</h2>
<p>${sources.aloneNote(grouped(records.length))}</p>
<details><summary>${sources.aloneTitle}</summary><ul>${records.slice(0, LISTED).map(({ table, row }) => html`<li>${recordLink(table, row, context)}</li>`)}</ul>${more}</details>`;
}
