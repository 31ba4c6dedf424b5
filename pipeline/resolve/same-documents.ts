import type { Issue } from "#pipeline/core/issue.ts";
import type { StagedTable } from "#pipeline/core/staged.ts";
import type { CodedRow } from "#schemas/coded-tables.ts";

type Sharing = Extract<Issue, { code: "resolve/same-document" }>["by"];

/** Sources that are one document: their text, its original or their address is the same. They would count as two witnesses. */
export function checkSameDocuments({ path, rows }: StagedTable<"sources">): Issue[] {
  const first = new Map<string, { readonly sourceId: string; readonly line: number }>();
  return rows.flatMap(({ line, values }): Issue[] => {
    const { source_id: sourceId } = values;
    const issues = new Map<string, Issue>();
    for (const { key, column, by } of marksOf(values)) {
      const other = first.get(key);
      if (other === undefined) first.set(key, { sourceId, line });
      else if (other.sourceId !== sourceId && !issues.has(other.sourceId)) {
        const at = { file: path, line, column };
        const facts = { otherId: other.sourceId, otherLine: other.line, by };
        issues.set(other.sourceId, { code: "resolve/same-document", at, ...facts });
      }
    }
    return [...issues.values()];
  });
}

interface Mark {
  readonly key: string;
  readonly column: string;
  readonly by: Sharing;
}

/** What only one document can have. A copy has the address of its own in `url_copy`. */
function marksOf({ sha256, original_sha256: original, url, url_copy: copy }: CodedRow<"sources">): readonly Mark[] {
  const marks: readonly (readonly [value: string | null, column: string, by: Sharing])[] = [
    [sha256, "sha256", "text"],
    [original, "original_sha256", "original"],
    [plainAddress(url), "url", "address"],
    [plainAddress(copy), "url_copy", "address"],
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
