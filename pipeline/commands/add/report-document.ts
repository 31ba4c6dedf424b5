import { formatIssue } from "#pipeline/core/format-issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import { suspectSentences } from "#pipeline/documents/suspect-sentences.ts";
import { formatRemarks } from "#pipeline/intake/format-remarks.ts";
import { formatFillIn, formatNotInRow } from "#pipeline/intake/format-row.ts";
import type { TakenIn } from "#pipeline/intake/taken-in.ts";
import { print, report } from "#pipeline/io/terminal.ts";
import type { AddPlan } from "./plan-document.ts";

interface Reported {
  readonly id: string;
  readonly raw: string;
  readonly taken: TakenIn;
  readonly isDryRun: boolean;
}

/** Locators that a line names. */
const SHOWN = 10;

/** Says what was written, what a person should look at, and what comes next; results on stdout, the rest on stderr. */
export function reportDocument(plan: AddPlan, reported: Reported): void {
  const { taken, isDryRun } = reported;
  if (isDryRun) {
    print(plan.text.replace(/\n$/u, ""));
    for (const { mark, text } of taken.notes) print(`Note ${mark}: ${text}`);
  }
  for (const { path } of [...plan.textFiles, ...plan.rawFiles])
    print(`${path}: ${isDryRun ? "would be written" : "written"}.`);
  print(
    `${plural(taken.blocks.length, "line")}, ${plural(plan.nSentences, "sentence")}, ${plural(taken.notes.length, "note")}, ${plural(taken.tables.length, "table")}.`,
  );
  print(formatDropped(reported));
  const hyphens = formatHyphens(taken);
  if (hyphens !== null) print(hyphens);
  for (const line of suspects(plan.text)) report(line);
  for (const issue of plan.issues) report(formatIssue(issue));
  for (const line of [...formatRemarks(taken.remarks), ...formatAlike(plan)]) report(`Look at: ${line}`);
  reportRow(plan, reported);
}

function formatDropped({ id, taken: { dropped } }: Reported): string {
  if (dropped.length === 0) return "Nothing was left out.";
  const rules = [...new Set(dropped.map(({ rule }) => rule))];
  const counts = rules.map((rule) => `${dropped.filter((each) => each.rule === rule).length} ${rule}`);
  return `Left out: ${counts.join(", ")}. ${id}.intake.json lists each of them.`;
}

function formatHyphens({ hyphens }: TakenIn): string | null {
  if (hyphens.length === 0) return null;
  const count = (outcome: string) => hyphens.filter((hyphen) => hyphen.outcome.endsWith(outcome)).length;
  return `Hyphens at the end of a line: ${count("mended")} mended, ${count("kept")} kept, ${count("unsure")} unsure.`;
}

const formatAlike = ({ alike: { sameAddress, nearCopies } }: AddPlan): string[] => [
  ...sameAddress.map(
    (id) =>
      `${id} has the same address. If this is a new version of that document, add it with the id ${id} and --again; otherwise correct the address.`,
  ),
  ...nearCopies.map(
    ({ sourceId, shared, compared }) =>
      `${shared} of ${plural(compared, "sentence")} of six words or more are also in ${sourceId}. If it is the same document, do not add it twice. If one retells the other, say so in derived_from.`,
  ),
];

function suspects(text: string): string[] {
  const locators = suspectSentences(text);
  if (locators.length === 0) return [];
  const shown = locators.length > SHOWN ? [...locators.slice(0, SHOWN), "…"] : locators;
  return [`Look at: ${plural(locators.length, "sentence")} may be cut wrongly: ${shown.join(", ")}.`];
}

/** The row to paste, or where it is now, with what a person has to fill in. */
function reportRow(plan: AddPlan, { id, raw, isDryRun }: Reported): void {
  const { row, csv, isRecorded } = plan;
  const path = `${raw}/coded/sources.csv`;
  for (const line of formatNotInRow(row)) report(`Look at: ${line}`);
  if (isRecorded === "already")
    print(
      `${path} has a row of ${id}, in which only the hash is changed. Copy what it lacks from this one, which was made from the document:`,
    );
  else print(isRecorded === "now" ? `Added to ${path}:` : `Row for ${path}:`);
  print(csv);
  if (isRecorded !== "already") for (const line of formatFillIn(row.toFillIn)) report(line);
  for (const line of nextSteps(plan, { id, path, isDryRun })) report(line);
}

/** What a person does next. */
function nextSteps({ isRecorded }: AddPlan, { id, path, isDryRun }: Next): string[] {
  const run = (command: string) => `npm run pipeline -- ${command}`;
  const show = `To read the sentences, run: ${run(`documents show ${id}`)}`;
  if (isDryRun) return ["Nothing was written. To add the document, leave out --dry-run."];
  if (isRecorded === "not") return [`Add the row to ${path}. Then run: ${run(`documents index ${id}`)}`, show];
  return [show, `To check the row, run: ${run("validate")}`];
}

interface Next {
  readonly id: string;
  /** sources.csv */
  readonly path: string;
  readonly isDryRun: boolean;
}
