/** The import rules that CONTRIBUTING.md describes. tests/repo/architecture.test.ts adds a violation of each rule. */

/** Folders of pure code that do not depend on each other. */
const PARTS =
  "(intake|extract|stage|resolve|publish|site|documents|explain|branches|find|sheet|agreement|suggest|events)";

/** Node modules whose functions depend only on their arguments. */
const PURE_BUILTINS = "^(node:)?(buffer|crypto|path|path/posix|util)$";

/** Node modules that reach the network. */
const NETWORK = "^(node:)?(http|https|http2|net|dns|dns/promises|tls|dgram|inspector|inspector/promises)$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "No module imports itself through other modules. Move what two modules share into a third one.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "Every module in pipeline/ and schemas/ imports another one or is imported. Delete unused modules.",
      severity: "error",
      from: { orphan: true, path: "^(pipeline|schemas)/", pathNot: "^pipeline/cli\\.ts$" },
      to: {},
    },
    {
      name: "every-import-is-found",
      comment:
        "Every import resolves to a file or an installed package. The other rules cannot check one that does not.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "schemas-stand-alone",
      comment: "Schemas import only schemas and zod, because everything else depends on them.",
      severity: "error",
      from: { path: "^schemas/" },
      to: { pathNot: ["^schemas/", "(^|/)node_modules/zod/"] },
    },
    {
      name: "core-stands-on-schemas",
      comment:
        "Of this project, core/ imports only core/ and schemas/. The steps share it, so it must not depend on any of them.",
      severity: "error",
      from: { path: "^pipeline/core/" },
      to: { path: "^(pipeline|tests|bench|deploy)/", pathNot: "^pipeline/core/" },
    },
    {
      name: "drawing-stands-on-core",
      comment:
        "Of this project, drawing/ imports only drawing/, core/ and schemas/: releases and pages share its drawings.",
      severity: "error",
      from: { path: "^pipeline/drawing/" },
      to: { path: "^(pipeline|tests|bench|deploy)/", pathNot: "^pipeline/(drawing|core)/" },
    },
    {
      name: "steps-do-not-meet",
      comment:
        "intake, extract, stage, resolve, publish, site, documents, explain, branches, find, sheet, agreement, suggest and events do not import each other; run.ts, " +
        "cli.ts and commands/ combine them. Move what two of them share into core/.",
      severity: "error",
      from: { path: `^pipeline/${PARTS}/` },
      to: { path: `^pipeline/${PARTS}/`, pathNot: "^pipeline/$1/" },
    },
    {
      name: "steps-do-not-look-up",
      comment: "A step imports neither io/ nor run.ts, commands/, cli/ or cli.ts. Pass what it needs as an argument.",
      severity: "error",
      from: { path: `^pipeline/${PARTS}/` },
      to: { path: "^pipeline/(io/|commands/|run\\.ts$|cli(/|\\.ts$))" },
    },
    {
      name: "io-decides-nothing",
      comment: "io/ imports only core/ and schemas/: it reads and writes, and does not depend on the steps.",
      severity: "error",
      from: { path: "^pipeline/io/" },
      to: { path: "^(pipeline|tests|bench|deploy)/", pathNot: "^pipeline/(io|core)/" },
    },
    {
      name: "run-is-below-commands",
      comment: "Only cli/ imports commands/, so that run.ts can be used without a command line.",
      severity: "error",
      from: { path: "^pipeline/", pathNot: "^pipeline/(cli|commands)/" },
      to: { path: "^pipeline/commands/" },
    },
    {
      name: "nothing-imports-cli",
      comment: "Nothing imports cli.ts, and only cli.ts imports cli/. Tests start it as a process.",
      severity: "error",
      from: { pathNot: "^pipeline/cli(/|\\.ts$)" },
      to: { path: "^pipeline/cli(/|\\.ts$)" },
    },
    {
      name: "only-io-touches-the-world",
      comment:
        "In pipeline/, only io/ and cli.ts import Node modules that use the disk, network, clock, environment or " +
        "terminal. buffer, crypto, path and util do not use them.",
      severity: "error",
      from: { path: "^pipeline/", pathNot: "^pipeline/(io/|cli\\.ts$)" },
      to: { dependencyTypes: ["core"], pathNot: PURE_BUILTINS },
    },
    {
      name: "only-fetch-touches-the-network",
      comment:
        "In pipeline/ and schemas/, only io/fetch/ imports Node modules that reach the network: it looks at every address " +
        "before it asks it. A server of event data is asked by io/trino.ts alone.",
      severity: "error",
      from: { path: "^(pipeline|schemas)/", pathNot: "^pipeline/io/fetch/" },
      to: { dependencyTypes: ["core"], path: NETWORK },
    },
    {
      name: "few-commands-fetch",
      comment: "Only the commands documents add and documents check-updates import io/fetch/. All others work offline.",
      severity: "error",
      from: {
        path: "^(pipeline|schemas)/",
        pathNot: "^pipeline/(io/fetch/|commands/(add/obtain-document|documents-check-updates)\\.ts$)",
      },
      to: { path: "^pipeline/io/fetch/" },
    },
    {
      name: "only-trino-asks-a-server",
      comment: "In pipeline/ and schemas/, only io/trino.ts imports trino-client, or axios, which it is made of.",
      severity: "error",
      from: { path: "^(pipeline|schemas)/", pathNot: "^pipeline/io/trino\\.ts$" },
      to: { path: "(^|/)node_modules/(trino-client|axios)/" },
    },
    {
      name: "few-commands-ask-a-server",
      comment:
        "Only the events commands with --server import io/trino.ts, through commands/trino-engine.ts. All others work " +
        "without a server.",
      severity: "error",
      from: { path: "^(pipeline|schemas)/", pathNot: "^pipeline/commands/trino-engine\\.ts$" },
      to: { path: "^pipeline/io/trino\\.ts$" },
    },
    {
      name: "steps-use-no-builtins",
      comment: "Steps other than publish use core/ for hashes, paths and encodings, so that each is done in one way.",
      severity: "error",
      from: { path: `^pipeline/${PARTS}/`, pathNot: "^pipeline/publish/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pipeline-does-not-import-tests",
      comment: "pipeline/ and schemas/ do not import tests/, bench/ or deploy/.",
      severity: "error",
      from: { path: "^(pipeline|schemas)/" },
      to: { path: "^(tests|bench|deploy)/" },
    },
    {
      name: "no-dev-dependency",
      comment: "pipeline/ and schemas/ run without development packages, after npm ci --omit=dev.",
      severity: "error",
      from: { path: "^(pipeline|schemas)/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "(^|/)node_modules/" },
    tsConfig: { fileName: "tsconfig.json" },
    // Type imports count too: a step that needs another step's types depends on it.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      extensions: [".ts", ".js", ".cjs", ".mjs", ".json", ".d.ts"],
    },
  },
};
