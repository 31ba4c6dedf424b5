import { join } from "node:path";
import { readTexts } from "#pipeline/documents/read-text.ts";
import { readRawFolder } from "#pipeline/io/raw-folder.ts";
import { stageRaw } from "#pipeline/run.ts";
import { codedDocuments } from "#pipeline/suggest/coded-documents.ts";
import { measureSuggestions } from "./suggestion-scores.ts";

/**
 * Measures the suggestions on the coded documents, each with what the others alone could teach: `npm run bench:suggest --
 * --texts FOLDER`, or DOCUMENTS_DIR. It prints each score beside that of the trial that chose the methods, and ends with
 * 1 if one is below its floor. It prints no words of a document.
 */
const at = process.argv.indexOf("--texts");
const folder = at === -1 ? process.env.DOCUMENTS_DIR : process.argv[at + 1];
if (folder === undefined || folder === "") {
  console.error("Name the folder of the texts with --texts FOLDER or in DOCUMENTS_DIR.");
  process.exit(2);
}

const raw = await readRawFolder(join(import.meta.dirname, "../raw"), [folder]);
const { tables, indexes } = stageRaw(raw);
const documents = codedDocuments({ tables, indexes, texts: readTexts(raw.texts) });
console.log(`${documents.length} documents, ${documents.flatMap(({ sentences }) => sentences).length} sentences`);
const scores = measureSuggestions(tables, documents);
const isBelow = ({ value, floor }: { value: number; floor: number | null }) => floor !== null && !(value >= floor);
for (const score of scores) {
  const trial = score.floor === null ? "" : `trial ${score.floor.toFixed(3)}`;
  console.log(
    `${score.name.padEnd(48)} ${score.value.toFixed(3)}  ${trial.padEnd(12)} ${isBelow(score) ? "BELOW" : ""}`.trimEnd(),
  );
}
process.exitCode = scores.some(isBelow) ? 1 : 0;
