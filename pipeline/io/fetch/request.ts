import { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { codeOf } from "../system-error.ts";
import { hostOf } from "./check-address.ts";
import { checkedLookup, type Resolve } from "./checked-lookup.ts";
import type { FetchLimits } from "./fetch-limits.ts";
import type { Refuse, Refused } from "./fetch-refusal.ts";
import { readBody } from "./read-body.ts";

/** The head of an answer. Either `read` its body or `close` it. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly read: (limit: number) => Promise<{ bytes: Uint8Array } | Refused>;
  readonly close: () => void;
}

export interface RequestOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: FetchLimits;
  readonly allowLoopback: boolean;
  readonly resolve: Resolve;
  readonly refuse: Refuse;
  /** Ends the request, and the reading of its body, when the time is up. */
  readonly signal: AbortSignal;
}

export type Request = (url: URL, options: RequestOptions) => Promise<{ answer: Answer } | Refused>;

/** Asks one address by GET, on a connection of its own, and follows no redirect. */
export const request: Request = (url, options) =>
  new Promise((settle, fail) => {
    const { headers, limits, allowLoopback, resolve, refuse, signal } = options;
    let known: Refused | null = null;
    const lookup = checkedLookup({
      resolve,
      allowLoopback,
      onFault: (fault) => {
        known = refuse("address-not-public", url, fault);
      },
    });
    const ask = url.protocol === "https:" ? requestHttps : requestHttp;
    const asking = ask(url, { headers, lookup, signal, agent: false, maxHeaderSize: limits.headerBytes });
    closeIfSlow(asking, limits.connectMs, () => {
      known = refuse("connection-slow", url);
    });
    asking.on("response", (message) => settle({ answer: answerOf(message, url, options) }));
    asking.on("error", (error) => {
      const refused = known ?? refusalOf(error, url, options);
      if (refused === null) fail(error);
      else settle(refused);
    });
    asking.end();
  });

/** Ends a request whose connection, with that of TLS, takes too long. */
function closeIfSlow(asking: ClientRequest, ms: number, onSlow: () => void): void {
  const timer = setTimeout(() => {
    onSlow();
    asking.destroy(new Error("The connection took too long."));
  }, ms);
  const stop = () => clearTimeout(timer);
  asking.on("socket", (socket) => socket.once("encrypted" in socket ? "secureConnect" : "connect", stop));
  asking.on("close", stop);
}

function answerOf(message: IncomingMessage, url: URL, { refuse, signal }: RequestOptions): Answer {
  return {
    status: message.statusCode ?? 0,
    headers: message.headers,
    read: async (limit) => {
      const read = await readBody(message, limit);
      message.destroy();
      if ("bytes" in read) return read;
      return signal.aborted ? refuse("answer-slow", url) : refuse(read.fault, url, read.detail);
    },
    close: () => {
      message.destroy();
    },
  };
}

const UNKNOWN_HOST: readonly string[] = ["ENOTFOUND", "EAI_AGAIN", "EAI_NODATA", "EAI_NONAME", "EAI_FAIL", "ENODATA"];

const FAILED: readonly string[] = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EHOSTDOWN",
  "EHOSTUNREACH",
  "ENETDOWN",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "ETIMEDOUT",
  "EACCES",
  "EPERM",
  "EPIPE",
];

/** Codes of OpenSSL and of Node for a certificate or a handshake. */
const UNTRUSTED = /CERT|^UNABLE_TO_|^ERR_(TLS|SSL)_|^EPROTO$|SIGNATURE|CHAIN|HOSTNAME_MISMATCH/u;

/** The refusal that an error of a connection means; `null` for any other error, which is a bug. */
function refusalOf(error: Error, url: URL, { refuse, signal }: RequestOptions): Refused | null {
  if (signal.aborted) return refuse("answer-slow", url);
  const code = codeOf(error);
  if (code === null) return null;
  if (code === "HPE_HEADER_OVERFLOW") return refuse("answer-headers-too-large", url);
  if (code.startsWith("HPE_")) return refuse("answer-malformed", url, code);
  if (UNKNOWN_HOST.includes(code)) return refuse("address-unknown-host", url, hostOf(url));
  if (UNTRUSTED.test(code)) return refuse("connection-untrusted", url, code);
  return FAILED.includes(code) ? refuse("connection-failed", url, code) : null;
}
