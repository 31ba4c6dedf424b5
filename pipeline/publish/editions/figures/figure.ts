import type { CitedRelease } from "#pipeline/core/citation.ts";
import type { Outlines } from "#pipeline/core/outlines.ts";
import type { DrawnRow } from "#pipeline/drawing/drawn-row.ts";
import type { Palette } from "#pipeline/drawing/palette.ts";

/** What figures are drawn from. */
export interface FigureData {
  /** The rows of a table in the order of its file; none if the release has no such table. */
  readonly rows: (table: string) => readonly DrawnRow[];
  readonly outlines: Outlines;
  readonly release: CitedRelease;
}

/** A drawing that is a part of each release. */
export interface Figure {
  /** Its file is `figures/<name>.svg`, and `figures/<name>.dark.svg` for dark pages. */
  readonly name: string;
  /** What it shows, for people who cannot see it, and where the same stands in words. */
  readonly alternative: string;
  /** A whole SVG file, with title, caption and source line inside. The same data give the same text. */
  readonly draw: (data: FigureData, palette: Palette) => string;
}
