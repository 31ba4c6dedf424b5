import { codelists } from "#schemas/codelists.ts";
import type { Column } from "#schemas/column.ts";
import { change, ofKinds, oneOf, type ValueChange } from "./value-change.ts";

const codesOf = ({ codelist }: Column) => codelists.find(({ name }) => name === codelist)?.codes ?? [];

/** Changes of codes and of locators. */
export const codeChanges: readonly ValueChange[] = [
  change("another code", 5, ofKinds("code", "codes"), (_, random, column) => {
    const codes = codesOf(column);
    return codes.length === 0 ? null : random.pick(codes).code;
  }),
  change("unknown code", 1, ofKinds("code", "codes"), oneOf("toString", "other", "UNKNOWN", "embargo;road")),
  change("another sentence", 4, ofKinds("evidence"), (_, random) => `p${1 + random.below(4)}s${1 + random.below(4)}`),
  change("locator written otherwise", 2, ofKinds("evidence"), (value, random) =>
    random.pick([
      `${value}-${value}`,
      `${value}; ${value}`,
      "p3s1-p1s1",
      "p0s1",
      "p1s99999999999999999999",
      `${value};p1s1`,
      "P1S1",
      "p1s1-p99s99",
    ]),
  ),
  change("truth otherwise", 2, ofKinds("boolean"), oneOf("TRUE", "FALSE", "true", "1", "yes", "WAHR")),
];
