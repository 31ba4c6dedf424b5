import type { RawInput } from "#pipeline/core/raw-input.ts";
import type { Random } from "#tests/fuzz/random.ts";
import { nameCell, readGrid, withCell, withGrid } from "./grid.ts";
import { asBytes, asText, inWords, type Mutation, withFile } from "./mutation.ts";

/** Damage to the paragraphs of a text, or to the sentences of one of them. */
const textMutation = (name: string, weight: number, change: (text: string, random: Random) => string): Mutation => ({
  name,
  weight,
  apply: (raw, random) => {
    if (raw.texts.length === 0) return null;
    const { path, bytes } = random.pick(raw.texts);
    const before = asText(bytes);
    const after = change(before, random);
    return after === before
      ? null
      : { raw: withFile(raw, path, asBytes(after)), words: `${path}: now ${inWords(after)}` };
  },
});

const swappedParts = (text: string, mark: string, random: Random) => {
  const parts = text.split(mark);
  const from = random.below(parts.length);
  const rest = parts.filter((_, at) => at !== from);
  const to = random.below(parts.length);
  return [...rest.slice(0, to), ...parts.slice(from, from + 1), ...rest.slice(to)].join(mark);
};

const withoutPart = (text: string, mark: string, random: Random) => {
  const parts = text.split(mark);
  const gone = random.below(parts.length);
  return parts.filter((_, at) => at !== gone).join(mark);
};

/** A cell of a sentence index: a digit or letter of it becomes another one. */
function changeIndex(raw: RawInput, random: Random) {
  const grid = raw.indexes.length === 0 ? null : readGrid(random.pick(raw.indexes));
  if (grid === null || grid.rows.length === 0) return null;
  const [row, at] = [random.below(grid.rows.length), random.below(grid.header.length)];
  const value = grid.rows[row]?.[at] ?? "";
  const place = random.below(Math.max(1, value.length));
  const after = value.slice(0, place) + random.pick([..."0123456789ab"]) + value.slice(place + 1);
  if (after === value) return null;
  const words = `${nameCell(grid, row, grid.header[at] ?? "")}: ${inWords(value)} became ${inWords(after)}`;
  return { raw: withGrid(raw, withCell(grid, at, row, after)), words };
}

export const documentMutations: readonly Mutation[] = [
  { name: "sentence index edited", weight: 4, apply: changeIndex },
  textMutation("sentence moved", 3, (text, random) => swappedParts(text, ". ", random)),
  textMutation("sentence removed", 2, (text, random) => withoutPart(text, ". ", random)),
  textMutation("paragraph moved", 2, (text, random) => swappedParts(text, "\n", random)),
  textMutation("paragraph removed", 1, (text, random) => withoutPart(text, "\n", random)),
  textMutation("sentence added", 2, (text, random) => {
    const lines = text.split("\n");
    const at = random.below(lines.length);
    const added = random.pick(["One more.", "It is so", "Dr. No said: “Yes.”", "…", "e.g. this. And that."]);
    return lines.map((line, position) => (position === at ? `${added} ${line}` : line)).join("\n");
  }),
  textMutation("text spaced otherwise", 1, (text, random) => text.replaceAll(" ", random.pick(["  ", "\u00A0", "\t"]))),
  textMutation("text repeated", 1, (text, random) => `${text}\n`.repeat(2 + random.below(20))),
];
