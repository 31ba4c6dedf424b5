import { z } from "zod";

/** What a process used. */
export const Usage = z.object({ cpu: z.number(), seconds: z.number(), peakMb: z.number() });
export type Usage = z.infer<typeof Usage>;

/** What the pages of a release take, and what they weigh. */
export const SiteUsage = Usage.extend({
  files: z.number(),
  bytes: z.number(),
  /** The page with the most bytes after gzip. */
  heaviest: z.object({ path: z.string(), bytes: z.number() }),
});
export type SiteUsage = z.infer<typeof SiteUsage>;
