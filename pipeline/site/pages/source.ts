import { splitList } from "#pipeline/core/row.ts";
import { dateInWords } from "#pipeline/core/titles/date-in-words.ts";
import { sourcePage } from "../addresses.ts";
import { type Html, html, joined, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { grouped } from "../parts/grouped.ts";
import { heading } from "../parts/heading.ts";
import { nameLink, recordLink } from "../parts/links.ts";
import { type Listing, lines, listings } from "../parts/listing.ts";
import { numberedPages } from "../parts/numbered-pages.ts";
import { saidCell } from "../parts/said.ts";
import { sentenceStrip } from "../parts/sentence-strip.ts";
import { sourceName } from "../parts/source-marks.ts";
import { dataTable } from "../parts/table.ts";
import type { Cells } from "../release/release-view.ts";
import { type CitedSentence, citedSentences, passedOverSentences, recordsAlone } from "../release/source-records.ts";

/** The most records on one source alone that are listed. */
const LISTED = 50;

/** A document: what is known of it, where it is cited, and what rests on it. Nothing of its text. */
export function sourcePagesOf(source: Cells, context: PageContext): Generator<Page> {
  const { view, words } = context;
  const { sources } = words;
  const { source_id: id = "", title = "" } = source;
  const sentences = citedSentences(id, view);
  const lists = [
    ...slips(id, context),
    ...works(id, context),
    alone(id, context),
    listings(
      sentences.map((sentence) => sentenceRecords(sentence, context)),
      (shown, isStart) => html`${heading({ title: sources.recordsTitle, isStart }, words)}
${shown}`,
    ),
  ];
  return numberedPages(
    {
      address: sourcePage(id),
      title: sourceName(id, view),
      lead: sources.sourceLead(title),
      head: (hrefOf) => html`${documentFacts(source, context)}
<h2>${sources.sentencesTitle}</h2>
<p>${sources.sentencesNote({
        all: Number(source.n_sentences ?? sentences.length),
        cited: Number(source.n_sentences_cited ?? sentences.length),
        passed: Number(source.n_sentences_passed_over ?? 0),
        unread: Number(source.n_sentences_unread ?? 0),
      })}</p>
${sentenceStrip({ cited: sentences, passedOver: passedOverSentences(id, view), hrefOf }, context)}
`,
      listing: listings(lists, (shown) => joined(shown, "\n")),
      limits: sources.limits,
      tables: ["source_provenance", "evidence", "passed_over", "errata", "cited_works"].filter(
        (name) => view.table(name) !== null,
      ),
      section: "sources",
      // Records on persons are among its rows.
      isListed: false,
    },
    words,
  );
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

function sentenceRecords({ locator, line, page, records }: CitedSentence, context: PageContext): Listing<Html> {
  const { words } = context;
  const { sources } = words;
  const title = `${sources.sentence(locator, line)}${page === "" ? "" : `, ${sources.sentenceInPage(page)}`}`;
  const list = lines(
    records,
    (
      shown,
      isStart,
    ) => html`<section class="sentence">${heading({ anchor: locator, title, isStart, level: "h3" }, words)}
<ul>${shown.map(({ table, row }) => html`<li>${recordLink(table, row, context)}</li>`)}</ul></section>\n`,
  );
  return listings([list], (shown) => html`${shown}`, locator);
}

/** The slips of a source; nothing if it has none. */
function slips(id: string, context: PageContext): Listing<Html>[] {
  const { words } = context;
  const { sources } = words;
  const rows = context.view.where("errata", "source_id", id);
  if (rows.length === 0) return [];
  const heads = sources.slipHeads;
  return [
    lines(
      rows,
      (shown, isStart) => html`${heading({ title: sources.slipsTitle, isStart }, words)}
${dataTable({
  caption: sources.slipsCaption,
  heads: [{ text: heads.sentence }, { text: heads.printed }, { text: heads.meant }, { text: heads.why }],
  rows: shown.map((row) => [
    row.evidence,
    saidCell("as_printed", row, context),
    row.corrected ? saidCell("corrected", row, context) : sources.unknown,
    saidCell("reason", row, context),
  ]),
})}`,
    ),
  ];
}

/** The works that a source cites; nothing if it cites none. */
function works(id: string, context: PageContext): Listing<Html>[] {
  const { words } = context;
  const rows = context.view.where("cited_works", "source_id", id);
  if (rows.length === 0) return [];
  return [
    lines(
      rows,
      (shown, isStart) =>
        html`${heading({ title: words.sources.worksTitle, isStart }, words)}<ul>${shown.map((row) => html`<li>${recordLink("cited_works", row, context)}</li>`)}</ul>`,
    ),
  ];
}

function alone(id: string, context: PageContext): Listing<Html> {
  const { sources } = context.words;
  const records = recordsAlone(id, context.view);
  const more = records.length > LISTED && html`<p>${sources.more(grouped(records.length - LISTED))}</p>`;
  return lines(
    records.slice(0, LISTED),
    (shown) => html`<h2>${sources.aloneTitle}</h2>
<p>${sources.aloneNote(grouped(records.length))}</p>
<details><summary>${sources.aloneTitle}</summary><ul>${shown.map(({ table, row }) => html`<li>${recordLink(table, row, context)}</li>`)}</ul>${more}</details>`,
  );
}
