import { groupBy } from "#pipeline/core/group-by.ts";
import { dateInWords, timeSpanInWords } from "#pipeline/core/titles/date-in-words.ts";
import { profileValue } from "#pipeline/core/titles/record-title.ts";
import { drawEgoNetwork, MOST_NEIGHBOURS } from "#pipeline/drawing/ego-network.ts";
import { pagePalette } from "#pipeline/drawing/palette.ts";
import { actorPage } from "../addresses.ts";
import { Html, html, type Piece } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { heading } from "../parts/heading.ts";
import { pageOf, recordLink } from "../parts/links.ts";
import { type Listing, lines, listings } from "../parts/listing.ts";
import { numberedPages } from "../parts/numbered-pages.ts";
import { isAboutCommunity } from "../parts/people.ts";
import { recordLine } from "../parts/record-line.ts";
import { said, saidCell } from "../parts/said.ts";
import { sourceMarks } from "../parts/source-marks.ts";
import { dataTable } from "../parts/table.ts";
import { disagreementsOf, eventsOf, type RelationGroup, relationsOf } from "../release/actor-records.ts";
import type { Cells } from "../release/release-view.ts";

/** Attributes that have a section of their own. */
const STRENGTH = "strength_fighters";

/** What a reader of a profile expects of an actor, every line with its sources. */
export function actorPagesOf(actor: Cells, context: PageContext): Generator<Page> {
  const { words } = context;
  const { actors } = words;
  const { actor_id: id = "", name = "" } = actor;
  const sections = sectionsOf(id, name, context);
  const listed = sections.flatMap(([anchor, content, title]) => {
    const show = (shown: readonly Html[], isStart: boolean) =>
      html`<section>${heading({ anchor, title, isStart }, words)}${shown}</section>\n`;
    return content === null ? [] : [listings([content], show, anchor)];
  });
  const titles = sections.filter(([, content]) => content !== null);
  return numberedPages(
    {
      address: actorPage(id),
      title: name,
      lead: actors.actorLead(name),
      head: (hrefOf) => html`${facts(actor, context)}
<nav aria-label="${actors.contents}"><ul class="inline-list">${titles.map(([anchor, , title]) => html`<li><a href="${hrefOf(anchor)}">${title}</a></li>`)}</ul></nav>
`,
      listing: listings(listed, (shown) => shown),
      limits: actors.limits,
      tables: ["actors", "actor_names", "actor_relations", "actor_profile"],
      section: "actors",
      // Its leaders and other persons are named on it.
      isListed: false,
    },
    words,
  );
}

function facts(actor: Cells, context: PageContext): Html {
  const { view, words } = context;
  const { actors } = words;
  const listed: readonly (readonly [string, Piece])[] = [
    [actors.type, view.label("actor_type", actor.actor_type ?? "")],
    [actors.acronym, actor.acronym],
    [actors.country, actor.country],
    [actors.about, saidCell("description", actor, context)],
  ];
  return html`<dl class="facts">${listed.filter(([, fact]) => fact).map(([title, fact]) => html`<dt>${title}</dt><dd>${fact}</dd>`)}</dl>`;
}

type SectionOfPage = readonly [anchor: string, content: Listing<Html> | null, title: string];

function sectionsOf(id: string, name: string, context: PageContext): SectionOfPage[] {
  const { view, words } = context;
  const { actors } = words;
  const warfare = ["economic_warfare_incidents", "economic_warfare_patterns"].flatMap((table) =>
    view.where(table, "actor_id", id).map((row) => ({ table, row })),
  );
  const listed = (table: string, rows: readonly Cells[]) => rows.map((row) => ({ table, row }));
  return [
    ["names", names(id, context), actors.namesTitle],
    ...[...relationsOf(id, view)].map(
      ([group, rows]): SectionOfPage => [
        group,
        relations({ id, name, group, rows }, context),
        actors.relationGroups[group],
      ],
    ),
    ["strength", strength(id, context), actors.strengthTitle],
    ["profile", profile(id, context), actors.profileTitle],
    [
      "expansion",
      recordList(listed("expansion_timeline", view.where("expansion_timeline", "actor_id", id)), context),
      actors.stepsTitle,
    ],
    ["warfare", recordList(warfare, context), actors.warfareTitle],
    ["events", recordList(listed("events", eventsOf(id, view)), context), actors.eventsTitle],
    ["disagreements", disagreements(id, context), actors.disagreementsTitle],
  ];
}

function names(id: string, context: PageContext): Listing<Html> | null {
  const { view, words } = context;
  const rows = view.where("actor_names", "actor_id", id);
  const { name, type, language, sources } = words.actors.namesHeads;
  if (rows.length === 0) return null;
  return lines(rows, (shown) =>
    dataTable({
      caption: words.actors.namesCaption,
      heads: [{ text: name }, { text: type }, { text: language }, { text: sources }],
      rows: shown.map((row) => [
        html`<a href="${pageOf("actor_names", row.record_id ?? "", view)}">${said(row.name ?? "", row, context)}</a>`,
        view.label("name_type", row.name_type ?? ""),
        row.language,
        sourceMarks(row, view),
      ]),
    }),
  );
}

