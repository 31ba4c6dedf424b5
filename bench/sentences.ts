import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { cutSentences, normaliseText } from "#pipeline/core/sentences.ts";
import { compareCuts, goldLines, handSetLines, type WrongCut } from "./gold-sentences.ts";

/**
 * Measures the wrong cuts per 100 sentences on Universal Dependencies treebanks: `npm run bench:sentences` downloads them,
 * `npm run bench:sentences -- FOLDER…` reads the .conllu files of folders, and .txt files that somebody cut by hand: a
 * sentence a line, an empty line between paragraphs. `--list` prints every wrong cut. It keeps nothing of the treebanks,
 * whose licences are CC BY-SA and, for parts of GUM, CC BY-NC-SA. CONTRIBUTING.md names web pages that were read as well.
 */
const HOST = "https://raw.githubusercontent.com/UniversalDependencies";
const TREEBANKS: Readonly<Record<string, readonly string[]>> = {
  "UD_English-PUD": ["en_pud-ud-test"],
  "UD_English-GUM": ["en_gum-ud-dev", "en_gum-ud-test", "en_gum-ud-train"],
  "UD_French-PUD": ["fr_pud-ud-test"],
};
const RELEASE = "r2.16";

const words = process.argv.slice(2);
const folders = words.filter((word) => word !== "--list");
const isListed = words.includes("--list");

/** Exits if a file cannot be fetched. */
async function download(treebank: string, name: string): Promise<string> {
  const url = `${HOST}/${treebank}/${RELEASE}/${name}.conllu`;
  try {
    const response = await fetch(url);
    if (response.ok) return await response.text();
    return exitUnfetched(url, `status ${response.status}`);
  } catch (error) {
    return exitUnfetched(url, error instanceof Error ? error.message : String(error));
  }
}

function exitUnfetched(url: string, reason: string): never {
  console.error(
    `Could not fetch ${url} (${reason}). Without a network, give folders of .conllu or .txt files: npm run bench:sentences -- FOLDER…`,
  );
  process.exit(1);
}

const readFolder = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /\.(?:conllu|txt)$/u.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      return name.endsWith(".txt") ? handSetLines(text) : goldLines(text);
    });

const format = ({ kind, before, after }: WrongCut) => `  ${kind.padEnd(20)} ${before} ‖ ${after}`;

function report(name: string, lines: readonly string[][]): void {
  const wrong = lines.flatMap((line) => {
    const text = normaliseText(line.join(" "));
    return compareCuts(line.map(normaliseText), cutSentences(text));
  });
  const sentences = lines.flat().length;
  const count = (kind: WrongCut["kind"]) => wrong.filter((cut) => cut.kind === kind).length;
  const rate = (n: number) => ((100 * n) / sentences).toFixed(2);
  const knowable = count("missing") + count("superfluous");
  console.log(
    `${name}: ${sentences} sentences, ${rate(knowable)} wrong cuts per 100 (${count("missing")} missing, ` +
      `${count("superfluous")} superfluous).`,
  );
  console.log(
    `  Besides, boundaries that nothing in the text shows: ${count("no mark")} without a mark (headings, lists, speech), ` +
      `${count("lower case")} before a word in lower case. With these: ${rate(wrong.length)} per 100.`,
  );
  if (isListed) console.log(wrong.map(format).join("\n"));
}

if (folders.length > 0) for (const folder of folders) report(basename(folder), readFolder(folder));
else
  for (const [treebank, names] of Object.entries(TREEBANKS))
    report(treebank, (await Promise.all(names.map((name) => download(treebank, name)))).flatMap(goldLines));
