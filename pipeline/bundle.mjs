import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const PROJECT = join(import.meta.dirname, "..");

/** How many older bundles to keep: a run that began before an edit may still load parts of one. */
const KEPT = 5;

/**
 * The path of a bundle of cli.ts and its packages, which is built if it does not exist. `null` if it cannot be built,
 * for example on a read-only disk.
 *
 * Its folder is named for the hash of everything it is made from, so it cannot be out of date. The folder appears
 * complete, by a rename: if two runs make it at once, one of them wins; a killed run leaves a temporary folder.
 */
export async function bundleCli(bundles) {
  const folder = join(bundles, hashSources());
  const entry = join(folder, "cli.mjs");
  if (existsSync(entry)) return entry;
  const temporary = `${folder}.tmp-${process.pid}`;
  try {
    mkdirSync(temporary, { recursive: true });
    const files = await bundle(folder);
    // Flushed, because a power cut must not leave empty files in a folder whose name promises complete ones.
    await Promise.all(
      files.map(({ path, contents }) => writeFile(join(temporary, basename(path)), contents, { flush: true })),
    );
    renameSync(temporary, folder);
    removeOldest(bundles, basename(folder));
  } catch {
    // The sources can still be run as they are. If the mistake is in one of them, that run reports it.
    removeQuietly(temporary);
  }
  return existsSync(entry) ? entry : null;
}

/** The project's path counts too, because the bundle contains it. */
function hashSources() {
  const hash = createHash("sha256").update(PROJECT);
  const packages = ["package.json", "package-lock.json", "node_modules/.package-lock.json"];
  const paths = [...filesBelow("pipeline"), ...filesBelow("schemas"), ...packages];
  for (const path of paths.filter((path) => existsSync(join(PROJECT, path)))) {
    const content = readFileSync(join(PROJECT, path));
    hash.update(`\0${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesBelow(folder) {
  const entries = readdirSync(join(PROJECT, folder), { withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
  return paths.sort();
}

async function bundle(folder) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: PROJECT,
    entryPoints: ["pipeline/cli.ts"],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    write: false,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    // The first two load files from their own folders. esbuild does not see the names that the third exports.
    external: ["node-sqlite3-wasm", "@duckdb/node-api", "trino-client"],
    // CommonJS packages load Node's own modules with `require`.
    banner: {
      js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
    },
    plugins: [sourceFolders],
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "silent",
  });
  return outputFiles;
}

/** Gives each module in the bundle the `import.meta.dirname` of its source. */
const sourceFolders = {
  name: "source-folders",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8").replaceAll("import.meta.dirname", JSON.stringify(dirname(path))),
    })),
};

function removeOldest(bundles, newest) {
  const others = readdirSync(bundles).filter((name) => name !== newest);
  const paths = others.map((name) => join(bundles, name));
  const times = new Map(paths.map((path) => [path, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0]));
  const newestFirst = paths.sort((a, b) => times.get(b) - times.get(a));
  for (const path of newestFirst.slice(KEPT)) removeQuietly(path);
}

function removeQuietly(path) {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {}
}
