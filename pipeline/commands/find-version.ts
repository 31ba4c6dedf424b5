import { isRecord } from "#pipeline/core/is-record.ts";
import { nearestOf } from "#pipeline/core/nearest.ts";
import { parseJson } from "#pipeline/core/parse-json.ts";
import type { ReleaseStore } from "#pipeline/core/release-store.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";

/** The version of a release that can be read; `latest` is the newest. Throws a UsageError if there is no such release. */
export async function findVersion(store: ReleaseStore, asked: string): Promise<string> {
  const versions = await store.versions();
  const [latest] = versions;
  if (asked === "latest" && latest !== undefined) return latest;
  if (versions.includes(asked)) {
    if (await isCatalogued(store, asked)) return asked;
    throw new UsageError(`${asked} is not in catalog.json. To see what is wrong, run: npm run pipeline -- verify all`);
  }
  const withdrawal = (await store.releases()).find(({ version }) => version === asked)?.withdrawn ?? null;
  if (withdrawal !== null) {
    throw new UsageError(
      `${asked} was withdrawn on ${withdrawal.date}: ${withdrawal.reason} Its files are no longer here.`,
    );
  }
  if (latest === undefined) throw new UsageError("There is no release yet. To publish one, run: npm run pipeline");
  const nearest = nearestOf(asked, versions);
  const meant = nearest === null ? `The releases are ${versions.join(", ")}.` : `Did you mean ${nearest}?`;
  throw new UsageError(`There is no release ${asked}. ${meant}`);
}

/** Whether the catalog lists the version; true without a readable catalog, which says nothing of any version. */
async function isCatalogued(store: ReleaseStore, version: string): Promise<boolean> {
  const catalog = parseJson(Buffer.from((await store.read("catalog.json")) ?? []).toString("utf8"));
  if (!isRecord(catalog) || !Array.isArray(catalog.releases)) return true;
  return catalog.releases.filter(isRecord).some((release) => release.version === version);
}
