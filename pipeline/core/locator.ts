/** A range of sentences in one or more paragraphs, including the first and the last. */
export interface LocatorRange {
  readonly from: string;
  readonly to: string;
}

/** The ranges of an evidence cell (`p1s2; p4s1-p4s3`), as written. */
export function parseEvidence(evidence: string): LocatorRange[] {
  return evidence.split("; ").map((part) => {
    const [from = "", to = from] = part.split("-");
    return { from, to };
  });
}

/** Paragraph and sentence as numbers. */
export function locatorNumbers(locator: string): [paragraph: number, sentence: number] {
  const [, paragraph, sentence] = /^p(\d+)s(\d+)$/u.exec(locator) ?? [];
  return [Number(paragraph), Number(sentence)];
}

/** Compares by position in the text: negative if `a` comes before `b`. */
export function compareLocators(a: string, b: string): number {
  const [p, s] = locatorNumbers(a);
  const [q, t] = locatorNumbers(b);
  return p - q || s - t;
}

/** Whether a sentence is within one of the ranges of an evidence cell. */
export const isWithin = (locator: string, evidence: string): boolean =>
  parseEvidence(evidence).some(
    ({ from, to }) => compareLocators(from, locator) <= 0 && compareLocators(locator, to) <= 0,
  );
