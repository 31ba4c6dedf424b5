import type { Alteration } from "#pipeline/core/issues/sheet-issue.ts";

/** What Excel and LibreOffice show instead of a value. */
export const ERROR_VALUE = /^(?:#(?:REF!|NAME\?|N\/A|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)|Err:5\d\d)$/u;

/** What a spreadsheet program did to a text that is a text again, as after saving as CSV; `null` if a person edited it. */
export function alterationOfText(before: string, after: string): Alteration | null {
  if (straighten(before) === straighten(after)) return "quotes";
  if (SHOWN_DATE.test(after) && !SHOWN_DATE.test(before) && /\d/u.test(before)) return "date";
  if (/^(?:TRUE|FALSE)$/u.test(after) && before.toUpperCase() === after) return "boolean";
  return NUMBER.test(before) && NUMBER.test(after) ? alterationOfNumber(before, after) : null;
}

/** What automatic correction turns into something else, in its plain form. */
const straighten = (text: string) =>
  text
    .replace(/[‘’‚‛′]/gu, "'")
    .replace(/«[ \u00a0\u202f]?|[ \u00a0\u202f]?»|[“”„‟″]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]|-{2,3}/gu, "-")
    .replaceAll("…", "...")
    .replace(/[\u00a0\u202f]/gu, " ");

/** `03/01/2017`, `1.3.17`, `Mar-17`, `3-Mar`, `2017-03-01 00:00:00`: how programs show a date. A coder writes EDTF or words. */
const SHOWN_DATE =
  /^(?:\d{1,4}[/.]\d{1,2}[/.]\d{1,4}|\d{1,2}-\d{1,2}-\d{2,4}|(?:\d{1,2}-)?[A-Za-zéû]{3,5}\.?-\d{2}(?:\d{2})?|\d{1,2}-[A-Za-zéû]{3,5}\.?|\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2})?)$/u;

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;
const EXPONENT = /[eE]/u;

/** The share by which a program may round a number that it shows with an exponent: `1.23E+05` of 123456. */
const SHOWN_SHARE = 0.005;
const KEPT_DIGITS = 15;

function alterationOfNumber(before: string, after: string): Alteration | null {
  const [was, is] = [Number(before), Number(after)];
  if (EXPONENT.test(after) && !EXPONENT.test(before))
    return Math.abs(was - is) <= Math.abs(was) * SHOWN_SHARE ? "exponent" : null;
  if (was === is) return "zeros";
  return hasOnlyKeptDigits(before, after) ? "rounded" : null;
}

/** Excel writes zeros in place of the digits that it does not keep. */
const hasOnlyKeptDigits = (before: string, after: string) =>
  /^\d+$/u.test(before) && after === before.slice(0, KEPT_DIGITS).padEnd(before.length, "0");
