import type { StagedTables } from "#pipeline/core/staged.ts";
import { statementTableNames } from "#schemas/coded-tables.ts";
import { codeEntries } from "./code-entries.ts";
import type { Entry } from "./entry.ts";
import { recordEntries } from "./record-entries.ts";
import { registerEntries, registerNames } from "./register-entries.ts";

/** All that a search looks through: codes, registers and records. Rows with errors count, as far as they can be read. */
export const entriesOf = (tables: StagedTables): Entry[] => [
  ...codeEntries(),
  ...registerNames.flatMap((name) => registerEntries(name, tables)),
  ...statementTableNames.flatMap((name) => recordEntries(name, tables)),
];
