import type { Block } from "../taken-in.ts";
import type { MarkedBlock } from "./blocks-of.ts";

/** A block without the elements that it is from. */
export const plainBlock = ({ kind, text, page, column, rule }: MarkedBlock): Block => ({
  kind,
  text,
  page,
  column,
  rule,
});
