import type { Random } from "#tests/fuzz/random.ts";
import { change, ofKinds, oneOf, type ValueChange } from "./value-change.ts";

const anywhere = () => true;
const inWords = ofKinds("label", "text", "list");

/** Latin letters, and letters of other scripts that look the same. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  o: "ο",
  p: "р",
  s: "ѕ",
  x: "х",
  A: "Α",
  B: "В",
  H: "Н",
  K: "Κ",
  M: "М",
  T: "Т",
};

/** The text with something at a place inside it. */
function inserted(value: string, part: string, random: Random): string {
  const at = random.below(value.length + 1);
  return value.slice(0, at) + part + value.slice(at);
}

/** Changes that fit any cell, and changes of words. */
export const textChanges: readonly ValueChange[] = [
  change("cell emptied", 4, anywhere, () => ""),
  change(
    "placeholder",
    1,
    anywhere,
    oneOf("NA", "n/a", "-", "?", "unknown", "null", "NULL", "NaN", "#REF!", "TBD", "…"),
  ),
  change(
    "spaces around",
    1,
    anywhere,
    (value, random) => random.pick([" ", "\u00A0", "\t", "\u3000"]) + value + random.pick([" ", "  "]),
  ),
  change("very long", 1, anywhere, (value, random) => {
    const part = value || "a ";
    return part.repeat(1 + random.below(random.chance(0.05) ? Math.ceil(5_000_000 / part.length) : 500));
  }),
  change(
    "formula",
    1,
    anywhere,
    (value, random) => random.pick(["=1+1", "+", "@", "-", "=HYPERLINK(0)", "\t="]) + value,
  ),
  change("control character", 2, anywhere, (value, random) =>
    inserted(value, random.pick(["\u0000", "\u0007", "\u001B[2J", "\u0085", "\u2028", "\u000B"]), random),
  ),
  change("direction or tag character", 2, anywhere, (value, random) =>
    inserted(
      value,
      random.pick(["\u202E", "\u2066", "\u061C", "\u{E0041}", "\u200D", "\uFE0F", "\u034F", "\u3164", "\u{1D173}"]),
      random,
    ),
  ),
  change("line break", 1, anywhere, (value, random) =>
    inserted(value, random.pick(["\n", "\r\n", "\r", "\n\n"]), random),
  ),
  change(
    "name of every object",
    2,
    anywhere,
    oneOf("__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"),
  ),
  change("markup", 1, inWords, (value, random) =>
    inserted(
      value,
      random.pick(["</script>", "<img src=x>", "# ", "|", "\\", "$(x)", "`", "\\n", "_x0041_", "]]>", "%s"]),
      random,
    ),
  ),
  change("look-alike letter", 3, inWords, (value, random) => {
    const letters = [...value].filter((letter) => letter in LOOK_ALIKE);
    if (letters.length === 0) return null;
    const letter = random.pick(letters);
    return value.replace(letter, LOOK_ALIKE[letter] ?? letter);
  }),
  change("another script", 2, inWords, oneOf("Группа Х", "جماعة", "団体", "Ομάδα", "ⵜⴰⵎⴰⵛⴻⵇ", "ߒߞߏ", "Ꭺ")),
  change("unusual letter", 1, inWords, (value, random) =>
    inserted(value, random.pick(["ＡＢ", "𝐀", "é", "e\u0301", "😀", "ﬁ", "\u0301\u0301\u0301"]), random),
  ),
  change("decomposed letters", 1, anywhere, (value) => value.normalize("NFD")),
  change("letters swapped", 3, anywhere, (value, random) => {
    if (value.length < 2) return null;
    const at = random.below(value.length - 1);
    return value.slice(0, at) + value.slice(at + 1, at + 2) + value.slice(at, at + 1) + value.slice(at + 2);
  }),
  change("character deleted", 3, anywhere, (value, random) => {
    const at = random.below(Math.max(1, value.length));
    return value.slice(0, at) + value.slice(at + 1);
  }),
  change("capital letters", 1, anywhere, (value) => value.toUpperCase()),
];
