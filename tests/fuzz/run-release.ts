import { isEditionFile } from "#pipeline/core/edition-files.ts";
import { sha256Hex } from "#pipeline/core/hash.ts";
import type { Effect } from "./effects.ts";
import { byteChanges } from "./mutations/bytes.ts";
import { mutateJson } from "./mutations/json.ts";
import { asBytes, asText } from "./mutations/mutation.ts";
import { pickWeighted, type Random, randomOf } from "./random.ts";
import { RELEASE, type ReleaseFolder } from "./release-folder.ts";
import { exceptionOf, unseenDamage } from "./run-one.ts";
import type { Finding, Verdict } from "./verdict.ts";

const SUMS = `${RELEASE}/SHA256SUMS`;
const CATALOG = "catalog.json";

/** Files that programs parse, and every other file. */
const PARSED = [
  CATALOG,
  SUMS,
  ...["manifest.json", "datapackage.json", "changes.csv"].map((path) => `${RELEASE}/${path}`),
];

/** Changes a file of a release, in some runs together with the sums and the catalog that vouch for it, and verifies it. */
export async function runRelease(
  { seed, run }: { readonly seed: number; readonly run: number },
  folder: ReleaseFolder,
): Promise<Finding> {
  const random = randomOf(`${seed}/${run}`);
  const path = random.chance(0.7) ? random.pick(PARSED) : random.pick([...folder.files.keys()]);
  const bytes = changed(path, folder.files.get(path) ?? new Uint8Array(), random);
  const isForged = bytes !== null && path.startsWith(RELEASE) && path !== SUMS && random.chance(0.5);
  const name = bytes === null ? "release file missing" : isForged ? "release file forged" : "release file changed";
  const written = new Map([[path, bytes], ...(isForged ? vouched(path, bytes, folder) : [])]);
  const about = { run, base: "release" as const, done: [{ name, words: path }] };
  try {
    for (const [file, content] of written) folder.put(file, content);
    const { issues, findings } = await folder.check();
    const verdict: Verdict = issues > 0 ? "refused" : findings > 0 ? "warned" : "passed";
    const effects = verdict === "passed" ? [effectOf(path, { isForged, isAbsent: bytes === null })] : [];
    return { ...about, verdict, effects, faults: unseenDamage(effects) };
  } catch (error) {
    return { ...about, verdict: null, effects: [], faults: [exceptionOf(error)] };
  } finally {
    for (const file of written.keys()) folder.put(file, folder.files.get(file) ?? null);
  }
}

function effectOf(path: string, { isForged, isAbsent }: { isForged: boolean; isAbsent: boolean }): Effect {
  if (isAbsent && isEditionFile(path.slice(`${RELEASE}/`.length))) return "edition absent";
  if (!isForged) return "release file";
  return /\/data\/[^/]+\.csv$/u.test(path) ? "forged data file" : "forged release file";
}

/** Other bytes than those given; `null` for no file at all. */
function changed(path: string, bytes: Uint8Array, random: Random): Uint8Array | null {
  for (let tries = 0; tries < 100; tries += 1) {
    if (random.chance(0.05)) return null;
    const isJson = path.endsWith(".json") && random.chance(0.6);
    const other = isJson ? mutateJson(bytes, random) : pickWeighted(byteChanges, random).change(bytes, random);
    if (other !== null && !Buffer.from(other).equals(bytes)) return other;
  }
  throw new Error(`Nothing changes ${path}.`);
}

/** The sums and the catalog, as a forger would write them for this file. */
function vouched(path: string, bytes: Uint8Array, { files }: ReleaseFolder): [string, Uint8Array][] {
  const [before, sums] = [files.get(path), files.get(SUMS)].map((content) => content ?? new Uint8Array());
  if (before === undefined || sums === undefined) return [];
  const forgedSums = asText(sums).replaceAll(sha256Hex(before), sha256Hex(bytes));
  const catalog = asText(files.get(CATALOG) ?? new Uint8Array());
  return [
    [SUMS, asBytes(forgedSums)],
    [CATALOG, asBytes(catalog.replaceAll(sha256Hex(sums), sha256Hex(forgedSums)))],
  ];
}
