/**
 * Starts the command line: `node pipeline/start.mjs` takes the words that cli.ts takes. It runs a bundle of cli.ts,
 * because to find, read and strip some hundred modules costs more than most commands do.
 */
import module from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleCli } from "./bundle.mjs";

const bundle = await bundleCli(join(import.meta.dirname, "../node_modules/.cache/jnim-data"));
if (bundle === null) {
  // Node 22.18 and newer run TypeScript themselves.
  if (!process.features.typescript) {
    // Its cache is in the system's temporary folder, which may take no writing either.
    process.env.TSX_DISABLE_CACHE = "1";
    await import("tsx");
  }
  await import("./cli.ts");
} else {
  // Node 20 has no such cache.
  module.enableCompileCache?.(join(dirname(bundle), "compiled"));
  // So that a stack trace names the .ts files.
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(bundle).href);
}
