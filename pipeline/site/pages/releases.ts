import { groupBy } from "#pipeline/core/group-by.ts";
import { feed, historyPage, pages, releaseFile, releasePage } from "../addresses.ts";
import { type Html, html, joined, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { changeSentence } from "../parts/change-sentence.ts";
import { grouped } from "../parts/grouped.ts";
import { pageOf } from "../parts/links.ts";
import {
  changesOfKind,
  countChanges,
  KINDS,
  type Kind,
  numberIn,
  THINGS,
  type Thing,
} from "../release/release-changes.ts";
import type { Cells } from "../release/release-view.ts";

/** The rows of one table that are listed: the rest are in changes.csv. */
const LISTED = 100;

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
  const lists = [...groupBy(changes, ({ table = "" }) => table)].flatMap(([table, own]) =>
    THINGS.flatMap((thing) =>
      KINDS.flatMap((kind): Piece[] => {
        const rows = changesOfKind(own, thing, kind);
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
  const summary = releases.inTable[thing][kind](title, countChanges(rows));
  if (thing === "table") return html`<p>${summary}</p>\n`;
  const more = rows.length > LISTED && html`<li>${releases.more(grouped(rows.length - LISTED))}</li>`;
  return html`<details><summary>${summary}</summary>
<ul>${rows.slice(0, LISTED).map((row) => changeLine(row, context))}${more}</ul></details>\n`;
}

function changeLine(row: Cells, context: PageContext): Html {
  const { view, words } = context;
  const { table = "", record_id: id = "", column = "" } = row;
  const isRetired = view.where("retired", "record_id", id).length > 0;
  const page = isRetired ? historyPage(id) : view.find(table, id) === null ? null : pageOf(table, id, view);
  const link = page === null ? id : html`<a href="${page}">${id}</a>`;
  const number = numberIn(row);
  return html`<li>${joined([link, column, number === null ? changeSentence(row, context) : words.releases.summedUp(number)], " ")}</li>`;
}
