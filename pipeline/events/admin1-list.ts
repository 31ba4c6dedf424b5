import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Admin1Unit } from "./admin1-key.ts";

const Line = z.object({
  iso3: z.string().length(3),
  pcode: z.string().min(1),
  name: z.string(),
  other_names: z.string(),
});

/** The units of `raw/outlines/pcodes.csv`; `null` if the text is not such a list. */
export function readAdmin1List(text: string): readonly Admin1Unit[] | null {
  const lines = z.array(Line).safeParse(rowsOf(text));
  if (!lines.success) return null;
  return lines.data.map(({ iso3, pcode, name, other_names }) => ({
    iso3,
    pcode,
    names: [name, ...other_names.split("; ")].filter((written) => written !== ""),
  }));
}

function rowsOf(text: string): unknown {
  try {
    return parse(text, { bom: true, columns: true, skip_empty_lines: true });
  } catch {
    return null;
  }
}
