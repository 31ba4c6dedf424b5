/** The import rules that CONTRIBUTING.md tells. tests/repo/architecture.test.ts plants a violation of each one. */

/** Folders of pure code that know nothing of each other. */
const PARTS = "(extract|stage|resolve|publish|documents|explain)";

/** Node modules whose functions depend on their arguments alone. */
const PURE_BUILTINS = "^(node:)?(buffer|crypto|path|path/posix|util)$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "No module imports itself by way of others: what two modules both need goes into a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "Every module of pipeline/ and schemas/ imports something or is imported: what nobody uses is deleted.",
      severity: "error",
      from: { orphan: true, path: "^(pipeline|schemas)/", pathNot: "^pipeline/cli\\.ts$" },
      to: {},
    },
    {
      name: "every-import-is-found",
      comment: "Every import leads to a file or an installed package; the other rules cannot judge one that does not.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "schemas-stand-alone",
      comment: "Schemas import schemas and zod, nothing else: they are the contract that everything else depends on.",
      severity: "error",
      from: { path: "^schemas/" },
      to: { pathNot: ["^schemas/", "(^|/)node_modules/zod/"] },
    },
    {
      name: "core-stands-on-schemas",
      comment:
        "Of this project, core imports core and schemas only: it is what the steps share, and knows none of them.",
      severity: "error",
      from: { path: "^pipeline/core/" },
      to: { path: "^(pipeline|tests|bench)/", pathNot: "^pipeline/core/" },
    },
    {
      name: "steps-do-not-meet",
      comment:
        "extract, stage, resolve, publish, documents and explain do not import each other: they meet in " +
        "run.ts, cli.ts and commands/. What two of them need goes into core/.",
      severity: "error",
      from: { path: `^pipeline/${PARTS}/` },
      to: { path: `^pipeline/${PARTS}/`, pathNot: "^pipeline/$1/" },
    },
    {
      name: "steps-do-not-look-up",
      comment: "A step imports neither io/ nor run.ts, commands/ or cli.ts: what it needs comes in as an argument.",
      severity: "error",
      from: { path: `^pipeline/${PARTS}/` },
      to: { path: "^pipeline/(io/|commands/|run\\.ts$|cli\\.ts$)" },
    },
    {
      name: "io-decides-nothing",
      comment: "io/ imports core and schemas only: it reads and writes, and the steps do not hang on it.",
      severity: "error",
      from: { path: "^pipeline/io/" },
      to: { path: "^(pipeline|tests|bench)/", pathNot: "^pipeline/(io|core)/" },
    },
    {
      name: "run-is-below-commands",
      comment: "Only cli.ts imports commands/, so run.ts can be used without a command line.",
      severity: "error",
      from: { path: "^pipeline/", pathNot: "^pipeline/(cli\\.ts$|commands/)" },
      to: { path: "^pipeline/commands/" },
    },
    {
      name: "nothing-imports-cli",
      comment: "Nothing imports cli.ts, the top of the tree; tests spawn it.",
      severity: "error",
      from: {},
      to: { path: "^pipeline/cli\\.ts$" },
    },
    {
      name: "only-io-touches-the-world",
      comment:
        "In pipeline/, only io/ and cli.ts import the parts of Node that touch disk, network, clock, environment or " +
        "terminal. buffer, crypto, path and util are free of them.",
      severity: "error",
      from: { path: "^pipeline/", pathNot: "^pipeline/(io/|cli\\.ts$)" },
      to: { dependencyTypes: ["core"], pathNot: PURE_BUILTINS },
    },
    {
      name: "steps-use-no-builtins",
      comment: "Steps other than publish take hashes, paths and encodings from core/, so that each is done in one way.",
      severity: "error",
      from: { path: `^pipeline/${PARTS}/`, pathNot: "^pipeline/publish/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pipeline-does-not-import-tests",
      comment: "pipeline/ and schemas/ import neither tests/ nor bench/.",
      severity: "error",
      from: { path: "^(pipeline|schemas)/" },
      to: { path: "^(tests|bench)/" },
    },
    {
      name: "no-dev-dependency",
      comment: "pipeline/ and schemas/ run without development packages: npm ci --omit=dev is enough for them.",
      severity: "error",
      from: { path: "^(pipeline|schemas)/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "(^|/)node_modules/" },
    tsConfig: { fileName: "tsconfig.json" },
    // Type imports count: a step that needs another's types depends on it as much.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      extensions: [".ts", ".js", ".cjs", ".mjs", ".json", ".d.ts"],
    },
  },
};
