import { parsePartialDate } from "#pipeline/core/partial-date.ts";
import type { Finding, MetadataField } from "./taken-in.ts";
import { hasWords, tidyText } from "./tidy-text.ts";

/** The findings that have the form of their field, each once: what a page declares is often a default of its program. */
export function checkFindings(found: readonly Finding[]): Finding[] {
  const checked = found.flatMap((finding): Finding[] => {
    const value = readValue(finding.field, tidyText(finding.value));
    return value === null ? [] : [{ ...finding, value }];
  });
  return [...new Map(checked.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/** Longer values are no title and no name. */
const LONGEST = 500;

function readValue(field: MetadataField, text: string): string | null {
  if (text === "" || text.length > LONGEST) return null;
  switch (field) {
    case "title":
    case "publisher":
      return hasWords(text) ? text : null;
    case "authors":
      return nameOf(text);
    case "date_published":
      return isoDayOf(text);
    case "language":
      return languageOf(text);
    case "url":
      return /^https?:\/\/\S+$/iu.test(text) ? text : null;
    case "licence":
      return text;
    default:
      return field satisfies never;
  }
}

/** Names of users that programs put where nobody gave one. */
const USER = /^(?:admin|administrat(?:or|eur)|root|user|webmaster)$/iu;

/** A name without the word before it; addresses and users of a system are not names. */
function nameOf(text: string): string | null {
  const name = text.replace(/^(?:by|par)(?:\s*:)?\s+(?=\S)/iu, "");
  return hasWords(name) && !/^https?:/iu.test(name) && !USER.test(name) ? name : null;
}

/** The beginning of the time of computers, which programs write for a day that they do not know, also as west of Greenwich. */
const EPOCH = new Set(["1970-01-01", "1969-12-31"]);

/** The day of a whole ISO date, as its author's clock had it. Durations, years, seasons and other forms are not read. */
function isoDayOf(text: string): string | null {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$/u.exec(text.trim()) ?? [];
  return day === undefined || EPOCH.has(day) || typeof parsePartialDate(day) === "string" ? null : day;
}

/** `fr` of `fr-FR` and `fr_FR`; other forms than two letters have no place in the register. */
function languageOf(text: string): string | null {
  const [, code] = /^([a-z]{2})(?:[-_][a-z0-9]+)*$/iu.exec(text) ?? [];
  return code === undefined ? null : code.toLowerCase();
}
