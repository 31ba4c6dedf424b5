/**
 * Starts the command line with the arguments of cli.ts. It runs a bundle of cli.ts, because finding, reading and
 * compiling about a hundred modules takes longer than most commands.
 */
import module from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleCli } from "./bundle.mjs";

const bundle = await bundleCli(join(import.meta.dirname, "../node_modules/.cache/jnim-data"));
if (bundle === null) {
  // Node 22.18 and newer run TypeScript without tsx.
  if (!process.features.typescript) {
    // The cache of tsx is in the system's temporary folder, which may be read-only too.
    process.env.TSX_DISABLE_CACHE = "1";
    await import("tsx");
  }
  await import("./cli.ts");
} else {
  // Node 20 has no compile cache.
  module.enableCompileCache?.(join(dirname(bundle), "compiled"));
  // So that a stack trace names the .ts files.
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(bundle).href);
}
