import type { Redirect } from "#pipeline/core/fetch-record.ts";
import { type AddressRules, checkAddress } from "./check-address.ts";
import type { Refused } from "./fetch-refusal.ts";
import { isRedirect } from "./judge-status.ts";
import type { Answer } from "./request.ts";

export interface Followed {
  readonly answer: Answer;
  readonly url: URL;
  readonly redirects: readonly Redirect[];
}

interface Following extends AddressRules {
  /** The most redirects. */
  readonly most: number;
  /** Asks one address. */
  readonly ask: (url: URL) => Promise<{ answer: Answer } | Refused>;
}

/** Asks an address and, as long as the answer is a redirect, the next one. Each is checked before it is asked. */
export async function followRedirects(address: string, following: Following): Promise<Followed | Refused> {
  const { most, ask, refuse } = following;
  const start = checkAddress(address, null, following);
  if ("refusal" in start) return start;
  let { url } = start;
  const redirects: Redirect[] = [];
  const seen = new Set([url.href]);
  for (;;) {
    const asked = await ask(url);
    if ("refusal" in asked) return asked;
    const { answer } = asked;
    if (!isRedirect(answer.status)) return { answer, url, redirects };
    answer.close();
    const { location } = answer.headers;
    if (location === undefined) return refuse("redirect-nowhere", url, String(answer.status));
    const next = checkAddress(utf8(location), url, following);
    if ("refusal" in next) return next;
    if (redirects.length === most) return refuse("redirect-too-many", url);
    if (seen.has(next.url.href)) return refuse("redirect-loop", next.url);
    ({ url } = next);
    seen.add(url.href);
    redirects.push({ status: answer.status, to: url.href });
  }
}

/** Node reads headers as Latin-1, but servers that do not escape an address mostly write it in UTF-8. */
function utf8(header: string): string {
  const text = Buffer.from(header, "latin1").toString("utf8");
  return text.includes("\ufffd") ? header : text;
}
