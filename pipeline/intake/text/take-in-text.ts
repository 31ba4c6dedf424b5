import { decode, type Encoding } from "#pipeline/core/decode.ts";
import { normaliseText } from "#pipeline/core/sentences.ts";
import { decodeAs } from "../decode-as.ts";
import { remarksOnHyphens } from "../remarks-on-hyphens.ts";
import type { Block, Dropped, Hyphen, Intake, Remark } from "../taken-in.ts";
import { isLine, tidyText } from "../tidy-text.ts";
import { decodeDos, isDos } from "./dos.ts";
import { joinLines } from "./join-lines.ts";
import { isWrapped } from "./wrapped.ts";

/** Takes in a plain text: each line is a block, or, where a program broke the lines at a width, each paragraph. */
export function takeInText(bytes: Uint8Array): Intake {
  const { text, remarks } = decodeText(bytes);
  const lines = normaliseText(text).replaceAll("\f", "\n\n").split("\n");
  const dropped = lines.filter((line) => line.trim() !== "" && !isLine(tidyText(line))).map(asDropped);
  const hyphens: Hyphen[] = [];
  const wrapped = isWrapped(lines);
  const blocks = wrapped
    ? joinLines(lines, hyphens)
    : lines.filter((line) => isLine(tidyText(line))).map((line) => lineBlock(line));
  return {
    taken: {
      blocks,
      notes: [],
      tables: [],
      dropped,
      hyphens,
      metadata: [],
      nPages: null,
      tools: {},
      remarks: [
        ...remarks,
        ...(wrapped ? [remark("lines-joined", String(lines.length))] : []),
        ...remarksOnHyphens(hyphens),
      ],
    },
  };
}

const lineBlock = (line: string): Block => ({
  kind: "paragraph",
  text: tidyText(line),
  page: null,
  column: null,
  rule: "line",
});
const asDropped = (line: string): Dropped => ({ text: tidyText(line), page: null, rule: "line-of-marks" });
const remark = (code: string, detail: string): Remark => ({ code, page: null, detail });

const LABELS: Readonly<Record<Exclude<Encoding, "UTF-16" | "mixed">, string>> = {
  "windows-1252": "windows-1252",
  "Mac Roman": "macintosh",
};

function decodeText(bytes: Uint8Array): { readonly text: string; readonly remarks: readonly Remark[] } {
  const { text, foreign, isCut } = decode(bytes);
  if (isCut) return { text, remarks: [remark("cut-off", "")] };
  if (foreign === null || foreign === "UTF-16") return { text, remarks: [] };
  if (foreign === "mixed") {
    const lost = text.match(/\uFFFD/gu)?.length ?? 0;
    return { text, remarks: [remark("charset-damaged", String(lost))] };
  }
  if (isDos(bytes)) return { text: decodeDos(bytes), remarks: [remark("charset-assumed", "code page 850 of DOS")] };
  return { text: decodeAs(bytes, LABELS[foreign]), remarks: [remark("charset-assumed", foreign)] };
}
