import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scoreSetTexts } from "./score-set-texts.ts";
import { browser, office } from "./set-texts.ts";

/**
 * Sets the texts of the documents into PDF, DOCX, HTML and EPUB, with LibreOffice and Chromium where they are installed,
 * takes the files in again, and says how much of each text came back: `npm run bench:intake -- --texts DIR`, or with
 * DOCUMENTS_DIR. With `--list`, it prints the sentences that did not.
 */
const args = process.argv.slice(2);
const folder = args.includes("--texts") ? args[args.indexOf("--texts") + 1] : process.env.DOCUMENTS_DIR;
const isListed = args.includes("--list");

function readTexts(from: string): ReadonlyMap<string, string> {
  const names = readdirSync(from).filter((name) => name.endsWith(".txt"));
  return new Map(names.sort().map((name) => [name.replace(/\.txt$/u, ""), readFileSync(join(from, name), "utf8")]));
}

const format = ({ f1, exact }: { readonly f1: number; readonly exact: number }) =>
  `word F1 ${f1.toFixed(3)}, exact sentences ${exact.toFixed(3)}`;

async function report(texts: ReadonlyMap<string, string>, scratch: string): Promise<void> {
  if (office === null) console.log("Skipped LibreOffice: there is no program soffice or libreoffice on the path.");
  if (browser === null) console.log("Skipped Chromium: there is no program chromium or google-chrome on the path.");
  for (const { setting, texts: scored, ...means } of await scoreSetTexts(texts, scratch)) {
    for (const { id, score } of scored) {
      console.log(`  ${id}: ${format(score)}`);
      if (isListed) for (const sentence of score.missing) console.log(`    ${sentence}`);
    }
    console.log(`${setting}: ${format(means)}`);
  }
}

if (folder === undefined || folder === "") {
  console.error("Give the folder of the texts: npm run bench:intake -- --texts DIR, or set DOCUMENTS_DIR.");
  process.exitCode = 2;
} else {
  const scratch = mkdtempSync(join(tmpdir(), "bench-intake-"));
  try {
    await report(readTexts(folder), scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
