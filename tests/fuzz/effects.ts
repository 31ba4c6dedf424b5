/** What differs when damage passed, by whether a program could tell it from a correction. */
export const effects = {
  "other words": unseen("Any words may be the right ones. Only a reader of the source can tell."),
  "another code": unseen("Every code of a list is plausible. A second coding would show it."),
  "another id": unseen("The id exists. Only the source says who or where it was."),
  "another sentence": unseen("The sentence exists. Whether it says so is for a reader to judge."),
  "another date": unseen("The date is neither after its source, nor a century before it."),
  "another number": unseen("No other statement about the record has a number ten times larger or smaller."),
  "another position": unseen("The position is in the outline of its country and region, or at most 10 km outside."),
  "another hash": unseen("The file that it is the hash of is not at hand."),
  "another sentence index": unseen(
    "The text that it was cut from is not at hand. `documents verify` compares the two.",
  ),
  "cell filled": unseen("A coder fills a cell when a source is read again."),
  "cell emptied": unseen("A coder empties a cell that the source does not support."),
  "edition absent": unseen("Editions may be absent, as in a clone. A run makes them again from the other files."),
  "forged release file": unseen("File, sums and catalog agree. Only a signature, or a copy elsewhere, shows it."),
  "row more": unseen("Rows are added every day."),
  "alias less": unseen("Aliases are not published. Without one, `events match` lists the name as unmapped."),

  "row less": seen("A statement or entry that was published is gone, and nothing says why."),
  "character that does not show": seen("Two cells that look the same differ."),
  "letter of another script": seen("The table has never used the script; the letter may only look like the right one."),
  "misread letters": seen("The letters are those of UTF-8 that was read in another encoding."),
  "date before 1900": seen("No source speaks of a time so long ago."),
  "date a century before its source": seen("No source gives a date of its own that long ago."),
  "number ten times another": seen("Another statement about the record has a number ten times larger or smaller."),
  "position outside its country": seen("The country of the place is known."),
  "too many records": seen("More than 10 records of a table, and more than 5 % of them, changed at once."),
  "release file": seen("A file of a release is not the one that was published."),
  "forged data file": seen("The manifest, which was not changed, has the hash of the file that was published."),
  "nothing that is coded": seen("The published data differ, and no coded cell does."),
} as const satisfies Record<string, { readonly isSeen: boolean; readonly why: string }>;

export type Effect = keyof typeof effects;

function unseen(why: string) {
  return { isSeen: false, why } as const;
}

function seen(why: string) {
  return { isSeen: true, why } as const;
}

const isEffect = (name: string): name is Effect => name in effects;

export const effectNames: readonly Effect[] = Object.keys(effects).filter(isEffect);

/** What no guard can see: the only damage that may pass. */
export const cannotBeSeen = (effect: Effect): boolean => !effects[effect].isSeen;
