import { sha256Hex } from "#pipeline/core/hash.ts";
import type { OutputFile } from "#pipeline/core/output-file.ts";
import type { ReleaseOnDisk } from "#pipeline/core/release-store.ts";
import { newestSection, shortenSection } from "#pipeline/publish/plan/changelog-sections.ts";
import { dataset } from "#schemas/dataset.ts";
import { releasePath } from "./catalog.ts";

const encoder = new TextEncoder();

/**
 * `feed.xml`: an Atom feed (RFC 4287) with an entry per release, newest first.
 *
 * Ids are name-based UUIDs, because they must be the same wherever the files are served. Links are relative to the feed:
 * they lead to the files of the releases, or where `linkTo` says.
 */
export function buildFeed(releases: readonly ReleaseOnDisk[], linkTo = linkToFiles): OutputFile {
  const updated = releases.map(updatedOn).sort().at(-1) ?? "1970-01-01";
  const xml = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${nameUuid(dataset.name)}</id>
  <title>Releases of ${dataset.name}</title>
  <updated>${escapeXml(updated)}T00:00:00Z</updated>
  <author>
    <name>${dataset.author}</name>
  </author>
  <link rel="self" type="application/atom+xml" href="feed.xml"/>
${releases.map((release) => entry(release, linkTo(release))).join("")}</feed>
`;
  return { path: "feed.xml", bytes: encoder.encode(xml) };
}

const linkToFiles = ({ version, withdrawn }: ReleaseOnDisk) =>
  `${releasePath(version)}/${withdrawn === null ? "README.md" : "withdrawn.json"}`;

const entry = (release: ReleaseOnDisk, link: string) => `  <entry>
    <id>${nameUuid(`${dataset.name}@${release.version}`)}</id>
    <title>${dataset.name} ${escapeXml(release.version)}${release.withdrawn === null ? "" : " (withdrawn)"}</title>
    <updated>${escapeXml(updatedOn(release))}T00:00:00Z</updated>
    <link rel="alternate" href="${escapeXml(link)}"/>
    <content type="text">${escapeXml(contentOf(release))}</content>
  </entry>
`;

const updatedOn = ({ created, withdrawn }: ReleaseOnDisk) => withdrawn?.date ?? created;

const contentOf = ({ withdrawn, changelog }: ReleaseOnDisk) =>
  withdrawn === null ? shortenSection(newestSection(changelog())) : `This release was withdrawn: ${withdrawn.reason}`;

/** A UUID of version 8 (RFC 9562, B.2): the first bits of the name's SHA-256, with version and variant set. */
function nameUuid(name: string): string {
  const hex = sha256Hex(name);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Leaves out characters that XML 1.0 does not allow. */
const escapeXml = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/gu, (character) => ESCAPES[character] ?? character);
