import { englishTitles } from "#pipeline/core/titles/english-titles.ts";
import { titleOf } from "#pipeline/core/titles/record-title.ts";
import { codelists } from "#schemas/codelists.ts";

/** A record of a statement table in words, before there is a release that has it. */
export const rowTitle = (table: string, row: object): string =>
  titleOf(
    table,
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value === null ? "" : String(value)])),
    {
      label: (codelist, code) =>
        codelists.find(({ name }) => name === codelist)?.codes.find((entry) => entry.code === code)?.label ?? code,
      find: () => null,
      table: () => null,
    },
    englishTitles,
  );
