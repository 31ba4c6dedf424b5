import { titleWords } from "#pipeline/core/titles/english-titles.ts";

/** How records and lists of them are named. */
export const recordWords = {
  ...titleWords,
  /** What one source says about people, never in the voice of the dataset. */
  says: (source: string, what: string) => `${source} says: ${what}`,
  /** What a source says that somebody else says: it is not the claim of the source. */
  saysThat: (source: string, other: string, what: string) => `${source} says that ${other} says: ${what}`,
  /** The same before the cells of a row. */
  saysInRow: (source: string) => `${source} says:`,
  /** A question about people, which the sources answer. */
  differ: (sources: readonly string[], question: string) =>
    `${sources.join(", ")} ${sources.length === 1 ? "says" : "say"} different things: ${question}`,
  someSource: "A source",
  /** Words on what is said about a community that are the coders', and not what the source says. */
  onSaid: (source: string, text: string) => `On what ${source} says: ${text}`,
  disputed: "disputed",
  agreementShort: {
    single: "one source",
    corroborated: "several sources agree",
    compatible: "sources differ, but fit together",
    conflicting: "sources contradict each other",
  } as Readonly<Record<string, string>>,
};
