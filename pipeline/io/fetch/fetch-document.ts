import type { IncomingHttpHeaders } from "node:http";
import type { FetchRecord } from "#pipeline/core/fetch-record.ts";
import { byCodeUnit } from "#pipeline/core/order.ts";
import { type Asking, askPolitely } from "./ask-politely.ts";
import { startDeadline } from "./deadline.ts";
import { type FetchLimits, fetchLimits } from "./fetch-limits.ts";
import { type FetchRefusal, type Refused, refuseWith } from "./fetch-refusal.ts";
import { type FetchWorld, theWorld } from "./fetch-world.ts";
import { type Followed, followRedirects } from "./follow-redirects.ts";
import { judgeStatus } from "./judge-status.ts";
import { mayBeDocument, readContentType } from "./media-type.ts";
import { newVisits, type PoliteVisits } from "./polite-visits.ts";
import { ACCEPTED_ENCODINGS } from "./read-body.ts";
import { USER_AGENT } from "./user-agent.ts";

export interface FetchOptions {
  /** Loopback addresses and any port, for tests. */
  readonly allowLoopback: boolean;
  /** Gives the time that is recorded. */
  readonly now: () => Date;
  readonly limits?: FetchLimits;
  /** What an earlier answer had, so that the server need not send the same document again. */
  readonly validators?: Validators | null;
  /** Shared by the documents of one command. */
  readonly visits?: PoliteVisits;
  readonly world?: FetchWorld;
}

export interface Validators {
  /** The address of that answer: no other knows them. */
  readonly address: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Fetched =
  | { readonly fetched: FetchRecord & { readonly bytes: Uint8Array } }
  /** The server says that the document is the one that the validators belong to (status 304). */
  | { readonly unchanged: FetchRecord }
  | { readonly refusal: FetchRefusal };

/**
 * Fetches one document: by http or https, from the public internet alone, as robots.txt allows, and within limits. The
 * bytes are those of the document, not of its compression.
 */
export async function fetchDocument(address: string, options: FetchOptions): Promise<Fetched> {
  const { allowLoopback, limits = fetchLimits, visits = newVisits(), validators = null, world = theWorld } = options;
  const headersFor = (url: URL) => requestHeaders(url, validators);
  const deadline = startDeadline(limits.totalMs);
  const asking: Asking = { headersFor, limits, allowLoopback, refuse: refuseWith(limits), deadline, visits, world };
  try {
    const followed = await followRedirects(address, {
      ...asking,
      most: limits.redirects,
      ask: (url) => askPolitely(url, asking),
    });
    if ("refusal" in followed) return followed;
    const record = recordOf(address, followed, {
      headers: headersFor(followed.url),
      fetched_at: options.now().toISOString(),
    });
    return await readDocument(followed, record, asking);
  } finally {
    deadline.close();
  }
}

async function readDocument({ answer, url }: Followed, record: FetchRecord, asking: Asking): Promise<Fetched> {
  const { refuse, limits, visits } = asking;
  const refusal = judge();
  if (refusal === null) {
    const body = await answer.read(limits.bodyBytes);
    return "refusal" in body ? body : { fetched: { ...record, bytes: body.bytes } };
  }
  answer.close();
  return refusal;

  function judge(): Refused | { unchanged: FetchRecord } | null {
    if (record.status === 304 && isConditional(record.request_headers)) return { unchanged: record };
    const judged = judgeStatus(record.status, answer.headers["retry-after"]);
    if (judged !== null) {
      const refused = refuse(judged[0], url, judged[1]);
      if (judged[0] === "status-too-many-requests") visits.robots.set(url.origin, refused);
      return refused;
    }
    return mayBeDocument(record.media_type) ? null : refuse("body-no-document", url, record.media_type);
  }
}

const isConditional = (headers: Readonly<Record<string, string>>) =>
  "if-none-match" in headers || "if-modified-since" in headers;

/** A header has no control characters, whatever a file says that was edited by hand. */
const isHeaderText = (text: string | null): text is string => text !== null && /^[\x20-\x7e]+$/u.test(text);

function requestHeaders(url: URL, validators: Validators | null) {
  const { etag, lastModified } = validators?.address === url.href ? validators : { etag: null, lastModified: null };
  return {
    "user-agent": USER_AGENT,
    accept: "text/html, application/xhtml+xml, application/pdf, application/epub+zip, text/plain, */*;q=0.5",
    "accept-encoding": ACCEPTED_ENCODINGS,
    ...(isHeaderText(etag) ? { "if-none-match": etag } : {}),
    ...(isHeaderText(lastModified) ? { "if-modified-since": lastModified } : {}),
  };
}

interface Asked {
  readonly headers: Readonly<Record<string, string>>;
  readonly fetched_at: string;
}

function recordOf(address: string, { answer, url, redirects }: Followed, { headers, fetched_at }: Asked): FetchRecord {
  const { mediaType, charset } = readContentType(answer.headers["content-type"]);
  return {
    requested_url: address,
    final_url: url.href,
    redirects,
    request_headers: headers,
    status: answer.status,
    headers: keptHeaders(answer.headers),
    media_type: mediaType,
    charset,
    etag: answer.headers.etag ?? null,
    last_modified: answer.headers["last-modified"] ?? null,
    fetched_at,
  };
}

/** Cookies, the only header that Node keeps as a list, are left out: they could be a key to somebody's session. */
function keptHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .flatMap(([name, value]): [string, string][] => (typeof value === "string" ? [[name, value]] : []))
      .sort(([a], [b]) => byCodeUnit(a, b)),
  );
}
