import { type Html, html, type Piece } from "../html.ts";

export interface Head {
  readonly text: Piece;
  readonly isNumber?: boolean;
}

interface TableParts {
  /** What the table shows: its caption, and the name of its region. */
  readonly caption: string;
  readonly heads: readonly Head[];
  /** The first cell of each row heads it. */
  readonly rows: readonly (readonly Piece[])[];
}

/** A table in a region that scrolls when it is too wide, and that the keyboard can reach. */
export const dataTable = ({ caption, heads, rows }: TableParts): Html =>
  scrollRegion(
    caption,
    html`<table><caption>${caption}</caption>
<thead><tr>${heads.map(({ text, isNumber }) => html`<th scope="col"${isNumber === true && html` class="number"`}>${text}</th>`)}</tr></thead>
<tbody>${rows.map(
      (cells) =>
        html`<tr>${cells.map((cell, at) =>
          at === 0
            ? html`<th scope="row">${cell}</th>`
            : html`<td${heads[at]?.isNumber === true && html` class="number"`}>${cell}</td>`,
        )}</tr>\n`,
    )}</tbody></table>`,
  );

export const scrollRegion = (name: string, content: Html): Html =>
  html`<div class="scroll" role="region" aria-label="${name}" tabindex="0">${content}</div>`;