interface Relations {
  readonly id: string;
  readonly name: string;
  readonly group: RelationGroup;
  readonly rows: readonly Cells[];
}

function relations(all: Relations, context: PageContext): Listing<Html> | null {
  if (all.rows.length === 0) return null;
  return lines(
    all.rows,
    (shown, isStart) => html`${isStart && network(all, context)}
<ul>${shown.map((row) => recordLine({ table: "actor_relations", row }, context))}</ul>`,
  );
}

/** The relations as a drawing, unless they are too few or too many to draw. */
function network({ id, name, group, rows }: Relations, context: PageContext): Html | null {
  const { view, words } = context;
  // A line of a drawing has no room for who says so: what is said about a community is in the list alone.
  const drawn = rows.filter((row) => !isAboutCommunity(row, view));
  if (drawn.length < 2 || drawn.length > MOST_NEIGHBOURS) return null;
  const neighbours = drawn.map((row) => {
    const isFrom = row.actor_id === id;
    const other = (isFrom ? row.related_actor_id : row.actor_id) ?? "";
    const relation = view.label("relation", row.relation ?? "").toLowerCase();
    return {
      name: (isFrom ? row.related_actor : row.actor) ?? other,
      relation: isFrom ? `${relation} →` : `← ${relation}`,
      href: pageOf("actors", other, view),
    };
  });
  const title = words.actors.ego(name, words.actors.relationGroups[group]);
  const short = view.find("actors", id)?.acronym || name;
  const drawing = drawEgoNetwork({
    title,
    name: short.length > 22 ? `${short.slice(0, 20)}…` : short,
    neighbours,
    palette: pagePalette,
  });
  return html`<figure class="scroll" role="region" aria-label="${title}" tabindex="0">${new Html(drawing)}</figure>`;
}

/** Side by side, never joined: estimates of different times by different sources are no series. */
function strength(id: string, context: PageContext): Listing<Html> | null {
  const { view, words } = context;
  const rows = view.where("actor_profile", "actor_id", id).filter(({ attribute }) => attribute === STRENGTH);
  if (rows.length === 0) return null;
  const { estimate, when, where, sources, record } = words.actors.strengthHeads;
  return lines(
    rows,
    (shown) => html`<p>${words.actors.strengthNote}</p>
${dataTable({
  caption: words.actors.strengthCaption,
  heads: [{ text: estimate }, { text: when }, { text: where }, { text: sources }, { text: record }],
  rows: shown.map((row) => [
    profileValue(row, view),
    row.date
      ? dateInWords(row.date, words.dates)
      : timeSpanInWords(row.as_of ?? "", words.dates) || words.dates.undated,
    row.location,
    sourceMarks(row, view),
    html`<a href="${pageOf("actor_profile", row.record_id ?? "", view)}">${row.record_id}</a>`,
  ]),
})}`,
  );
}

/** All attributes in the order of their code list. */
function profile(id: string, context: PageContext): Listing<Html> | null {
  const { view, words } = context;
  const byAttribute = groupBy(view.where("actor_profile", "actor_id", id), ({ attribute = "" }) => attribute);
  if (byAttribute.size === 0) return null;
  const order = view.where("codelists", "codelist", "attribute").map(({ code = "" }) => code);
  const attributes = [...byAttribute].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const lists = attributes.map(([attribute, rows]) =>
    lines(
      rows,
      (
        shown,
      ) => html`<details${rows.length <= 12 && html` open`}><summary><h3 class="inline">${words.actors.profileCount(view.label("attribute", attribute), rows.length)}</h3></summary>
<ul>${shown.map((row) => recordLine({ table: "actor_profile", row, text: profileValue(row, view) || row.location || row.record_id || "" }, context))}</ul></details>\n`,
    ),
  );
  return listings(lists, (shown) => html`${shown}`);
}

function recordList(
  records: readonly { readonly table: string; readonly row: Cells }[],
  context: PageContext,
): Listing<Html> | null {
  if (records.length === 0) return null;
  const { actors } = context.words;
  const dated = records.filter(({ row }) => (row.date ?? "") !== "").length;
  return lines(
    records,
    (shown) => html`<p class="muted">${actors.dated(dated)}; ${actors.undated(records.length - dated)}</p>
<ul>${shown.map((record) => recordLine(record, context))}</ul>`,
  );
}

function disagreements(id: string, context: PageContext): Listing<Html> | null {
  const rows = disagreementsOf(id, context.view);
  return rows.length === 0
    ? null
    : lines(
        rows,
        (shown) =>
          html`<ul>${shown.map((row) => html`<li>${recordLink("disagreements", row, context)} <span class="muted">${context.view.label("disagreement_kind", row.kind ?? "")}</span></li>`)}</ul>`,
      );
}
