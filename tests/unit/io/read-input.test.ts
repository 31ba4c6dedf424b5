import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "#pipeline/core/limits.ts";
import { readInput } from "#pipeline/io/read-input.ts";

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-input-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("reading an input file", () => {
  it("gives the bytes of a file, and those behind a link to one", () => {
    writeFileSync(at("table.csv"), "é,\n");
    symlinkSync("table.csv", at("link.csv"));
    writeFileSync(at("empty.csv"), "");
    for (const name of ["table.csv", "link.csv"])
      expect(readInput(at(name))).toEqual({ bytes: new TextEncoder().encode("é,\n") });
    expect(readInput(at("empty.csv"))).toEqual({ bytes: new Uint8Array() });
  });

  it.each([
    ["dangling-link", () => symlinkSync("nowhere.csv", at("x.csv"))],
    ["link-loop", () => symlinkSync("x.csv", at("x.csv"))],
    ["folder", () => mkdirSync(at("x.csv"))],
    ["fifo", () => expect(spawnSync("mkfifo", [at("x.csv")]).status).toBe(0)],
    ["device", () => symlinkSync("/dev/zero", at("x.csv"))],
    ["device", () => symlinkSync("/dev/full", at("x.csv"))],
    ["folder", () => symlinkSync("/", at("x.csv"))],
    ["vanished", () => undefined],
  ])("reports a %s, and does not wait for it", (fault, make) => {
    make();
    expect(readInput(at("x.csv"))).toMatchObject({ fault });
  });

  it("reports a socket", async () => {
    const server = createServer().listen(at("x.csv"));
    await new Promise((resolve) => server.once("listening", resolve));
    expect(readInput(at("x.csv"))).toMatchObject({ fault: "socket" });
    await new Promise((resolve) => server.close(resolve));
  });

  it("looks at the size before it reads", () => {
    writeFileSync(at("x.csv"), "");
    truncateSync(at("x.csv"), limits.fileBytes + 1);
    expect(readInput(at("x.csv"))).toEqual({ fault: "too-large", limit: "fileBytes", bytes: limits.fileBytes + 1 });
    truncateSync(at("x.csv"), 11);
    expect(readInput(at("x.csv"), 10)).toEqual({ fault: "too-large", limit: "inputBytes", bytes: 11 });
    expect(readInput(at("x.csv"), 11)).toEqual({ bytes: new Uint8Array(11) });
  });
});

/** The system's calls with one of them replaced: what another program, or a broken disk, does in the meantime. */
describe("reading an input file while something else happens", () => {
  beforeEach(() => writeFileSync(at("x.csv"), "abcdef"));

  it.each([
    ["grows", () => appendFileSync(at("x.csv"), "g")],
    ["shrinks", () => truncateSync(at("x.csv"), 3)],
    ["is saved with the same length", () => writeFileSync(at("x.csv"), "ABCDEF")],
  ])("reports a file that %s", (_, change) => {
    const before = statSync(at("x.csv"), { bigint: true }).mtimeNs;
    const read = readInput(at("x.csv"), limits.inputBytes, {
      beforeReading: () => {
        // Until the clock of the file system has moved on.
        do change();
        while (statSync(at("x.csv"), { bigint: true }).mtimeNs === before);
      },
    });
    expect(read).toEqual({ fault: "changed", detail: null });
  });

  it("gives the old content of a file that is replaced, as editors do", () => {
    const beforeReading = () => {
      unlinkSync(at("x.csv"));
      writeFileSync(at("x.csv"), "new");
    };
    expect(readInput(at("x.csv"), limits.inputBytes, { beforeReading })).toEqual({
      bytes: new TextEncoder().encode("abcdef"),
    });
  });

  it.each([
    ["EACCES", "denied"],
    ["EPERM", "denied"],
    ["EIO", "system"],
    ["ESTALE", "system"],
  ])("reports %s", (code, fault) => {
    const beforeReading = () => {
      throw Object.assign(new Error(code), { code });
    };
    expect(readInput(at("x.csv"), limits.inputBytes, { beforeReading })).toEqual({ fault, detail: code });
  });

  it("does not take the system's own shortage, or a bug, for a fault of the file", () => {
    const throwing = (error: Error) => () =>
      readInput(at("x.csv"), limits.inputBytes, {
        beforeReading: () => {
          throw error;
        },
      });
    expect(throwing(Object.assign(new Error("EMFILE"), { code: "EMFILE" }))).toThrow("EMFILE");
    expect(throwing(new Error("planted"))).toThrow("planted");
  });
});
