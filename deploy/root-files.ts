import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rootFiles } from "#pipeline/publish/describe/root-files.ts";

/**
 * `npm run root-files` writes the files at the root that hosting sites read. With `--check` it writes nothing, names
 * those that are out of date, and exits with 1.
 */
const PROJECT = join(import.meta.dirname, "..");
const isCheck = process.argv.includes("--check");

/** The text of a file; empty if there is none. */
function read(path: string): string {
  const place = join(PROJECT, path);
  return existsSync(place) ? readFileSync(place, "utf8") : "";
}

const files = rootFiles({ citation: read("dist/latest/CITATION.cff"), readme: read("README.md") });
const stale = files.filter(([name, text]) => read(name) !== text);
if (!isCheck) for (const [name, text] of stale) writeFileSync(join(PROJECT, name), text);

for (const [name] of stale) {
  console.log(isCheck ? `${name} is out of date. Write it again with: npm run root-files` : `Written: ${name}`);
}
if (isCheck && stale.length > 0) process.exitCode = 1;
