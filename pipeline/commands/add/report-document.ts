import { formatIssue } from "#pipeline/core/format-issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import { shorten } from "#pipeline/core/shorten.ts";
import { suspectSentences } from "#pipeline/documents/suspect-sentences.ts";
import { formatRemarks } from "#pipeline/intake/format-remarks.ts";
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
  print(formatDropped(taken));
  const hyphens = formatHyphens(taken);
  if (hyphens !== null) print(hyphens);
  for (const line of suspects(plan.text)) report(line);
  for (const issue of plan.issues) report(formatIssue(issue));
  for (const line of formatRemarks(taken.remarks)) report(`Look at: ${line}`);
  reportRow(plan, reported);
}

function formatDropped({ dropped }: TakenIn): string {
  if (dropped.length === 0) return "Nothing was left out.";
  const rules = [...new Set(dropped.map(({ rule }) => rule))];
  const counts = rules.map((rule) => `${dropped.filter((each) => each.rule === rule).length} ${rule}`);
  return `Left out: ${counts.join(", ")}. The record (.intake.json) has each of them.`;
}

function formatHyphens({ hyphens }: TakenIn): string | null {
  if (hyphens.length === 0) return null;
  const count = (outcome: string) => hyphens.filter((hyphen) => hyphen.outcome.endsWith(outcome)).length;
  return `Hyphens at the end of a line: ${count("mended")} mended, ${count("kept")} kept, ${count("unsure")} unsure.`;
}

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
  for (const { column, value } of row.refused)
    report(`Look at: ${column} cannot be "${shorten(value)}", and is empty. Fill it in by hand.`);
  const missing = row.toFillIn.map(({ name }) => name).join(", ");
  const fillIn = missing === "" ? "" : `Fill in ${missing}. `;
  if (isRecorded === "already")
    print(`${path} has a row of ${id}, in which only the hash is changed. This one was made from the document:`);
  else print(isRecorded === "now" ? `Added to ${path}:` : `Row for ${path}:`);
  print(csv);
  const show = `npm run pipeline -- documents show ${id}`;
  if (isDryRun) report("Nothing was written. To add the document, leave out --dry-run.");
  else if (isRecorded === "not")
    report(
      `Add the row to ${path}. ${fillIn}Then run: npm run pipeline -- documents index ${id}, and after that: ${show}`,
    );
  else report(`${fillIn}Then run: npm run pipeline -- validate, and after that: ${show}`);
}
