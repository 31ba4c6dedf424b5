import type { Deadline } from "./deadline.ts";
import type { FetchLimits } from "./fetch-limits.ts";
import type { FetchRefusalCode, Refuse, Refused } from "./fetch-refusal.ts";
import type { FetchWorld } from "./fetch-world.ts";
import { followRedirects } from "./follow-redirects.ts";
import { OF_THE_HOST, type PoliteVisits } from "./polite-visits.ts";
import type { Answer } from "./request.ts";
import { NO_RULES, type RobotsRules, readRobots } from "./robots-rules.ts";
import { PRODUCT } from "./user-agent.ts";

export interface Asking {
  readonly headersFor: (url: URL) => Readonly<Record<string, string>>;
  readonly limits: FetchLimits;
  readonly allowLoopback: boolean;
  readonly refuse: Refuse;
  readonly deadline: Deadline;
  readonly visits: PoliteVisits;
  readonly world: FetchWorld;
}

/** Asks an address if the robots.txt of its origin allows it, and not sooner than its Crawl-delay does. */
export async function askPolitely(url: URL, asking: Asking): Promise<{ answer: Answer } | Refused> {
  const { limits, refuse, deadline, visits, world } = asking;
  const rules = visits.robots.get(url.origin) ?? (await fetchRobots(url, asking));
  visits.robots.set(url.origin, rules);
  if ("refusal" in rules) return rules;
  if (!rules.allows(url.pathname + url.search)) return refuse("robots-disallows", url);
  const { crawlDelay } = rules;
  if (crawlDelay !== null && crawlDelay > limits.crawlDelaySeconds)
    return refuse("robots-delay", url, String(crawlDelay));
  const next = (visits.lastAsked.get(url.origin) ?? 0) + (crawlDelay ?? 0) * 1000;
  const ms = crawlDelay === null ? 0 : next - world.clock();
  if (ms > 0) await deadline.pausedDuring(() => world.wait(ms));
  return askNow(url, asking, deadline.signal);
}

async function askNow(url: URL, asking: Asking, signal: AbortSignal): Promise<{ answer: Answer } | Refused> {
  const { limits, allowLoopback, refuse, visits, world } = asking;
  const { resolve, request, clock } = world;
  const headers = asking.headersFor(url);
  visits.lastAsked.set(url.origin, clock());
  return request(url, { headers, limits, allowLoopback, resolve, refuse, signal });
}

/**
 * RFC 9309, section 2.3.1: without a robots.txt (status 4xx), everything is allowed; if it cannot be asked for, nothing
 * is. Status 429 says that the site is asked too much, so it is of the second kind.
 */
async function fetchRobots({ origin }: URL, asking: Asking): Promise<RobotsRules | Refused> {
  const { limits, refuse } = asking;
  const address = `${origin}/robots.txt`;
  const stop = (detail: string) => refuse("robots-unreachable", address, detail);
  const signal = AbortSignal.any([asking.deadline.signal, AbortSignal.timeout(limits.robotsMs)]);
  const followed = await followRedirects(address, {
    ...asking,
    most: limits.redirects,
    ask: (url) => askNow(url, asking, signal),
  });
  if ("refusal" in followed) {
    const { code, address: at } = followed.refusal;
    return OF_THE_HOST.includes(code) && at === address ? followed : stop(briefly(code));
  }
  const { status, read, close } = followed.answer;
  if (status === 200) {
    const body = await read(limits.robotsBytes);
    return "refusal" in body
      ? stop(briefly(body.refusal.code))
      : readRobots(new TextDecoder().decode(body.bytes), PRODUCT);
  }
  close();
  return status >= 400 && status < 500 && status !== 429 ? NO_RULES : stop(`status ${status}`);
}

const BRIEFLY: Readonly<Partial<Record<FetchRefusalCode, string>>> = {
  "answer-slow": "it did not arrive in time",
  "body-too-large": "it is too large",
};

/** A refusal within a sentence. The other codes are plain enough, such as `redirect-loop`. */
const briefly = (code: FetchRefusalCode) => BRIEFLY[code] ?? code;
