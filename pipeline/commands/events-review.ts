import { dirname, join, relative } from "node:path";
import { plural } from "#pipeline/core/plural.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";
import type { TypeMeaning } from "#pipeline/events/match/event-types.ts";
import { SCORE_IN_WORDS } from "#pipeline/events/match/format-candidate.ts";
import { formatReviewItem, type ReviewItem, reviewCsv, reviewItems } from "#pipeline/events/match/review.ts";
import { type AssertHeld, runAlone, settleRaw } from "#pipeline/io/alone.ts";
import { makeFolder, removeUnfinished, replaceFile } from "#pipeline/io/durable-write.ts";
import { eventsFolder } from "#pipeline/io/imported-editions.ts";
import { pauseFor } from "#pipeline/io/pause.ts";
import { readInput } from "#pipeline/io/read-input.ts";
import { print, report } from "#pipeline/io/terminal.ts";
import { mayPublish } from "#schemas/events/profiles.ts";
import { type MatchOptions, matchRecords } from "./match-records.ts";
import { reportErrors, reportLinkIssues } from "./report-errors.ts";

export interface EventsReviewOptions extends MatchOptions {
  /** File for a person to fill; without it, the candidates are printed. */
  readonly out?: string | undefined;
}

/** Shows the candidates that nobody has decided on, each beside its record, the most telling first. */
export async function eventsReview(options: EventsReviewOptions): Promise<number> {
  const { raw, staged, out } = options;
  if (out !== undefined) checkOut(out, options);
  const settled = await settleRaw(raw, report);
  if (settled !== 0) return settled;
  return runAlone({ reads: raw, staged, report }, (signal, assertHeld) => review(options, signal, assertHeld));
}

/** The file is a copy to work in: it must not take the place of a table, of what an import wrote, or of verdicts. */
function checkOut(out: string, { raw, staged }: EventsReviewOptions): void {
  if (!out.endsWith(".csv")) throw new UsageError(`--out takes the name of a CSV file, and not ${out}.`);
  if (isIn(out, raw) || isIn(out, eventsFolder(staged)))
    throw new UsageError(`${out} is data. Name another file with --out, and copy the rows that you have filled.`);
  const found = readInput(out);
  if (!("fault" in found) || found.fault !== "vanished")
    throw new UsageError(`${out} exists already, and may hold verdicts. Delete it, or name another file with --out.`);
}

async function review(options: EventsReviewOptions, signal: AbortSignal, assertHeld: AssertHeld): Promise<number> {
  const { raw, out } = options;
  await pauseFor(signal)();
  const { answers, links, linkIssues, outcome, meaningOf } = await matchRecords(options);
  const items = reviewItems(answers, links);
  await pauseFor(signal)();
  if (out !== undefined) {
    await assertHeld();
    await writeItems(out, { items, meaningOf }, options);
  } else if (items.length > 0) {
    print([...items.map((item) => formatReviewItem(item, meaningOf)), wrapText(SCORE_IN_WORDS)].join("\n\n"));
  }
  reportErrors(raw, outcome.issues);
  const hint =
    out === undefined && items.length > 0 ? " To fill in verdicts, write them to a file with --out FILE.csv." : "";
  report(`${plural(items.length, "candidate")} without a verdict.${hint}`);
  return reportLinkIssues(linkIssues);
}

interface Reviewed {
  readonly items: readonly ReviewItem[];
  readonly meaningOf: TypeMeaning;
}

async function writeItems(out: string, { items, meaningOf }: Reviewed, { raw, staged }: EventsReviewOptions) {
  const staysIn = isIn(out, staged);
  const written = items.filter(({ candidate }) => staysIn || mayPublish(candidate.event_source));
  await makeFolder(dirname(out));
  await removeUnfinished(out);
  await replaceFile(out, new TextEncoder().encode(reviewCsv(written, meaningOf)));
  report(
    `${out}: ${plural(written.length, "row")}. Fill verdict, decided_by (coder), coder and reason, and copy the rows that you have filled, without the columns behind reason, to ${join(raw, "coded", "event_links.csv")}, in the place of the proposals for the same record and event.`,
  );
  if (written.some(({ candidate }) => !mayPublish(candidate.event_source)))
    report(`Copy those of sources that may not be published to ${join(staged, "events", "event_links.csv")} instead.`);
  const left = items.length - written.length;
  if (left > 0)
    report(
      `${plural(left, "row")} left out, because the profiles of their sources do not say that they may be published. To have them too, name a file in ${staged}.`,
    );
}

const isIn = (path: string, folder: string) => {
  const way = relative(folder, path);
  return !way.startsWith("..");
};
