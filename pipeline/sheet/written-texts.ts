import { readXml } from "./read-xml.ts";

/** The texts that cells refer to by number (`sharedStrings.xml`). Formats inside a text and readings above it are left out. */
export function readSharedTexts(bytes: Uint8Array | undefined): string[] {
  const texts: string[] = [];
  const collector = textCollector();
  readXml(bytes, {
    open: ({ name }) => {
      if (name === "si") collector.start();
      collector.open(name);
    },
    text: collector.text,
    close: (name) => {
      collector.close(name);
      if (name === "si") texts.push(collector.end());
    },
  });
  return texts;
}

/** Joins the elements `t` of one text, which may be in several runs, without phonetic ones (ECMA-376 part 1, 18.4). */
export function textCollector() {
  let collected = "";
  let isText = false;
  let isPhonetic = false;
  return {
    start: () => {
      collected = "";
    },
    open: (name: string) => {
      if (name === "rPh") isPhonetic = true;
      if (name === "t") isText = !isPhonetic;
    },
    text: (found: string) => {
      if (isText) collected += found;
    },
    close: (name: string) => {
      if (name === "rPh") isPhonetic = false;
      if (name === "t") isText = false;
    },
    end: () => unescapeText(collected),
  };
}

/** `_x000D_` → CR (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
const unescapeText = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
