import type { FetchRefusalCode, Refused } from "./fetch-refusal.ts";
import type { RobotsRules } from "./robots-rules.ts";

/** What is remembered of each origin, so that several documents of one site are asked for as politely as one. */
export interface PoliteVisits {
  /** The robots.txt that were read, and why nothing more is asked of the other origins. */
  readonly robots: Map<string, RobotsRules | Refused>;
  /** When an origin was last asked, in milliseconds of `World.clock`. */
  readonly lastAsked: Map<string, number>;
}

export const newVisits = (): PoliteVisits => ({ robots: new Map(), lastAsked: new Map() });

/** Refusals of a robots.txt that would hold for the document as well, and say more of it. */
export const OF_THE_HOST: readonly FetchRefusalCode[] = [
  "address-not-public",
  "address-unknown-host",
  "connection-failed",
  "connection-untrusted",
  "connection-slow",
];
