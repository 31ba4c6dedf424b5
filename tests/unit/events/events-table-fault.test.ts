import { describe, expect, it } from "vitest";
import { eventsTableFault } from "#pipeline/events/events-table-fault.ts";
import { canonicalEvent } from "#schemas/events/canonical-event.ts";

const columns = () => new Map(Object.entries(canonicalEvent).map(([name, { type }]) => [name, type.toLowerCase()]));

describe("a table of events on a server", () => {
  it("is right with the canonical columns, and with more", () => {
    expect(eventsTableFault(new Map([...columns(), ["notes", "array(varchar)"]]))).toBeNull();
  });

  it("may have texts of a length, and wider whole numbers", () => {
    expect(eventsTableFault(new Map([...columns(), ["event_id", "varchar(20)"], ["year", "bigint"]]))).toBeNull();
  });

  it.each([
    ["day_first", "date"],
    ["day_first", "varchar"],
    ["latitude", "decimal(9,6)"],
    ["event_id", "bigint"],
  ])("is wrong if %s is %s", (name, type) => {
    expect(eventsTableFault(new Map([...columns(), [name, type]]))).toContain(`${type} as the type of ${name}`);
  });

  it("is wrong without a column, and counts what else is wrong", () => {
    const some = columns();
    some.delete("cell_x");
    expect(eventsTableFault(some)).toBe("no column cell_x");
    some.delete("cell_y");
    expect(eventsTableFault(some)).toBe("no column cell_y, and 1 other difference");
  });
});
