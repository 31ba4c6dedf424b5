import { groupBy } from "#pipeline/core/group-by.ts";
import { isMarkedDerived, nSummedUp } from "#pipeline/core/reason-parts.ts";
import { feed, pages, releaseFile, releasePage } from "../addresses.ts";
import { type Html, html, joined, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { changeSentence } from "../parts/change-sentence.ts";
import { grouped } from "../parts/grouped.ts";
import { pageOf } from "../parts/links.ts";
import type { Cells } from "../release/release-view.ts";

/** The rows of one table that are listed: the rest are in changes.csv. */
const LISTED = 100;

const KINDS = ["added", "changed", "retired"] as const;
type Kind = (typeof KINDS)[number];

/** What a change is to: a table or a column itself, a row or cell that a coder wrote, or what follows from those. */
const THINGS = ["table", "column", "stated", "derived"] as const;
type Thing = (typeof THINGS)[number];

function thingOf(row: Cells): Thing {
  if (isMarkedDerived(row.reason ?? "") || numberIn(row) !== null) return "derived";
  if (row.record_id !== "") return "stated";
  return row.column === "" ? "table" : "column";
}

/** How many changes a row without a record sums up; `null` if it is one change. */
const numberIn = ({ record_id: id, reason = "" }: Cells) => (id === "" ? nSummedUp(reason) : null);

/** Every release up to this one, newest first, with its changes. */
export function releasesPage(context: PageContext): Page {
  const { view, words } = context;
  const { releases } = words;
  const upToThis = context.releases.slice(context.releases.findIndex(({ version }) => version === view.version));
  const byVersion = groupBy(view.changes, ({ version = "" }) => version);
  return {
    address: pages.releases,
    title: releases.title,
    lead: releases.lead,
    content: html`${files(context)}${upToThis.map((release, at) =>
      oneRelease(
        { ...release, isFirst: at === upToThis.length - 1, changes: byVersion.get(release.version) ?? [] },
        context,
      ),
    )}`,
    limits: releases.limits,
    tables: [],
    // Rows that name persons are among the changes.
    isListed: false,
  };
}

const files = ({ view, words: { frame, releases } }: PageContext): Html => {
  const named = ["CHANGELOG.md", "MIGRATING.md", "changes.csv"].filter((name) =>
    view.files.some(({ path }) => path === name),
  );
  return html`<p>${releases.files} ${joined(
    named.map((name) => html`<a href="${releaseFile(view.version, name)}">${name}</a>`),
    " · ",
  )}</p>
<p>${releases.feedNote} <a href="${feed}" type="application/atom+xml">${frame.feed}</a></p>\n`;
};

interface OneRelease {
  readonly version: string;
  readonly created: string;
  readonly isFirst: boolean;
  readonly changes: readonly Cells[];
}

function oneRelease({ version, created, isFirst, changes }: OneRelease, context: PageContext): Html {
  const { releases } = context.words;
  const isShown = context.shown.includes(version);
  const tables = [...new Set(changes.map(({ table = "" }) => table))];
  const lists = tables.flatMap((table) =>
    THINGS.flatMap((thing) =>
      KINDS.flatMap((kind): Piece[] => {
        const rows = changes.filter((row) => row.table === table && row.change === kind && thingOf(row) === thing);
        return rows.length === 0 ? [] : [changeList({ table, thing, kind, rows }, context)];
      }),
    ),
  );
  return html`<section id="v${version}"><h2>${releases.release(version, created)}</h2>
<p>${isShown ? html`<a href="${releasePage(version, pages.overview)}">${releases.shown}</a>` : releases.notShown}</p>
${changes.length === 0 ? html`<p>${isFirst ? releases.first : releases.same}</p>` : lists}</section>\n`;
}

interface ChangeList {
  readonly table: string;
  readonly thing: Thing;
  readonly kind: Kind;
  readonly rows: readonly Cells[];
}

function changeList({ table, thing, kind, rows }: ChangeList, context: PageContext): Html {
  const { releases } = context.words;
  const title = context.view.table(table)?.title ?? table;
  const summary = releases.inTable[thing][kind](
    title,
    rows.reduce((sum, row) => sum + (numberIn(row) ?? 1), 0),
  );
  if (thing === "table") return html`<p>${summary}</p>\n`;
  const more = rows.length > LISTED && html`<li>${releases.more(grouped(rows.length - LISTED))}</li>`;
  return html`<details><summary>${summary}</summary>
<ul>${rows.slice(0, LISTED).map((row) => changeLine(row, context))}${more}</ul></details>\n`;
}

function changeLine(row: Cells, context: PageContext): Html {
  const { view, words } = context;
  const { table = "", record_id: id = "", column = "" } = row;
  const page = id === "" || view.find(table, id) === null ? null : pageOf(table, id, view);
  const link = page === null ? id : html`<a href="${page}">${id}</a>`;
  const number = numberIn(row);
  return html`<li>${joined([link, column, number === null ? changeSentence(row, context) : words.releases.summedUp(number)], " ")}</li>`;
}
