import { formatPage } from "#pipeline/core/format-page.ts";
import { plural } from "#pipeline/core/plural.ts";
import { wrapText } from "#pipeline/core/wrap-text.ts";
import { type CoveredSentence, MANY, type SourceCoverage } from "#pipeline/documents/coverage.ts";

/**
 * How much of each document is coded, for a terminal of 80 columns: one line for each and the ranges of unread sentences,
 * and with `isDetailed` also the reasons and the sentences that many records cite.
 */
export function formatCoverage(sources: readonly SourceCoverage[], isDetailed: boolean): string {
  const width = Math.max(6, ...sources.map(({ sourceId }) => sourceId.length));
  const line = (...cells: readonly (string | number)[]) =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(width) : String(cell).padStart(11))).join("  ");
  return [
    line("source", "sentences", "cited", "passed over", "unread"),
    ...sources.map(({ sourceId, sentences, cited, passedOver, unread }) =>
      line(sourceId, sentences, cited, passedOver, unread.length),
    ),
    ...sources.flatMap(formatUnread),
    ...(isDetailed ? sources.flatMap((source) => [...formatReasons(source), ...formatBusiest(source)]) : []),
  ].join("\n");
}

function formatReasons({ sourceId, reasons }: SourceCoverage): string[] {
  const counts = Object.entries(reasons).map(([reason, count]) => `${reason} ${count}`);
  return counts.length === 0 ? [] : ["", wrapText(`Passed over in ${sourceId}: ${counts.join(", ")}.`, "", "  ")];
}

function formatUnread({ sourceId, unreadRanges }: SourceCoverage): string[] {
  if (unreadRanges.length === 0) return [];
  const lines = unreadRanges.map(({ locators, sentences }) => `  ${locators}: ${plural(sentences, "sentence")}`);
  return ["", `Unread in ${sourceId}:`, ...lines];
}

function formatBusiest({ sourceId, busiest }: SourceCoverage): string[] {
  if (busiest.length === 0) return [];
  return [
    "",
    `Cited by at least ${MANY} records in ${sourceId}:`,
    ...busiest.map((sentence) =>
      formatSentence(sentence, `${sentence.citedBy.length} records: ${sentence.citedBy.join(", ")}. `),
    ),
  ];
}

/** A sentence with its locator, or where it stands if its text is not available. */
export const formatSentence = ({ locator, line, page, words, text }: CoveredSentence, before: string) =>
  wrapText(before + (text ?? `${formatPage(page)}line ${line}, ${plural(words, "word")}`), `  ${locator.padEnd(8)} `);
