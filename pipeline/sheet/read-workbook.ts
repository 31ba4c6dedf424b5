import { readNumberFormats } from "./number-formats.ts";
import { readXml, XmlFault } from "./read-xml.ts";
import { readSheetCells, type SheetCell } from "./sheet-cells.ts";
import { unpackWorkbook } from "./unpack-workbook.ts";
import { readSharedTexts } from "./written-texts.ts";

export interface ReadSheet {
  readonly name: string;
  /** By row, from 1, and column, from 1. Empty cells are left out. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
}

export type WorkbookFault = "not-a-workbook" | "too-large";

/** The sheets of a workbook in their order, with the raw type of each cell; or why it cannot be read. */
export function readWorkbook(bytes: Uint8Array): readonly ReadSheet[] | WorkbookFault {
  const parts = unpackWorkbook(bytes);
  if (typeof parts === "string") return parts;
  try {
    const targets = relationTargets(parts.get("xl/_rels/workbook.xml.rels"));
    const texts = readSharedTexts(parts.get(partOf(targets, "/sharedStrings")));
    const formats = readNumberFormats(parts.get(partOf(targets, "/styles")));
    return sheetEntries(parts.get("xl/workbook.xml")).map(({ name, id }) => ({
      name,
      rows: readSheetCells(parts.get(targets.get(id)?.path ?? ""), { texts, formats }),
    }));
  } catch (error) {
    if (error instanceof XmlFault) return "not-a-workbook";
    throw error;
  }
}

interface Target {
  readonly type: string;
  readonly path: string;
}

/** By the id of the relationship. */
function relationTargets(bytes: Uint8Array | undefined): Map<string, Target> {
  const targets = new Map<string, Target>();
  readXml(bytes, {
    open: ({ name, attributes: { Id = "", Type = "", Target = "" } }) => {
      if (name !== "Relationship") return;
      targets.set(Id, { type: Type, path: Target.startsWith("/") ? Target.slice(1) : `xl/${Target}` });
    },
  });
  return targets;
}

const partOf = (targets: ReadonlyMap<string, Target>, ending: string) =>
  [...targets.values()].find(({ type }) => type.endsWith(ending))?.path ?? "";

function sheetEntries(bytes: Uint8Array | undefined): { name: string; id: string }[] {
  const sheets: { name: string; id: string }[] = [];
  readXml(bytes, {
    open: ({ name, attributes }) => {
      if (name !== "sheet") return;
      const [, id = ""] = Object.entries(attributes).find(([key]) => key.endsWith(":id")) ?? [];
      sheets.push({ name: attributes.name ?? "", id });
    },
  });
  return sheets;
}
