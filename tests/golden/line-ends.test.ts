import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DiskFile, RawInput } from "#pipeline/core/raw-input.ts";
import { resolveRaw } from "#pipeline/run.ts";
import type { Files } from "#tests/golden/edited-files.ts";
import { pinIssues } from "#tests/golden/pinned-issues.ts";
import { GOLDEN, rawFilesOf } from "#tests/golden/raw-files.ts";

/** Files with other line ends, inside quoted cells too; UTF-16 is left as it is, because it is reported as a whole. */
function withLineEnds(files: Files, end: string): Files {
  const converted = [...files].map(([path, bytes]): [string, Buffer] => {
    if (bytes.includes(0)) return [path, bytes];
    return [path, Buffer.from(bytes.toString("latin1").replaceAll(/\r\n|\r|\n/gu, end), "latin1")];
  });
  return new Map(converted);
}

function issuesOf(files: Files): string {
  const inFolder = (folder: string): DiskFile[] =>
    [...files]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, bytes]) => ({ path: `raw/${path}`, bytes }));
  const raw: RawInput = {
    codedPath: "raw/coded",
    coded: inFolder("coded"),
    indexes: inFolder("documents"),
    texts: [],
    second: [],
    outlines: inFolder("outlines"),
    strays: [],
    unread: [],
  };
  return pinIssues(resolveRaw(raw).issues);
}

const cases = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** A line is a line of the file, however it ends: an editor shows the same number for LF, CRLF and CR. */
describe("the line of each issue does not depend on the line ends of", () => {
  it.each(cases)("%s", (name) => {
    const { files } = rawFilesOf(name);
    const expected = issuesOf(withLineEnds(files, "\n"));
    for (const end of ["\r\n", "\r"]) expect(issuesOf(withLineEnds(files, end))).toBe(expected);
  });
});
