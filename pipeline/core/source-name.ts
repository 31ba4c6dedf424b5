import { splitList } from "./row.ts";

/**
 * A source as readers know it, from its row in `source_provenance`: `ACLED 2023`. The first named publisher or author,
 * and the first year of its date; its id if neither is known, which says more than a title would in a short place.
 */
export function shortSourceName(source: Readonly<Record<string, string>>): string {
  const [author = ""] = splitList(source.authors);
  const year = source.date_published_earliest?.slice(0, 4) ?? "";
  const name = source.publisher || author;
  return name === "" ? (source.source_id ?? "") : `${acronymOf(name)}${year === "" ? "" : ` ${year}`}`;
}

/** `International Counter-Terrorism Institute (ICT)` → `ICT`. */
const acronymOf = (name: string) => /\(([A-Z]{2,})\)$/u.exec(name)?.[1] ?? name;
