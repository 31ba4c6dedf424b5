import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { editSheet, type StoredCell } from "#tests/builders/coding-workbook.ts";
import { BASE, writeRaw } from "#tests/golden/raw-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-sheet-"));
  writeRaw(BASE, join(folder, "raw"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const workbook = () => join(folder, "coding.xlsx");
const coded = () =>
  Object.fromEntries(
    readdirSync(join(folder, "raw", "coded")).map((name) => [
      name,
      readFileSync(join(folder, "raw", "coded", name), "utf8"),
    ]),
  );

function sheet(...words: readonly string[]) {
  const args = ["pipeline/start.mjs", "sheet", ...words, "--raw", join(folder, "raw")];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stdout, stderr };
}

function edit(table: string, cells: Readonly<Record<string, StoredCell>>) {
  writeFileSync(workbook(), editSheet(new Uint8Array(readFileSync(workbook())), table, cells));
}

it("writes a workbook, and reads it back without changing a byte", () => {
  const before = coded();
  expect(sheet("--out", workbook()).status).toBe(0);
  expect(sheet("--read", workbook())).toMatchObject({ status: 0, stderr: "" });
  expect(coded()).toEqual(before);
});

it("writes an edit, and names the row and the column", () => {
  expect(sheet("actors", "--out", workbook()).status).toBe(0);
  edit("actors", { C2: "Another name" });
  const { status, stdout } = sheet("--read", workbook());
  expect(status).toBe(0);
  expect(stdout).toMatch(/changed {2}.*actors\.csv:2 .*: name\n/u);
  expect(coded()["actors.csv"]).toContain("Another name");
});

it("writes nothing if one cell was altered by the spreadsheet program", () => {
  const before = coded();
  sheet("actors", "--out", workbook());
  edit("actors", { C2: "Another name", C3: { xml: 't="e"><v>#REF!</v>' } });
  const { status, stderr } = sheet("--read", workbook());
  expect(status).toBe(1);
  expect(stderr).toContain("actors!C3");
  expect(coded()).toEqual(before);
});

it("refuses to replace a workbook, an unknown table, and neither or both of --out and --read", () => {
  expect(sheet("--out", workbook()).status).toBe(0);
  expect(sheet("--out", workbook()).status).toBe(2);
  expect(sheet("actor", "--out", join(folder, "new.xlsx"))).toMatchObject({ status: 2 });
  expect(sheet("actors").status).toBe(2);
  expect(sheet("--out", join(folder, "new.xlsx"), "--read", workbook()).status).toBe(2);
  expect(sheet("--read", join(folder, "gone.xlsx"))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("gone.xlsx does not exist."),
  });
});
