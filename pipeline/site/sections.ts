import type { ReleaseView } from "./release/release-view.ts";
import type { Words } from "./words/words.ts";

export type Section = keyof Words["frame"]["navigation"];

/** The sections in the order of the navigation, and the table without which a release has no such page. */
const SECTIONS = {
  overview: null,
  map: "expansion_timeline",
  timeline: "expansion_timeline",
  warfare: "economic_warfare_incidents",
  actors: "actors",
  places: "places",
  disagreements: "disagreements",
  sources: "source_provenance",
  tables: null,
  codebook: null,
  releases: null,
  search: null,
} satisfies Record<Section, string | null>;

const names = Object.keys(SECTIONS).filter((name): name is Section => name in SECTIONS);

/** Whether the pages of a release have the section: an older release may lack the table that it shows. */
export function hasSection(section: Section, view: ReleaseView): boolean {
  const needed = SECTIONS[section];
  return needed === null || view.table(needed) !== null;
}

export const sectionsOf = (view: ReleaseView): Section[] => names.filter((section) => hasSection(section, view));
