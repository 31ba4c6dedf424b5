import type { Issue } from "#pipeline/core/issue.ts";
import { isEditionFile } from "./edition-files.ts";

type Altered = Extract<Issue, { code: "publish/altered-release" }>;

const RESTORE = "Published releases must not change: restore this one, for example with git checkout.";
const RESTORE_CATALOG = "Restore catalog.json, for example with git checkout.";

const isEdition = (file: string) => isEditionFile(file.replace(/^.*\/releases\/[^/]+\//u, ""));

/** What is not as it was published, and how to put it right. */
export function formatAltered({ at, version, why }: Altered): string {
  switch (why) {
    case "changed":
      return `The file differs from the one that was published in ${version}. ${isEdition(at.file) ? `Delete it, and make it again: npm run pipeline -- editions ${version}` : RESTORE}`;
    case "missing":
      return `The file is missing from ${version}. ${RESTORE}`;
    case "unlisted":
      return `The file is not part of ${version}. Published releases must not change: delete it, or move it elsewhere.`;
    case "not-a-file":
      return `This is a link or another special file, but ${version} was published with regular files only. ${RESTORE}`;
    case "no-sums":
      return `${version} has no SHA256SUMS. ${RESTORE}`;
    case "unreadable":
      return `The file of ${version} is not JSON, although it has the hash in SHA256SUMS. ${RESTORE}`;
    case "other-version":
      return `The file says that it belongs to another version or day than ${version}. A release cannot be copied or renamed: remove this folder, or restore the release, for example with git checkout.`;
    case "other-manifest":
      return `The hashes in manifest.json are not those in the SHA256SUMS of ${version}, so one of the two was changed. ${RESTORE}`;
    case "bad-tombstone":
      return `withdrawn.json is damaged, or it is not the one that was written when ${version} was withdrawn. ${RESTORE}`;
    case "other-sums":
      return `The SHA256SUMS of ${version} does not match the hash in catalog.json, so one of the two was changed. ${RESTORE}`;
    case "other-than-named":
      return `The SHA256SUMS of ${version} is not the one that the next release names as its predecessor's. ${RESTORE}`;
    case "other-first-release":
      return `${version} is not the release that was first published under this version. ${RESTORE}`;
    case "other-entry":
      return `catalog.json records another day for ${version}, or a withdrawal that did not take place. ${RESTORE_CATALOG}`;
    case "no-catalog":
      return `The catalog is missing or cannot be read, so nothing says whether ${version} was published. ${RESTORE_CATALOG}`;
    case "uncatalogued":
      return `${version} is not in catalog.json, and it does not follow the newest release there. If it was published, restore catalog.json, for example with git checkout; otherwise remove this folder.`;
    case "gone":
      return `catalog.json lists ${version}, but its folder is missing. ${RESTORE}`;
    case "no-predecessor":
      return `The release that ${version} names as its predecessor is not the one before it. Restore the missing release, or remove the one that does not belong there.`;
    case "before-predecessor":
      return `${version} is dated before its predecessor. ${RESTORE}`;
    case "in-the-future":
      return `${version} is dated later than tomorrow. Check the clock of this computer; if it is right, restore the release, for example with git checkout.`;
    default:
      return why satisfies never;
  }
}
