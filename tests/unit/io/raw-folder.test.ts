import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { readRawFolder, readTextFolders, textFolders } from "#pipeline/io/raw-folder.ts";

let folder: string;
let folders: readonly string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-texts-"));
  folders = ["first", "second"].map((name) => join(folder, name));
  for (const path of folders) mkdirSync(path);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
const found = () => readTextFolders(folders).map(({ path }) => path.slice(folder.length + 1));

describe("the folders of the texts", () => {
  it("are that of DOCUMENTS_DIR and raw/documents", () => {
    vi.stubEnv("DOCUMENTS_DIR", "/texts");
    expect(textFolders("raw", undefined)).toEqual(["/texts", "raw/documents"]);
  });

  it("are raw/documents alone without DOCUMENTS_DIR, or where it names the same folder", () => {
    for (const named of ["", "raw/documents", join(process.cwd(), "raw/documents/")]) {
      vi.stubEnv("DOCUMENTS_DIR", named);
      expect(textFolders("raw", undefined)).toEqual(["raw/documents"]);
    }
  });

  it("are the one of --texts alone", () => {
    vi.stubEnv("DOCUMENTS_DIR", "/texts");
    expect(textFolders("raw", "mine")).toEqual(["mine"]);
  });
});

it("lists what else is in the folder of the coded tables, but no hidden file and no lock file of a spreadsheet program", async () => {
  mkdirSync(join(folder, "coded"));
  const names = ["events.csv", "events.xlsx", "events.csv.bak", ".hidden", ".~lock.events.csv#", "~$events.xlsx"];
  for (const name of names) write(`coded/${name}`, "");
  const { coded, strays } = await readRawFolder(folder, []);
  expect(coded.map(({ path }) => path)).toEqual([join(folder, "coded/events.csv")]);
  expect(strays).toEqual(["events.csv.bak", "events.xlsx"].map((name) => join(folder, "coded", name)));
});

describe("the texts of two folders", () => {
  it("are those of both, sorted by name, wherever a folder is missing", () => {
    write("first/b.txt", "B");
    write("second/a.txt", "A");
    expect(found()).toEqual(["second/a.txt", "first/b.txt"]);
    rmSync(join(folder, "second"), { recursive: true });
    expect(found()).toEqual(["first/b.txt"]);
  });

  it("are read once where both have the same", () => {
    for (const name of ["first", "second"]) write(`${name}/a.txt`, "A");
    expect(found()).toEqual(["first/a.txt"]);
  });

  it("are refused, with both places, where the folders have different ones of a source", () => {
    write("first/a.txt", "A");
    write("second/a.txt", "A\n");
    expect(found).toThrow(UsageError);
    expect(found).toThrow(`${folders[0]}/a.txt and ${folders[1]}/a.txt differ.`);
  });

  it("are neither notes nor files of another program", () => {
    for (const name of ["a.notes.txt", ".~lock.a.txt#", ".a.txt", "a.md", "a.index.csv"]) write(`first/${name}`, "");
    write("first/a.txt", "A");
    expect(found()).toEqual(["first/a.txt"]);
  });
});
