import type { DateRule } from "./worded-date.ts";

const OPENING = String.raw`(?:(?:in|on|of|the|a|au|en|du|de|des|le|la|l'|dans|only|year|late|early)[\s-]+)*`;

export const SEASON =
  /(?<![\p{L}\p{N}])(?:summer|winter|spring|autumn|fall|season|ete|hiver|printemps|automne|saison(?: des pluies| seche)?)(?:\s+(?:of|in|de|en|d'))?(?:\s+the)?\s+$/iu;

/** What may stand directly before a time, in the order in which it is looked for. */
export const BEFORE: readonly (readonly [rule: DateRule, words: RegExp])[] = [
  [
    "relative",
    before(
      "before|prior to|ahead of|earlier than|after|following|later than|post|anniversary of|days? of|avant|apres|suite a|a la suite de|anniversaire",
    ),
  ],
  ["not-later", before("by|not later than|d'ici|au plus tard(?: en)?")],
  ["until", before("until|till|up to|jusqu'(?:a|en|au)")],
  ["since", before("since|depuis|a partir de|starting in|beginning in")],
  // "Since the operation commenced in 2013".
  ["since", /\b(?:since|depuis)\b[^,;:.()]{1,48}\b(?:in|en)\s+$/iu],
  ["about", before("about|around|circa|approximately|vers|environ")],
];

function before(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})[\s-]+${OPENING}$`, "iu");
}

/** The third of a month that words before it mean, by its first and last day; the last day of the last one is the month's. */
export const THIRDS: readonly (readonly [words: RegExp, first: number, last: number | null])[] = [
  [third("early|beginning of|start of|debut(?: de)?"), 1, 10],
  [third("mid|middle of|mi|milieu de"), 11, 20],
  [third("late|end of|fin(?: de)?"), 21, null],
];

function third(words: string): RegExp {
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:(?:at|in|by|the|a|au|la|le)[\s-]+)*(?:${words})[\s-]+(?:the\s+)?$`,
    "iu",
  );
}

export const FROM = /(?<![\p{L}\p{N}])(?:between|from|entre|de|du|since|depuis)\s+(?:(?:the|early|late|mid)[\s-]+)?$/iu;
export const TO = /^\s*(?:-|–|—|to|until|till|through|and|et|a|au|jusqu'(?:a|en|au))\s*(?:in\s+|en\s+|the\s+)?$/iu;
export const AND = /^\s*(?:and|et)\s*$/iu;
export const PREPOSITION =
  /(?<![\p{L}\p{N}])(?:(?:only\s+)?(?:in|on|en|le|au|dans|as of)\s+)(?:(?:the|les|la|le|l')[\s-]*)?$/iu;
/** "After the 2012 rebellion" names a thing by its year. */
export const NAMED_BY_TIME = /(?<![\p{L}\p{N}])(?:after|following|before|since|prior to)\s+the\s+$/iu;
export const ANNIVERSARY = /^\s*(?:anniversary|anniversaire)/iu;
