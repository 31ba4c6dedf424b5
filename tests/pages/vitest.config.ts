import { defineConfig } from "vitest/config";

/** The tests that open the pages in a browser: `npm run test:pages`. */
export default defineConfig({
  test: {
    include: ["tests/pages/**/*.test.ts"],
    globalSetup: "tests/pages/global-setup.ts",
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // One browser, and a site that the tests share.
    maxWorkers: 1,
    isolate: false,
  },
});
