import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { controls, hostileRaw, payloads } from "#tests/builders/hostile.ts";
import { readMarkdown } from "#tests/builders/markdown.ts";
import { writeRaw } from "#tests/golden/raw-files.ts";

const PROJECT = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "jnim-hostile-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function pipeline(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(PROJECT, "pipeline/start.mjs"), ...words], {
    cwd: scratch,
    encoding: "utf8",
    env: { ...process.env, DOCUMENTS_DIR: undefined, SOURCE_DATE_EPOCH: undefined },
  });
  return { status, stdout, stderr };
}

const read = (path: string) => readFileSync(join(scratch, path), "utf8");

/** What would act on a terminal or in the log of a workflow. */
const ACTING = /[^\P{Cc}\t\n]|(?![\u00ad\u200c\u200d])\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]|^\s*::|##(?:vso|teamcity)?\[/mu;

/** The anchors of the codebook, and the figures of a README, whose words are the project's. */
const OWN_TAGS =
  /^(?:<a id="codes-[a-z_]+">|<\/a>|<\/?picture>|<source media="\(prefers-color-scheme: dark\)" srcset="figures\/[a-z-]+\.dark\.svg">|<img src="figures\/[a-z-]+\.svg" alt="[A-Za-z0-9_ .,-]+">)$/u;

