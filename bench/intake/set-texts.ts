import { execFileSync } from "node:child_process";
import { accessSync, constants, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { openDocument, type Setting, webPage } from "./open-document.ts";

const SETTINGS: readonly Setting[] = [
  { name: "LibreOffice, 1 column", columns: 1, indent: false, oddAndEven: false },
  { name: "LibreOffice, 2 columns", columns: 2, indent: true, oddAndEven: true },
  { name: "LibreOffice, 3 columns", columns: 3, indent: false, oddAndEven: true },
];

/** What LibreOffice exports a text of one column to. */
const EXPORTS = { docx: "docx", html: "html:HTML (StarWriter)", epub: "epub" } as const;

/** A text that was set into a file. */
export interface SetText {
  readonly setting: string;
  readonly id: string;
  readonly kind: "pdf" | keyof typeof EXPORTS;
  readonly path: string;
}

/** The programs that set texts, as far as they are installed. */
export const office = findProgram(["soffice", "libreoffice"]);
export const browser = findProgram(["chromium", "chromium-browser", "google-chrome"]);

/** The first of the programs on the path; `null` if there is none. */
function findProgram(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return places.find(isProgram) ?? null;
}

function isProgram(place: string): boolean {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const filledLines = (text: string) => text.split(/\r?\n/u).filter((line) => line.trim() !== "");

/** Sets texts into PDF with LibreOffice, in each setting, and those of one column into the other kinds too. */
export function setByOffice(program: string, texts: ReadonlyMap<string, string>, folder: string): SetText[] {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const convert = (inputs: readonly string[], format: string) =>
    execFileSync(program, [profile, "--headless", "--convert-to", format, "--outdir", folder, ...inputs], {
      stdio: "ignore",
    });
  const written = SETTINGS.map((setting, number) => ({
    setting,
    files: [...texts].map(([id, text]) => {
      const stem = join(folder, `${id}.${number + 1}`);
      writeFileSync(`${stem}.fodt`, openDocument(filledLines(text), setting));
      return { id, stem };
    }),
  }));
  const inputsOf = (files: readonly { readonly stem: string }[]) => files.map(({ stem }) => `${stem}.fodt`);
  convert(inputsOf(written.flatMap(({ files }) => files)), "pdf");
  const inColumn = written[0]?.files ?? [];
  const exported = (["docx", "html", "epub"] as const).flatMap((kind) => {
    convert(inputsOf(inColumn), EXPORTS[kind]);
    return inColumn.map(({ id, stem }) => ({ setting: `LibreOffice, ${kind}`, id, kind, path: `${stem}.${kind}` }));
  });
  const printed = written.flatMap(({ setting, files }) =>
    files.map(({ id, stem }) => ({ setting: setting.name, id, kind: "pdf" as const, path: `${stem}.pdf` })),
  );
  return [...printed, ...exported];
}

/** Prints texts to PDF with Chromium, which adds a running head and page numbers. */
export function setByBrowser(program: string, texts: ReadonlyMap<string, string>, folder: string): SetText[] {
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return [...texts].map(([id, text]) => {
    const [page, pdf] = [join(folder, `${id}.html`), join(folder, `${id}.web.pdf`)];
    writeFileSync(page, webPage(filledLines(text)));
    const flags = ["--headless", "--disable-gpu", ...root, `--print-to-pdf=${pdf}`, pathToFileURL(page).href];
    execFileSync(program, flags, { stdio: "ignore" });
    return { setting: "Chromium", id, kind: "pdf" as const, path: pdf };
  });
}
