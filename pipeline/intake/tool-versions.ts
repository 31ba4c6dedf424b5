/** The versions of the packages that documents are taken in with, as in package.json: a test compares them. */
export const toolVersions = {
  "@mozilla/readability": "0.6.0",
  eld: "2.1.0",
  fflate: "0.8.3",
  linkedom: "0.18.15",
  mammoth: "1.13.0",
  unpdf: "1.7.0",
} as const;

export const toolsNamed = (...names: readonly (keyof typeof toolVersions)[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, toolVersions[name]]));
