/**
 * The SHA-256 of the SHA256SUMS of each release that was published before manifests named their predecessors. Together
 * they are the start of the chain of releases: every later manifest names the release before it.
 */
export const firstReleases: Readonly<Record<string, string>> = {
  "1.0.0": "29ad5ee2cc317b14e956283243fd0046f694b80f6df844bf61afb3b5ad67c2d3",
  "2.0.0": "53bb0d4683f14fd287ec88fbf909526af08084e48aac1f859fbec8de8e059704",
};

/** Whether this program knows a release, by its version and the SHA-256 of its SHA256SUMS. */
export const isFirstRelease = (version: string, sumsHash: string) => firstReleases[version] === sumsHash;

const WITH_EDITIONS = "0b40a313bcb8a1c98dfaa3b3694d4eb5775a113b";

/** By version, a commit that has the editions of the release. Until 2.0.1, Git kept them with every release. */
export const commitWithEditions: Readonly<Record<string, string>> = {
  "1.0.0": WITH_EDITIONS,
  "2.0.0": WITH_EDITIONS,
  "2.0.1": WITH_EDITIONS,
};
