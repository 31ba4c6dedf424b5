import { columnNumber } from "#pipeline/core/xlsx/addresses.ts";
import { type NumberLook, numberLook } from "./number-formats.ts";
import { readXml, XmlFault } from "./read-xml.ts";
import { textCollector } from "./written-texts.ts";

/** A cell as the file stores it. What `text` shows is the text, or the raw value of anything else. */
export interface SheetCell {
  readonly kind: "text" | "number" | "boolean" | "error" | "date";
  readonly text: string;
  readonly isFormula: boolean;
  /** How a program shows it, if it is a number. */
  readonly look: NumberLook;
}

interface Parts {
  readonly texts: readonly string[];
  readonly formats: readonly string[];
}

const KINDS: Readonly<Record<string, SheetCell["kind"]>> = {
  s: "text",
  str: "text",
  inlineStr: "text",
  b: "boolean",
  e: "error",
  d: "date",
};

/** The cells of a sheet that hold something (ECMA-376 part 1, 18.3.1.4). A row or cell without an address follows the last one. */
export function readSheetCells(bytes: Uint8Array | undefined, parts: Parts): Map<number, Map<number, SheetCell>> {
  const rows = new Map<number, Map<number, SheetCell>>();
  const inline = textCollector();
  let [row, column] = [0, 0];
  let cell: { type: string; style: number; value: string; isFormula: boolean } | null = null;
  let isValue = false;
  readXml(bytes, {
    open: ({ name, attributes }) => {
      if (name === "row") [row, column] = [rowOf(attributes.r) ?? row + 1, 0];
      if (name === "c") {
        column = columnOf(attributes.r) ?? column + 1;
        cell = { type: attributes.t ?? "n", style: Number(attributes.s ?? 0), value: "", isFormula: false };
        inline.start();
      }
      if (name === "f" && cell !== null) cell.isFormula = true;
      if (name === "v") isValue = true;
      inline.open(name);
    },
    text: (text) => {
      inline.text(text);
      if (isValue && cell !== null) cell.value += text;
    },
    close: (name) => {
      inline.close(name);
      if (name === "v") isValue = false;
      if (name !== "c" || cell === null) return;
      const read = readCell({ ...cell, inline: inline.end() }, parts);
      cell = null;
      if (read.text === "" && !read.isFormula) return;
      const cells = rows.get(row) ?? new Map<number, SheetCell>();
      rows.set(row, cells.set(column, read));
    },
  });
  return rows;
}

interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly inline: string;
  readonly isFormula: boolean;
}

function readCell({ type, style, value, inline, isFormula }: RawCell, { texts, formats }: Parts): SheetCell {
  const kind = KINDS[type] ?? "number";
  const shared = type === "s" ? (texts[Number(value)] ?? null) : type === "inlineStr" ? inline : value;
  if (shared === null) throw new XmlFault("A cell refers to a text that does not exist.");
  const text = kind === "boolean" ? (value === "1" ? "TRUE" : "FALSE") : shared;
  return { kind, text, isFormula, look: numberLook(formats[style] ?? "General") };
}

const rowOf = (address: string | undefined) => (address === undefined ? undefined : Number(address));

const columnOf = (address: string | undefined) =>
  address === undefined ? undefined : columnNumber(/^[A-Z]+/u.exec(address)?.[0] ?? "A");
