import { z } from "zod";
import { id, label, text } from "#schemas/column.ts";

/** A warning that a coder looked at, and found that the data are right. */
export const Checked = z.strictObject({
  table: label({ title: "Table", description: "Published table of the record.", example: "places" }),
  record_id: id({ title: "Record", description: "The record that the warning is about.", example: "farabougou" }),
  column: label({ title: "Column", description: "The coded column that the warning is about.", example: "latitude" }),
  warning: label({
    title: "Warning",
    description: "The code of the warning, as the message gives it.",
    example: "resolve/outside-outline",
  }),
  value: text({
    title: "Value",
    description: "The value that was checked, as the message gives it. If the value changes, the warning returns.",
    example: "latitude 14.882, longitude -6.1443",
  }),
  reason: text({
    title: "Reason",
    description: "How it is known that the value is right.",
    example: "The village lies on the border.",
  }),
});
