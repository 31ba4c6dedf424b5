import { actorPage, pages } from "../addresses.ts";
import { type Html, html } from "../html.ts";
import type { Page, PageContext } from "../page.ts";
import { actorList } from "../parts/actor-list.ts";
import { grouped } from "../parts/grouped.ts";
import { recordLink } from "../parts/links.ts";
import { numberedPages } from "../parts/numbered-pages.ts";
import { saidCell } from "../parts/said.ts";
import { sourceMarks } from "../parts/source-marks.ts";
import { recordsNaming } from "../release/actor-records.ts";
import type { Cells } from "../release/release-view.ts";

/** The actor that the dataset is about. */
const MAIN = "jnim";

/** All actors by kind. Persons are rows of this list, with their public role, and have no page. */
export function actorsPages(context: PageContext): Generator<Page> {
  const { view, words } = context;
  const { actors } = words;
  const main = view.find("actors", MAIN);
  return numberedPages(
    {
      address: pages.actors,
      title: actors.title,
      lead: actors.lead,
      head: () => html`${main !== null && html`<p class="lead">${actors.start} <a href="${actorPage(MAIN)}">${main.name}</a></p>`}
`,
      listing: actorList(view, (kind, rows) => kindOfActor({ kind, rows }, context)),
      limits: actors.limits,
      tables: ["actors"],
      isListed: false,
      section: "actors",
    },
    words,
  );
}

interface KindOfActor {
  readonly kind: string;
  readonly rows: readonly Cells[];
}

function kindOfActor({ kind, rows }: KindOfActor, context: PageContext): Html {
  const { view, words } = context;
  const isPersons = kind === "person";
  return html`<h2>${view.label("actor_type", kind)}</h2>
${isPersons && html`<p class="caution">${words.actors.personsNote}</p>`}
<ul>${rows.map((row) => (isPersons ? person(row, context) : actor(row, context)))}</ul>\n`;
}

function actor(row: Cells, context: PageContext): Html {
  const { view, words } = context;
  const { actor_id: id = "", name = "", acronym = "" } = row;
  return html`<li id="${id}"><a href="${actorPage(id)}">${name}</a>${acronym !== "" && acronym !== name && html` (${acronym})`}: ${saidCell("description", row, context)} <span class="muted">${words.actors.records(grouped(recordsNaming(id, view).length))}</span></li>`;
}

/** The role is that of the register; each relation leads to its record. */
function person(row: Cells, context: PageContext): Html {
  const { view } = context;
  const { actor_id: id = "", name = "" } = row;
  const relations = view.where("actor_relations", "actor_id", id);
  return html`<li id="${id}"><strong>${name}</strong>: ${saidCell("description", row, context)}${
    relations.length > 0 &&
    html`<ul>${relations.map((row) => html`<li>${recordLink("actor_relations", row, context)} (${sourceMarks(row, view)})</li>`)}</ul>`
  }</li>`;
}
