import { describe, expect, it } from "vitest";
import type { ReleaseOnDisk } from "#pipeline/core/release-store.ts";
import { makeOverview } from "#pipeline/publish/overview/overview.ts";
import { controls, payloads } from "#tests/builders/hostile.ts";

const RELEASES: readonly ReleaseOnDisk[] = [
  {
    version: "1.1.0",
    created: "2026-12-01",
    sumsHash: "b".repeat(64),
    previous: { version: "1.0.0", sha256sums: "a".repeat(64) },
    withdrawn: null,
    changelog: () =>
      '# Changelog\n\n## 1.1.0 (2026-12-01)\n\nMINOR: a < b & "c"\u0000.\n\n## 1.0.0 (2026-11-24)\n\nThe first release.\n',
  },
  {
    version: "1.0.0",
    created: "2026-11-24",
    sumsHash: "a".repeat(64),
    previous: null,
    withdrawn: null,
    changelog: () => "# Changelog\n\n## 1.0.0 (2026-11-24)\n\nThe first release.\n",
  },
];
const textOf = (path: string, releases = RELEASES) =>
  new TextDecoder().decode(makeOverview(releases).find((file) => file.path === path)?.bytes);

describe("catalog.json", () => {
  it("lists all releases, newest first, and says which is latest", () => {
    expect(JSON.parse(textOf("catalog.json"))).toEqual({
      name: "jnim-data",
      latest: "1.1.0",
      releases: [
        { version: "1.1.0", date: "2026-12-01", path: "releases/1.1.0", sha256sums: "b".repeat(64) },
        { version: "1.0.0", date: "2026-11-24", path: "releases/1.0.0", sha256sums: "a".repeat(64) },
      ],
    });
  });
});

describe("feed.xml", () => {
  const feed = textOf("feed.xml");
  const all = (pattern: RegExp) => [...feed.matchAll(pattern)].map(([, found]) => found);

  it("has what RFC 4287 demands of a feed and of each entry", () => {
    expect(all(/<feed xmlns="([^"]+)"/gu)).toEqual(["http://www.w3.org/2005/Atom"]);
    expect(
      all(/<id>(urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})<\/id>/gu),
    ).toHaveLength(3);
    expect(all(/<updated>(.+)<\/updated>/gu)).toEqual([
      "2026-12-01T00:00:00Z",
      "2026-12-01T00:00:00Z",
      "2026-11-24T00:00:00Z",
    ]);
    expect(all(/<title>(.+)<\/title>/gu)).toEqual(["Releases of jnim-data", "jnim-data 1.1.0", "jnim-data 1.0.0"]);
    expect(all(/<author>\s*<name>(.+)<\/name>/gu)).toEqual(["jnim-data contributors"]);
    expect(all(/<link rel="alternate" href="([^"]+)"/gu)).toEqual([
      "releases/1.1.0/README.md",
      "releases/1.0.0/README.md",
    ]);
  });

  it("gives each entry its section of the changelog, escaped and without characters that XML does not allow", () => {
    expect(all(/<content type="text">([^<]*)<\/content>/gu)).toEqual([
      "## 1.1.0 (2026-12-01)\n\nMINOR: a &lt; b &amp; &quot;c&quot;.\n",
      "## 1.0.0 (2026-11-24)\n\nThe first release.\n",
    ]);
  });

  it.each(Object.entries({ ...payloads, ...controls }))("shows a text, and lets none act: %s", (_, text) => {
    const changelog = `# Changelog\n\n## 1.1.0 (2026-12-01)\n\nPATCH: ${text.replaceAll("\n", " ")}`;
    const [, content = ""] =
      /^<\?xml[^<>]*\?>(?:\s*<\/?[a-z]+(?: [a-z:]+="[^"<>&]*")*\/?>[^<>]*)*<content type="text">([^<>]*)<\/content>/u.exec(
        textOf(
          "feed.xml",
          RELEASES.slice(0, 1).map((release) => ({ ...release, changelog: () => changelog })),
        ),
      ) ?? [];
    const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' };
    const allowed = changelog
      .slice("# Changelog\n\n".length)
      .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
    expect(content.replace(/&[a-z]+;/gu, (entity) => entities[entity] ?? "?").trimEnd()).toBe(allowed.trimEnd());
  });

  it("keeps the id of an entry when releases come after it", () => {
    const [, , first] = all(/<id>(.+)<\/id>/gu);
    expect(textOf("feed.xml", RELEASES.slice(1))).toContain(`<id>${first}</id>`);
  });
});

describe("a withdrawn release", () => {
  const withdrawn = { date: "2026-12-05", reason: "It named a person & her village.", inputs: "c".repeat(64) };
  const [newer, older] = RELEASES;
  const releases = [newer, older].flatMap((release) =>
    release === undefined ? [] : [release === newer ? { ...release, withdrawn, changelog: () => "" } : release],
  );

  it("keeps its place and hash in the catalog, with day and reason, and is not the latest", () => {
    expect(JSON.parse(textOf("catalog.json", releases))).toMatchObject({
      latest: "1.0.0",
      releases: [
        {
          version: "1.1.0",
          sha256sums: "b".repeat(64),
          withdrawn: { date: "2026-12-05", reason: "It named a person & her village." },
        },
        { version: "1.0.0" },
      ],
    });
  });

  it("tells readers of the feed, as an entry that was updated on the day of the withdrawal", () => {
    const found = textOf("feed.xml", releases);
    expect(found).toContain("<title>jnim-data 1.1.0 (withdrawn)</title>");
    expect(found).toContain("This release was withdrawn: It named a person &amp; her village.");
    expect(found.match(/<updated>2026-12-05T00:00:00Z<\/updated>/gu)).toHaveLength(2);
  });
});
