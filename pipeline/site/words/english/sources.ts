import { figureWords } from "#pipeline/drawing/figure-words.ts";

/** The words of the pages about sources. */
export const sourceWords = {
  title: "Sources",
  lead: "The documents that were coded: who published them, how reliable each is and why, and how much rests on it.",
  caption: "The documents that were coded",
  heads: {
    source: "Source",
    published: "Published",
    reliability: "Reliability",
    sentences: "Sentences cited",
    records: "Records",
    alone: "On it alone",
  },
  sentencesOf: (cited: string, all: string) => `${cited} of ${all}`,
  familiesTitle: figureWords.retelling.title,
  family: (names: string) => `${names} stands alone: it retells no other document here, and none retells it.`,
  retells: (one: string, other: string) => `${one} retells ${other}.`,
  retellsLabel: figureWords.retelling.label,
  familiesNote: figureWords.retelling.meaning,
  limits: [
    "Reliability is the coders' judgement of the document, with its reason. It is not a judgement of its author.",
    "The documents belong to their publishers. No sentence of them is shown here, only where it stands.",
  ],
  factsTitle: "The document",
  facts: {
    title: "Title",
    authors: "Authors",
    publisher: "Publisher",
    published: "Published",
    address: "Address",
    copy: "Read in a copy at",
    language: "Language",
    original: "Original language",
    licence: "Licence",
    accessed: "Read on",
    type: "Kind of document",
    reliability: "Reliability",
    derivedFrom: "Retells",
    retoldBy: "Retold by",
    hash: "SHA-256 of the text",
  },
  unknown: "not known",
  reliabilityBecause: (grade: string, label: string, reason: string) => `${grade} (${label}). ${reason}`,
  sourceLead: (title: string) => `What rests on “${title}”, and where in it.`,
  sentencesTitle: "Its sentences",
  sentencesNote: (facts: {
    readonly cited: number;
    readonly passed: number;
    readonly unread: number;
    readonly all: number;
  }) =>
    `Of ${facts.all} sentences, ${facts.cited} are cited, ${facts.passed} were read and passed over because they say nothing that is coded, and ${facts.unread} are unread.`,
  strip: {
    label: "The sentences in the order of the document",
    squares: {
      all: "Each square below is a sentence that is cited or passed over, in the order of the document.",
      cited:
        "This release has the positions of the cited sentences only: each square below is one of them, in the order of the document.",
    },
    grouped: {
      all: (many: string) =>
        `There are too many to show each: a square below stands for ${many}, in the order of the document.`,
      cited: (many: string) =>
        `There are too many to show each, and this release has the positions of the cited sentences only: a square below stands for those in ${many}, in the order of the document.`,
    },
    paragraphs: (number: number) => (number === 1 ? "one paragraph" : `${number} paragraphs in a row`),
    links: "The number is how many records a cited sentence supports, and leads to them.",
    linksOfGroup: "The number is how many records its cited sentences support, and leads to the first of these.",
    shades: { one: "1 record", few: "2 to 4 records", many: "5 records or more" },
    shadesOfGroup: {
      one: "About 1 record for each cited sentence",
      few: "2 to 4 records for each",
      many: "5 records or more for each",
    },
    passedOver: (number: string, reasons: string) => `Passed over: ${number} (${reasons})`,
    repeats: (number: string) => `Passed over because it repeats a cited sentence: ${number}`,
    reason: (label: string, number: string) => `${label} ${number}`,
    supports: (number: number) => `supports ${number} ${number === 1 ? "record" : "records"}`,
    isPassedOver: (reason: string) => `passed over (${reason})`,
    group: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
    nCited: (sentences: number, records: number) =>
      `${sentences} cited ${sentences === 1 ? "sentence" : "sentences"}, ${records} ${records === 1 ? "record" : "records"}`,
    nPassedOver: (number: number, reason: string) => `${number} passed over (${reason})`,
  },
  recordsTitle: "The records that each sentence supports",
  sentence: (locator: string, line: string) => `${locator}, line ${line}`,
  sentenceInPage: (page: string) => `page ${page}`,
  aloneTitle: "Records that rest on it alone",
  aloneNote: (number: string) =>
    `${number} records have no other independent source. They are only as good as this document.`,
  more: (number: string) => `and ${number} more in the tables`,
  slipsTitle: "Its slips",
  slipsCaption: "Slips that the coders found",
  slipHeads: { sentence: "Sentence", printed: "As printed", meant: "Probably meant", why: "Why" },
  worksTitle: "Works that it cites",
};
