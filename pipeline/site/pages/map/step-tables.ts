import { dateInWords } from "#pipeline/core/titles/date-in-words.ts";
import { yearsOf } from "#pipeline/drawing/map/steps-by-place.ts";
import { recordPage } from "../../addresses.ts";
import { type Html, html, type Piece } from "../../html.ts";
import type { PageContext } from "../../page.ts";
import { nameLink } from "../../parts/links.ts";
import { asSaid, saidMark } from "../../parts/said.ts";
import { sourceMarks } from "../../parts/source-marks.ts";
import { stepAnchor } from "../../parts/step-anchor.ts";
import { dataTable } from "../../parts/table.ts";
import type { Cells } from "../../release/release-view.ts";

/** The steps with a date, in the given order. */
export function datedSteps(steps: readonly Cells[], context: PageContext): Html {
  const { heads, datedCaption, datedTitle } = context.words.map;
  const { when, edtf, where } = heads;
  const anchorOf = firstAtPlace(true);
  return html`<h2>${datedTitle(steps.length)}</h2>
${
  steps.length > 0 &&
  dataTable({
    caption: datedCaption,
    heads: [when, edtf, where, ...laterHeads(context)].map((text) => ({ text })),
    rows: steps.map((step) => [
      html`<span${anchorOf(step)} data-years="${(yearsOf([step]) ?? []).join("-")}">${dateInWords(step.date ?? "", context.words.dates)}</span>`,
      html`<code>${step.date}</code>`,
      nameLink("places", step.place_id ?? "", context),
      ...laterCells(step, context),
    ]),
  })
}`;
}

/** The steps without a date by country, each with its count; those that span countries come last. */
export function undatedSteps(steps: readonly Cells[], context: PageContext): Html {
  const { heads, undatedTitle, undatedNote, undatedCaption, undatedCountry, noCountry } = context.words.map;
  const anchorOf = firstAtPlace(false);
  const countries = [...new Set(steps.map(({ country }) => country ?? ""))].sort(lastIfEmpty);
  return html`<h2>${undatedTitle(steps.length)}</h2>
<p>${undatedNote}</p>
${countries.map((country) => {
  const name = country || noCountry;
  const here = steps.filter((step) => (step.country ?? "") === country).toSorted(byPlace);
  return html`<h3>${undatedCountry(name, here.length)}</h3>
<div class="steps">${dataTable({
    caption: undatedCaption(name),
    heads: [heads.where, ...laterHeads(context)].map((text) => ({ text })),
    rows: here.map((step) => [
      html`<span${anchorOf(step)}>${nameLink("places", step.place_id ?? "", context)}</span>`,
      ...laterCells(step, context),
    ]),
  })}</div>`;
})}`;
}

const laterHeads = ({ words: { map } }: PageContext) => {
  const { step, actor, sources, agreement } = map.heads;
  return [step, actor, sources, agreement];
};

function laterCells(step: Cells, context: PageContext): Piece[] {
  const { view, words } = context;
  const { agreement = "" } = step;
  return [
    stepLink(step, context),
    nameLink("actors", step.actor_id ?? "", context),
    sourceMarks(step, view),
    words.records.agreementShort[agreement] ?? agreement,
  ];
}

/** The kind of step, which leads to the row. */
const stepLink = (step: Cells, context: PageContext): Html =>
  html`<a href="${recordPage(step.record_id ?? "")}"${saidMark(step, context)}>${asSaid(context.view.label("step_type", step.step_type ?? ""), step, context)}</a>`;

/** Gives the first row of each place its id. */
function firstAtPlace(hasDate: boolean): (step: Cells) => Piece {
  const seen = new Set<string>();
  return ({ place_id: id = "" }) => {
    if (seen.has(id)) return null;
    seen.add(id);
    return html` id="${stepAnchor(hasDate, id)}"`;
  };
}

const byPlace = ({ location: a = "" }: Cells, { location: b = "" }: Cells) => (a < b ? -1 : a > b ? 1 : 0);

const lastIfEmpty = (a: string, b: string) => (a === b ? 0 : b === "" || (a !== "" && a < b) ? -1 : 1);
