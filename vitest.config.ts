import { defineConfig } from "vitest/config";

/** A project of tests/: the tests in its folder, and how long one of them may take. */
const project = (name: string, seconds: number, options: { readonly isolate?: boolean } = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
    ...options,
  },
});

/** Modules under test keep no state, so the files of a project may share them: loading the schemas anew takes longest. */
const SHARED = { isolate: false };

export default defineConfig({
  test: {
    // A zone far from UTC and with summer time: a local date that slips into the data shows.
    env: { TZ: "Pacific/Auckland" },
    // Processes, because a worker thread takes no notice of TZ.
    pool: "forks",
    maxWorkers: "100%",
    projects: [
      project("unit", 30, SHARED),
      project("property", 60, SHARED),
      project("golden", 30, SHARED),
      project("data", 60),
      project("cli", 120),
      project("repo", 120),
    ],
    coverage: {
      provider: "v8",
      include: ["pipeline/**/*.ts", "schemas/**/*.ts"],
      reporter: ["text", "html"],
      reportsDirectory: "coverage",
    },
  },
});
