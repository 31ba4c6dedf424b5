/** A line of text at a place of a page, in points from its left and upper edge. Each letter is 0.6 sizes wide. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isInvisible?: boolean;
  readonly isUpward?: boolean;
}

export interface MadePage {
  readonly texts?: readonly PlacedText[];
  /** Lines that are drawn from x to right. */
  readonly rules?: readonly { readonly x: number; readonly right: number; readonly y: number }[];
  /** Words of a drawing that is an object of its own, with four lines, and that is from 300 to 650 points down. */
  readonly drawn?: readonly PlacedText[];
  /** Whether a picture covers the page. */
  readonly hasPicture?: boolean;
}

const PAGE = { width: 600, height: 800 };

/** The letters of WinAnsiEncoding that the tests need, and that Latin-1 lacks. */
const WIN_ANSI: Readonly<Record<string, string>> = {
  "“": "\\223",
  "”": "\\224",
  "’": "\\222",
  "–": "\\226",
  "—": "\\227",
  "•": "\\225",
};

const escapeText = (text: string) =>
  text.replace(/[\\()]/gu, (mark) => `\\${mark}`).replace(/[“”’–—•]/gu, (mark) => WIN_ANSI[mark] ?? mark);

function show({ text, x, y, size = 10, isBold = false, isInvisible = false, isUpward = false }: PlacedText): string {
  const matrix = isUpward ? "0 1 -1 0" : "1 0 0 1";
  const mode = isInvisible ? 3 : 0;
  return `BT /${isBold ? "F2" : "F1"} ${size} Tf ${mode} Tr ${matrix} ${x} ${PAGE.height - y} Tm (${escapeText(text)}) Tj ET`;
}

const DRAWN_BOX = `0 ${PAGE.height - 650} ${PAGE.width} ${PAGE.height - 300}`;

const drawingOf = ({ drawn = [] }: MadePage) =>
  [...[200, 240, 280, 320].map((y) => `60 ${y} m 80 ${y + 20} l S`), ...drawn.map(show)].join("\n");

function contentOf({ texts = [], rules = [], drawn, hasPicture = false }: MadePage): string {
  const picture = hasPicture ? [`q ${PAGE.width} 0 0 ${PAGE.height} 0 0 cm /Im1 Do Q`] : [];
  const lines = rules.map(({ x, right, y }) => `${x} ${PAGE.height - y} m ${right} ${PAGE.height - y} l S`);
  const drawing = drawn === undefined ? [] : ["/Fm1 Do"];
  return [...picture, ...lines, ...drawing, ...texts.map(show)].join("\n");
}

/** The letter with the number 27 has a name that says nothing, as in fonts of old programs. */
const ENCODING = "<< /BaseEncoding /WinAnsiEncoding /Differences [27 /g27] >>";
const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding ${ENCODING} >>`;
const stream = (dictionary: string, content: string) =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** Writes a PDF in Courier. `info` are entries of its information dictionary, `encrypt` its dictionary of encryption. */
export function makePdf(
  pages: readonly MadePage[],
  { info = "", encrypt = "" }: { readonly info?: string; readonly encrypt?: string } = {},
): Uint8Array<ArrayBuffer> {
  const first = 7;
  const kids = pages.map((_, at) => `${first + 3 * at} 0 R`).join(" ");
  const fonts = "/Font << /F1 3 0 R /F2 4 0 R >>";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] >>`,
    font("Courier"),
    font("Courier-Bold"),
    stream(
      "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8",
      "#".repeat(64),
    ),
    `<< ${info} >>`,
    ...pages.flatMap((page, at) => [
      `<< /Type /Page /Parent 2 0 R /Resources << ${fonts} /XObject << /Im1 5 0 R /Fm1 ${first + 3 * at + 2} 0 R >> >> /Contents ${first + 3 * at + 1} 0 R >>`,
      stream("", contentOf(page)),
      stream(`/Type /XObject /Subtype /Form /BBox [${DRAWN_BOX}] /Resources << ${fonts} >>`, drawingOf(page)),
    ]),
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = file.length;
  const locked = encrypt === "" ? "" : `/Encrypt ${encrypt} /ID [<00><00>]`;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R ${locked} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly leading?: number;
}

/** Sets lines under each other. */
export const setLines = (lines: readonly string[], { x, y, size = 10, leading = 12 }: Place): PlacedText[] =>
  lines.map((text, at) => ({ text, x, y: y + at * leading, size }));

/** Breaks a text into lines of at most so many letters. */
export function wrapWords(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
