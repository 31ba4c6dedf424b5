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

export interface SetText {
  readonly setting: string;
  readonly id: string;
  readonly pdf: string;
}

/** The first of the programs on the path; `null` if there is none. */
export function findProgram(names: readonly string[]): string | null {
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

/** Sets texts into PDF with LibreOffice, in each setting. */
export function setByOffice(program: string, texts: ReadonlyMap<string, string>, folder: string): SetText[] {
  const set = SETTINGS.flatMap((setting, number) =>
    [...texts].map(([id, text]) => {
      const name = `${id}.${number + 1}`;
      writeFileSync(join(folder, `${name}.fodt`), openDocument(filledLines(text), setting));
      return { setting: setting.name, id, pdf: join(folder, `${name}.pdf`) };
    }),
  );
  const inputs = set.map(({ pdf }) => pdf.replace(/pdf$/u, "fodt"));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  execFileSync(program, [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...inputs], {
    stdio: "ignore",
  });
  return set;
}

/** Prints texts to PDF with Chromium, which adds a running head and page numbers. */
export function setByBrowser(program: string, texts: ReadonlyMap<string, string>, folder: string): SetText[] {
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return [...texts].map(([id, text]) => {
    const [page, pdf] = [join(folder, `${id}.html`), join(folder, `${id}.web.pdf`)];
    writeFileSync(page, webPage(filledLines(text)));
    const flags = ["--headless", "--disable-gpu", ...root, `--print-to-pdf=${pdf}`, pathToFileURL(page).href];
    execFileSync(program, flags, { stdio: "ignore" });
    return { setting: "Chromium", id, pdf };
  });
}
