import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { takeInPdf } from "#pipeline/intake/pdf/take-in-pdf.ts";
import { type Score, scoreText } from "./score.ts";
import { findProgram, type SetText, setByBrowser, setByOffice } from "./set-texts.ts";

/**
 * Sets the texts of the documents into PDF, with LibreOffice and Chromium where they are installed, takes the files in
 * again, and says how much of each text came back: `npm run bench:intake -- --texts DIR`, or with DOCUMENTS_DIR. With
 * `--list`, it prints the sentences that did not.
 */
const args = process.argv.slice(2);
const folder = args.includes("--texts") ? args[args.indexOf("--texts") + 1] : process.env.DOCUMENTS_DIR;
const isListed = args.includes("--list");

function readTexts(from: string): ReadonlyMap<string, string> {
  const names = readdirSync(from).filter((name) => name.endsWith(".txt"));
  return new Map(names.sort().map((name) => [name.replace(/\.txt$/u, ""), readFileSync(join(from, name), "utf8")]));
}

function setTexts(texts: ReadonlyMap<string, string>, into: string): SetText[] {
  const office = findProgram(["soffice", "libreoffice"]);
  const browser = findProgram(["chromium", "chromium-browser", "google-chrome"]);
  if (office === null) console.log("Skipped LibreOffice: there is no program soffice or libreoffice on the path.");
  if (browser === null) console.log("Skipped Chromium: there is no program chromium or google-chrome on the path.");
  return [
    ...(office === null ? [] : setByOffice(office, texts, into)),
    ...(browser === null ? [] : setByBrowser(browser, texts, into)),
  ];
}

async function scoreFile({ id, pdf }: SetText, text: string): Promise<Score> {
  const intake = await takeInPdf(readFileSync(pdf));
  if ("refusal" in intake) throw new Error(`${id} was refused: ${intake.refusal.code}`);
  return scoreText(text, intake.taken.blocks.map((block) => block.text).join("\n"));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const format = ({ f1, exact }: Pick<Score, "f1" | "exact">) =>
  `word F1 ${f1.toFixed(3)}, exact sentences ${exact.toFixed(3)}`;

async function report(texts: ReadonlyMap<string, string>, set: readonly SetText[]): Promise<void> {
  for (const setting of new Set(set.map((file) => file.setting))) {
    const scores: Score[] = [];
    for (const file of set.filter((other) => other.setting === setting)) {
      const score = await scoreFile(file, texts.get(file.id) ?? "");
      scores.push(score);
      console.log(`  ${file.id}: ${format(score)}`);
      if (isListed) for (const sentence of score.missing) console.log(`    ${sentence}`);
    }
    console.log(
      `${setting}: ${format({ f1: mean(scores.map(({ f1 }) => f1)), exact: mean(scores.map(({ exact }) => exact)) })}`,
    );
  }
}

if (folder === undefined || folder === "") {
  console.error("Give the folder of the texts: npm run bench:intake -- --texts DIR, or set DOCUMENTS_DIR.");
  process.exitCode = 2;
} else {
  const scratch = mkdtempSync(join(tmpdir(), "bench-intake-"));
  try {
    const texts = readTexts(folder);
    await report(texts, setTexts(texts, scratch));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
