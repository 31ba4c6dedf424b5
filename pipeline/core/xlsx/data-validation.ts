import { xmlText } from "./xml-text.ts";

/** What a program does about a typed value that is not in the list. Pasted values are never compared with it. */
type Unlisted = "refuse" | "warn" | "accept";

export interface DropDown {
  /** The cells that have it, such as `E2:E1048576`. */
  readonly cells: string;
  /** The cells with the values, such as `Codes!$B$2:$B$9`. A list that is written out may have at most 255 characters. */
  readonly values: string;
  readonly unlisted: Unlisted;
  readonly title: string;
  readonly prompt: string;
}

/** Excel reports a damaged file if a title or a prompt is longer. */
const LONGEST_TITLE = 32;
const LONGEST_PROMPT = 255;

const ERROR_STYLE = { refuse: "stop", warn: "warning", accept: "information" } as const;

/** `dataValidation`: a drop-down whose values stand in another range (ECMA-376 part 1, 18.3.1.32). */
export const dropDown = ({ cells, values, unlisted, title, prompt }: DropDown): string =>
  [
    `<dataValidation type="list" errorStyle="${ERROR_STYLE[unlisted]}" allowBlank="1" showInputMessage="1"`,
    unlisted === "accept" ? "" : ' showErrorMessage="1"',
    ` promptTitle="${xmlText(title.slice(0, LONGEST_TITLE))}" prompt="${xmlText(prompt.slice(0, LONGEST_PROMPT))}"`,
    ` sqref="${cells}"><formula1>${xmlText(values)}</formula1></dataValidation>`,
  ].join("");
