import type { Issue } from "#pipeline/core/issue.ts";
import { plural } from "#pipeline/core/plural.ts";
import type { SignatureState, Withdrawal } from "#pipeline/core/release-store.ts";
import { dataset } from "#schemas/dataset.ts";
import { firstReleases, isFirstRelease } from "#schemas/first-releases.ts";

export interface VerifiedRelease {
  readonly version: string;
  /** ISO day of its publication. */
  readonly date: string;
  /** SHA-256 of its SHA256SUMS. */
  readonly sha256sums: string;
  /** The version that it names as its predecessor; `null` if it names none. */
  readonly previous: string | null;
  readonly withdrawn: Withdrawal | null;
  /** Whether its files were read, and not only its place in the chain. */
  readonly isRead: boolean;
  /** Whether nothing of it differs from what was published. */
  readonly isWhole: boolean;
  /** Files of editions that are not here. They may be absent: they can be made again. */
  readonly absent: readonly string[];
  readonly signature: SignatureState;
}

interface Verified {
  /** Newest first. */
  readonly verified: readonly VerifiedRelease[];
  /** The file of allowed signers; `null` if there is none. */
  readonly signers: string | null;
  /** Whether that file belongs to the releases, and was not named by the user. */
  readonly isOwnSigners: boolean;
  /** Releases whose signature is wrong or lacking. */
  readonly faults: readonly VerifiedRelease[];
  readonly issues: readonly Issue[];
}

interface Formatted {
  readonly lines: readonly string[];
  readonly errors: readonly string[];
  readonly statements: { readonly proven: readonly string[]; readonly notProven: readonly string[] };
}

/** What a verification found: a line per release, what it proves and what it does not. */
export function formatVerified({ verified, signers, isOwnSigners, faults, issues }: Verified): Formatted {
  const statements =
    issues.length + faults.length > 0
      ? { proven: [], notProven: [] }
      : { proven: proven(verified, signers), notProven: notProven(verified, isOwnSigners) };
  return {
    statements,
    lines: [
      ...(verified.length === 0 ? ["There is no release yet."] : verified.map(formatRelease)),
      ...statements.proven.map((sentence) => `Proven: ${sentence}`),
      ...statements.notProven.map((sentence) => `Not proven: ${sentence}`),
    ],
    errors: faults.map(({ version, signature }) =>
      signature === "none"
        ? `${version} is not signed.`
        : `The signature of ${version} was not made by a signer in ${signers}.`,
    ),
  };
}

function formatRelease(release: VerifiedRelease): string {
  const { version, date, previous, withdrawn, isRead, isWhole, absent, signature } = release;
  const absence =
    absent.length === 0 ? "all files read" : `all files here read, ${plural(absent.length, "edition file")} absent`;
  const content = isWhole ? (isRead ? absence : "files not read") : "not as it was published";
  const state = withdrawn === null ? content : `withdrawn on ${withdrawn.date}`;
  const link = previous === null ? [] : [`follows ${previous}`];
  return `${version.padEnd(8)} ${date}  ${[state, ...link, ...SIGNATURES[signature]].join("; ")}`;
}

const isFirst = ({ version, sha256sums }: VerifiedRelease) => isFirstRelease(version, sha256sums);

const SIGNATURES: Readonly<Record<SignatureState, readonly string[]>> = {
  right: ["signed"],
  wrong: ["wrong signature"],
  unknown: ["signature not checked"],
  none: [],
};

function proven(verified: readonly VerifiedRelease[], signers: string | null): string[] {
  const read = verified.filter(({ isRead }) => isRead).map(({ version }) => version);
  const signed = verified.filter(({ signature }) => signature === "right").map(({ version }) => version);
  const known = verified.filter(isFirst).map(({ version }) => version);
  const be = (versions: readonly string[], one: string, more: string) => (versions.length === 1 ? one : more);
  return [
    ...(read.length === 0 ? [] : [`every file of ${read.join(", ")} that is here has the hash in its SHA256SUMS.`]),
    ...(verified.length === 0
      ? []
      : ["every release is the one that catalog.json names, and that the next release names if it names one."]),
    ...(known.length === 0
      ? []
      : [`${known.join(", ")} ${be(known, "has", "have")} the hash that this program knows.`]),
    ...(signed.length === 0
      ? []
      : [`${signed.join(", ")} ${be(signed, "was", "were")} signed by a signer in ${signers}.`]),
  ];
}

function notProven(verified: readonly VerifiedRelease[], isOwnSigners: boolean): string[] {
  const [newest] = verified;
  if (newest === undefined) return [];
  const unread = verified.filter(({ isRead, withdrawn }) => !isRead && withdrawn === null);
  const copy = `compare ${newest.sha256sums}, the hash of its SHA256SUMS, with a copy from elsewhere`;
  return [
    ...(unread.length === 0 ? [] : ["the files of the other releases were not read. To read them: verify all."]),
    ...(verified.some(isFirst) ? [] : [OTHER_START]),
    ...(verified.some(({ withdrawn }) => withdrawn !== null) ? [WITHDRAWN] : []),
    ...(newest.signature === "right" && isOwnSigners ? [SIGNERS_UNKNOWN] : []),
    ...(newest.signature === "right" || isFirst(newest)
      ? []
      : [
          `that ${newest.version} itself is what was published. Whoever can change its files can change catalog.json too: ${copy}.`,
        ]),
  ];
}

const [FIRST_VERSION = "", FIRST_HASH = ""] = Object.entries(firstReleases)[0] ?? [];

const OTHER_START = `that these are the releases of ${dataset.name}: those start with ${FIRST_VERSION}, whose SHA256SUMS has the hash ${FIRST_HASH}.`;

const WITHDRAWN = "who withdrew a release. A tombstone is not signed.";

const SIGNERS_UNKNOWN =
  "who the signers are, because allowed_signers lies beside the releases. Name a copy that you trust with --signers.";
