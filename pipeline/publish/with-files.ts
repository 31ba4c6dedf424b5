import type { OutputFile } from "#pipeline/core/output-file.ts";
import type { ReleaseReader } from "#pipeline/core/release-store.ts";

/** The same release with additional files that are not written yet. */
export function withFiles(release: ReleaseReader, files: readonly OutputFile[]): ReleaseReader {
  const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return {
    has: (path) => bytesOf.has(path) || release.has(path),
    text: (path) => {
      const bytes = bytesOf.get(path);
      return bytes === undefined ? release.text(path) : new TextDecoder().decode(bytes);
    },
    chunks: (path) => {
      const bytes = bytesOf.get(path);
      return bytes === undefined ? release.chunks(path) : [bytes];
    },
  };
}
