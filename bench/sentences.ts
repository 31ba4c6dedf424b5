import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { cutSentences, normaliseText } from "#pipeline/core/sentences.ts";
import { compareCuts, goldLines, type WrongCut } from "./gold-sentences.ts";

/**
 * Measures the wrong cuts per 100 sentences on Universal Dependencies treebanks: `npm run bench:sentences` downloads them,
 * `npm run bench:sentences -- FOLDER…` reads the .conllu files of folders, and `--list` prints every wrong cut. It keeps
 * nothing of the treebanks, whose licences are CC BY-SA and, for parts of GUM, CC BY-NC-SA.
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

async function download(treebank: string, name: string): Promise<string> {
  const response = await fetch(`${HOST}/${treebank}/${RELEASE}/${name}.conllu`);
  if (!response.ok) throw new Error(`${response.url} answers ${response.status}.`);
  return response.text();
}

const readFolder = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".conllu"))
    .map((name) => readFileSync(join(folder, name), "utf8"));

const format = ({ kind, before, after }: WrongCut) => `  ${kind.padEnd(20)} ${before} ‖ ${after}`;

function report(name: string, files: readonly string[]): void {
  const lines = files.flatMap(goldLines);
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
    report(treebank, await Promise.all(names.map((name) => download(treebank, name))));
