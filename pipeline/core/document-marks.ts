import type { Issue } from "#pipeline/core/issue.ts";

/** What two sources share that are one document. */
export type SharedMark = Extract<Issue, { code: "resolve/same-document" }>["by"];

/** What only one document can have. */
export interface DocumentMark {
  /** Equal for two marks that are the same. */
  readonly key: string;
  /** The column of sources.csv that has it. */
  readonly column: string;
  readonly by: SharedMark;
}

interface Marked {
  readonly sha256: string | null;
  readonly original_sha256: string | null;
  readonly url: string | null;
  readonly url_copy: string | null;
}

/** The marks of a document, out of its row. A copy has the address of its own in `url_copy`. */
export function documentMarks({ sha256, original_sha256, url, url_copy }: Marked): readonly DocumentMark[] {
  const marks: readonly (readonly [value: string | null, column: string, by: SharedMark])[] = [
    [sha256, "sha256", "text"],
    [original_sha256, "original_sha256", "original"],
    [plainAddress(url), "url", "address"],
    [plainAddress(url_copy), "url_copy", "address"],
  ];
  return marks.flatMap(([value, column, by]) => (value === null ? [] : [{ key: `${by} ${value}`, column, by }]));
}

/** Parameters that say where a reader came from, and not what page it is. */
const TRACKING = /^(?:utm_.*|fbclid|gclid|mc_cid|mc_eid)$/iu;

/**
 * An address without what does not change the page: the scheme, `www.`, a final slash, a fragment, and tracking
 * parameters. `null` for the front page of a site, which is the address of no document.
 */
export function plainAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return address;
  const { host, pathname, searchParams } = new URL(address);
  const parameters = [...searchParams].filter(([name]) => !TRACKING.test(name)).map((pair) => pair.join("="));
  const path = pathname.replace(/\/(?:index\.html?)?$/u, "");
  if (path === "" && parameters.length === 0) return null;
  return [host.replace(/^www\./u, ""), path, ...parameters.sort()].join("\n");
}
