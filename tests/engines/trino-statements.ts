import { canonicalEvent } from "#schemas/events/canonical-event.ts";

interface Edition {
  readonly source: string;
  readonly edition: string;
}

const COLUMNS = Object.entries(canonicalEvent).map(([name, { type }]) => `  ${name} ${type}`);

/** The statements by which Trino reads imported editions as `hive.events.events`, as deploy/TRINO.md prints them for one. */
export const trinoStatements = (editions: readonly Edition[]): string[] => [
  "CREATE SCHEMA IF NOT EXISTS hive.events",
  ...editions.flatMap((edition) => [
    `CREATE TABLE hive.events.${tableOf(edition)} (\n${COLUMNS.join(",\n")}\n) WITH (\n` +
      `  external_location = 'local:///events/${edition.source}/${edition.edition}',\n` +
      "  format = 'PARQUET',\n  partitioned_by = ARRAY['year']\n)",
    `CALL hive.system.sync_partition_metadata('events', '${tableOf(edition)}', 'FULL')`,
  ]),
  `CREATE OR REPLACE VIEW hive.events.events AS\n${editions
    .map((edition) => `SELECT * FROM hive.events.${tableOf(edition)}`)
    .join("\nUNION ALL\n")}`,
];

const tableOf = ({ source, edition }: Edition) => `${source}_${edition}`.replaceAll(/\W/gu, "_");