describe("a release of data whose texts would act", () => {
  const previews: ReturnType<typeof pipeline>[] = [];
  const releases = [0, 1].map((round) => {
    for (const [path, bytes] of hostileRaw(round === 0 ? 0 : 1)) {
      const place = join(scratch, `raw-${round}`, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, bytes);
    }
    const folders = ["--raw", `raw-${round}`, "--dist", "dist", "--staged", "staged"];
    previews.push(pipeline("run", "--preview", ...folders, "--date", `2026-11-0${round + 1}`));
    return pipeline("run", ...folders, "--date", `2026-11-0${round + 1}`);
  });
  const files = readdirSync(join(scratch, "dist"), { recursive: true, encoding: "utf8" });
  const ending = (end: string) => files.filter((path) => path.endsWith(end) && !path.startsWith("latest/"));

  it("is published, and then a second one with reasons", () => {
    expect(releases).toMatchObject([{ status: 0 }, { status: 0 }]);
    expect(read("dist/releases/1.1.0/changes.csv")).toContain("## 7.7.7 (2026-01-01)");
  });

  it("is shown before as Markdown with no heading but our own, and harmless on a terminal", () => {
    expect(previews).toMatchObject([{ status: 0 }, { status: 0 }]);
    for (const { stdout } of previews) expect(stdout).not.toMatch(ACTING);
    const { headings, inline, html } = readMarkdown(previews[1]?.stdout ?? "");
    expect(headings[0]).toBe("Preview of 1.1.0");
    expect(headings.filter((heading) => /7\.7\.7|Text|text/u.test(heading))).toEqual([]);
    expect([...new Set(inline)]).toEqual(["code_inline"]);
    expect(html).toEqual([]);
    expect(previews[1]?.stdout).toContain("7.7.7");
  });

  it("has no markup in its Markdown but the project's own", () => {
    const documents = [...ending(".md").map((path) => `dist/${path}`), "staged/conflicts.md"];
    expect(documents.length).toBeGreaterThan(6);
    for (const path of documents) {
      const { headings, inline, targets, html } = readMarkdown(read(path));
      expect(
        headings.filter((heading) => /7\.7\.7|Text|text/u.test(heading)),
        path,
      ).toEqual([]);
      const markup = inline.filter((type) => !/^(code_inline|(strong|em|link)_(open|close))$/u.test(type));
      expect(
        markup.filter((type) => type !== "html_inline"),
        path,
      ).toEqual([]);
      expect(
        targets.filter((target) => !/^#|^[\w./-]+$|^https:\/\/creativecommons\.org\//u.test(target)),
        path,
      ).toEqual([]);
      expect(
        html.filter((tag) => !OWN_TAGS.test(tag)),
        path,
      ).toEqual([]);
    }
  });

  it("has the sections of its two releases in the changelog, in the feed and in the list of releases", () => {
    const headings = ["1.1.0 (2026-11-02)", "1.0.0 (2026-11-01)"];
    const inChangelog = readMarkdown(read("dist/latest/CHANGELOG.md")).headings;
    expect(inChangelog.filter((heading) => /^\d/u.test(heading))).toEqual(headings);
    const entries = read("dist/feed.xml").match(/<content type="text">[^<]*<\/content>/gu) ?? [];
    expect(entries.map((entry) => /## (.+)/u.exec(entry)?.[1])).toEqual(headings);
    expect(pipeline("releases", "--dist", "dist").stdout.trimEnd().split("\n")).toHaveLength(2);
  });

  it("has JSON that can be put into a page", () => {
    expect(ending(".json").length).toBeGreaterThan(80);
    for (const path of ending(".json")) {
      const json = read(`dist/${path}`);
      expect(() => JSON.parse(json), path).not.toThrow();
      expect(json, path).not.toMatch(/<[/!?]|<script|\]\]>|[\u007f-\u009f\u2028\u2029]/iu);
    }
    const shown: { title: string }[] = JSON.parse(read("dist/releases/1.0.0/data/source_provenance.json"));
    expect(shown.map(({ title }) => title)).toContain(payloads.html);
  });

  it.each(["1.1", "1.2"] as const)("has a citation that YAML %s reads", (version) => {
    for (const path of ending("CITATION.cff")) {
      const { references } = parse(read(`dist/${path}`), { version });
      expect(references).toHaveLength(3);
      for (const reference of references)
        expect(Object.keys(reference).sort(), path).toEqual(
          expect.arrayContaining(["authors", "title", "type", "year"]),
        );
    }
  });

  it("is one line for each record and each run in staged/", () => {
    for (const path of ["staged/records.ndjson", "staged/runs.ndjson"]) {
      const lines = read(path)
        .trimEnd()
        .split(/\r\n|[\n\r\u2028\u2029\u0085]/u);
      for (const line of lines) expect(JSON.parse(line), path).toBeTypeOf("object");
    }
  });

  it.each([
    ["explain", "events", "evt-1", "--raw", "raw-1", "--dist", "dist"],
    ["explain", "expansion_timeline", "exp-1", "--raw", "raw-1", "--dist", "dist", "--json"],
    ["explain", "jnim-data@1.0.0#evt-1", "--dist", "dist"],
    ["diff", "1.0.0", "1.1.0", "--dist", "dist"],
    ["diff", "1.0.0", "staged", "--dist", "dist", "--raw", "raw-1"],
    ["diff", "1.0.0", "1.1.0", "--dist", "dist", "--json"],
    ["releases", "--dist", "dist"],
  ])("is harmless on a terminal: %s %s %s %s", (...words) => {
    const { status, stdout, stderr } = pipeline(...words);
    expect(status).toBe(0);
    expect(stdout).not.toBe("");
    if (words.includes("--json")) expect(() => JSON.parse(stdout)).not.toThrow();
    else expect(stdout + stderr).not.toMatch(ACTING);
  });
});

describe("a message about a name or an argument that would act", () => {
  const name = `${controls.hyperlink}\n::error::x`;

  it("shows what it is, on its own line", () => {
    const { surrogate: _, ...names } = { ...controls, command: "\n::error::x", formula: "=1" };
    const texts = Object.values(names).map((text) => text.replaceAll("/", "-"));
    const raw = join(scratch, "names");
    writeRaw("all-well", raw);
    for (const text of texts) writeFileSync(join(raw, "coded", `${text}.csv`), "a\n");
    const events = join(raw, "coded/events.csv");
    const columns = texts.map((text) => `"${text}",`).join("");
    writeFileSync(events, readFileSync(events, "utf8").replace("record_id", `${columns}record_id`));

    const { status, stdout, stderr } = pipeline("validate", "--raw", raw, "--staged", "staged");
    expect(status).toBe(1);
    expect(stdout + stderr).not.toMatch(ACTING);
    const [counts = "", ...lines] = stdout.trimEnd().split("\n").toReversed();
    expect(counts).toContain(`${lines.length} errors`);
    expect(lines.filter((line) => line.includes("  extract/unknown-file  "))).toHaveLength(texts.length);
    expect(lines.filter((line) => line.includes("  extract/unknown-column  "))).toHaveLength(texts.length);
    expect(read("staged/issues.csv")).not.toMatch(/[^\P{Cc}\n\t]|^[^,]*,[0-9]*,"?[=+@]/mu);

    const json: { at: { file: string } }[] = JSON.parse(
      pipeline("validate", "--raw", raw, "--staged", "staged", "--json").stdout,
    );
    expect(json.map(({ at }) => at.file)).toEqual(
      expect.arrayContaining(texts.map((text) => join(raw, "coded", `${text}.csv`))),
    );
  });

  it.each([
    ["a command", [name]],
    ["an option", [`--${name}`]],
    ["a day", ["run", "--date", name]],
    ["a folder", ["validate", "--raw", name]],
    ["a record", ["explain", "events", name, "--raw", "raw-1"]],
    ["a release", ["diff", name, "latest", "--dist", "dist"]],
    ["a text", ["documents", "index", name, "--raw", "raw-1"]],
  ])("is one line: %s", (_, words) => {
    const { status, stdout, stderr } = pipeline(...words);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).not.toMatch(ACTING);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
