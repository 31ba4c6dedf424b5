import { dateInWords } from "#pipeline/core/titles/date-in-words.ts";
import { type Html, html, type Piece } from "../html.ts";
import type { PageContext } from "../page.ts";
import type { Cells } from "../release/release-view.ts";
import { cellInWords } from "./cell-in-words.ts";
import { columnLink } from "./column-link.ts";
import { pageOf, recordLink } from "./links.ts";
import { said } from "./said.ts";
import { sourceMark } from "./source-marks.ts";
import { dataTable } from "./table.ts";

/** The sides of a disagreement, and what the data publish in the cells that it is about. */
export function disagreementContent(id: string, context: PageContext): Html {
  const { sidesTitle, publishedTitle } = context.words.recordPage;
  return html`<h2>${sidesTitle}</h2>
${sidesTable(id, context)}
<h2>${publishedTitle}</h2>
${publishedTable(id, context)}`;
}

/** Who takes which side: source, date and reliability beside each position. */
function sidesTable(id: string, context: PageContext): Html {
  const { view, words } = context;
  const { sideHeads: heads, sidesCaption } = words.recordPage;
  return dataTable({
    caption: sidesCaption,
    heads: [heads.side, heads.position, heads.source, heads.published, heads.reliability, heads.record].map((text) => ({
      text,
    })),
    rows: view.where("disagreement_sides", "disagreement_id", id).map((side) => {
      const source = view.find("source_provenance", side.source_id ?? "");
      return [
        side.side,
        said(side.position ?? "", side, context),
        sourceMark(side.source_id ?? "", side.evidence ?? "", view),
        dateInWords(source?.date_published ?? "", words.dates),
        source?.reliability,
        linkOfSide(side, context),
      ];
    }),
  });
}

function linkOfSide({ table = "", record_id: id = "" }: Cells, context: PageContext): Piece {
  const row = context.view.find(table, id);
  return row === null || pageOf(table, id, context.view) === null ? id : recordLink(table, row, context);
}

/** The cells that the sides are about, each once, as published, and the rule that decided. */
function publishedTable(id: string, context: PageContext): Html {
  const { view, words } = context;
  const { publishedHeads: heads, publishedCaption, whole } = words.recordPage;
  const cells = new Map<string, Cells>();
  for (const side of view.where("disagreement_sides", "disagreement_id", id))
    cells.set(`${side.table}/${side.record_id}/${side.column}`, side);
  return dataTable({
    caption: publishedCaption,
    heads: [heads.record, heads.column, heads.value, heads.rule].map((text) => ({ text })),
    rows: [...cells.values()].map((side) => {
      const { table = "", record_id: record = "", column = "" } = side;
      const row = view.find(table, record) ?? {};
      return [
        linkOfSide(side, context),
        column === "" ? whole : columnLink(table, column, view),
        column === "" ? "" : cellInWords({ table, column, row }, context),
        ruleOf(side, context),
      ];
    }),
  });
}

function ruleOf({ table = "", record_id: record = "", column = "" }: Cells, { view }: PageContext): string {
  const claim = view.where("claims", "record_id", record).find((one) => one.table === table && one.column === column);
  return claim?.rule ? view.label("rule", claim.rule) : "";
}
