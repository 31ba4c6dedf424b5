import { dataset } from "#schemas/dataset.ts";

const ONE_FOR_EACH_TABLE = /^data\/[^/]+(?<!\.schema)\.(?:json|parquet)$/u;
const FIGURE = /^figures\/[^/]+\.svg$/u;
const ONE_FOR_ALL = new RegExp(`^${dataset.name}(?:-\\d+\\.\\d+\\.\\d+)?\\.(?:xlsx|sqlite|geojson|zip)$`, "u");

/**
 * Whether a file of a release is one of an edition, by its path there. Editions are made from the canonical files, and
 * Git does not keep them with the release. So they may be absent, and can be made again; a canonical file may not.
 */
export const isEditionFile = (path: string): boolean =>
  ONE_FOR_EACH_TABLE.test(path) || FIGURE.test(path) || ONE_FOR_ALL.test(path);

/** Whether Git keeps a file in `latest/`: canonical files, and the editions that people take from a repository. */
export const isKeptInLatest = (path: string): boolean => !isEditionFile(path) || /\.(?:json|svg|xlsx)$/u.test(path);
