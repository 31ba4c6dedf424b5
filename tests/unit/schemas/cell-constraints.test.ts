import { expect, it } from "vitest";
import { constraintsOf } from "#schemas/cell-constraints.ts";
import { agreement } from "#schemas/codelists/statements.ts";
import { boolean, code, count, decimal, id, integer, optional } from "#schemas/column.ts";

const words = { title: "A", description: "A." };

it.each([
  ["a bounded number", decimal(words, { least: -90, most: 90 }), { minimum: -90, maximum: 90 }],
  ["a number without bounds", decimal(words), {}],
  ["a number with one bound", decimal(words, { least: 0.5 }), { minimum: 0.5 }],
  ["a bounded whole number", integer(words, { least: 1, most: 7 }), { minimum: 1, maximum: 7 }],
  ["a whole number, which is bounded by what a double counts alone", integer(words), { minimum: 0 }],
  ["a count", count(words), { minimum: 0 }],
  ["an id", id(words), { pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" }],
  ["an id that may be missing", optional(id(words)), { pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" }],
  ["a code, which has its list", code(agreement, words), {}],
  ["a truth value", boolean(words), {}],
])("%s demands what its schema says", (_, schema, constraints) => {
  expect(constraintsOf(schema)).toEqual(constraints);
});
