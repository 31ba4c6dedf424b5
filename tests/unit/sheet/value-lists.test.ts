import { expect, it } from "vitest";
import { readCodedFile } from "#pipeline/sheet/coded-file.ts";
import { valueLists } from "#pipeline/sheet/value-lists.ts";
import { codedTableNames } from "#schemas/coded-tables.ts";
import { aCodedRow, aRawInput } from "#tests/builders/raw.ts";

it("offers the ids of a register, but not what other tables name by two columns or more", () => {
  const { coded } = aRawInput({
    actor_aliases: [aCodedRow("actor_aliases", {})],
    event_links: [aCodedRow("event_links", { table: "events", record_id: "evt-1" })],
  });
  const ids = valueLists(coded.map((file, at) => readCodedFile(codedTableNames[at] ?? "actors", file))).sheets.find(
    ({ name }) => name === "Ids",
  );
  const columns = new Set(ids?.rows.map(([column]) => column));
  expect(columns).toContain("actors.actor_id");
  expect([...columns].filter((column) => /^(actor_aliases|event_links)/u.test(String(column)))).toEqual([]);
});
