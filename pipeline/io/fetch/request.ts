import { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { codeOf } from "../system-error.ts";
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

/**
 * Asks one address by GET, on a connection of its own, and follows no redirect. Neither a proxy nor
 * `NODE_TLS_REJECT_UNAUTHORIZED` of the environment is heeded: a proxy would look names up itself, without the check.
 */
export const request: Request = (url, options) =>
  new Promise((settle, fail) => {
    const { headers, limits, allowLoopback, resolve, refuse, signal } = options;
    let known: Refused | null = null;
    let isBroken = false;
    const answer = (message: IncomingMessage) =>
      settle({ answer: answerOf(message, { ...options, url, isBroken: () => isBroken }) });
    const lookup = checkedLookup({
      resolve,
      allowLoopback,
      onFault: (code, detail) => {
        known = refuse(code, url, detail);
      },
    });
    const ask = url.protocol === "https:" ? requestHttps : requestHttp;
    const asking = ask(url, {
      headers,
      lookup,
      signal,
      agent: false,
      maxHeaderSize: limits.headerBytes,
      rejectUnauthorized: true,
    });
    closeIfSlow(asking, limits.connectMs, () => {
      known = refuse("connection-slow", url);
    });
    asking.on("response", answer);
    // Status 101, to which Node gives no response: it hands the connection over.
    asking.on("upgrade", (message, socket) => {
      socket.destroy();
      answer(message);
    });
    asking.on("error", (error) => {
      isBroken = true;
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

interface Answered extends RequestOptions {
  readonly url: URL;
  /** Whether the connection has failed since, or what came over it. */
  readonly isBroken: () => boolean;
}

function answerOf(message: IncomingMessage, { url, refuse, signal, isBroken }: Answered): Answer {
  return {
    status: message.statusCode ?? 0,
    headers: message.headers,
    read: async (limit) => {
      const read = await readBody(message, limit);
      message.destroy();
      if (signal.aborted) return refuse("answer-slow", url);
      if ("fault" in read) return refuse(read.fault, url, read.detail);
      return isBroken() && !saysItsEnd(message.headers) ? refuse("answer-cut-off", url) : read;
    },
    close: () => {
      message.destroy();
    },
  };
}

/** Any other body ends with its connection: it looks complete, however that ended (RFC 9112, section 6.3). */
const saysItsEnd = (headers: IncomingHttpHeaders) =>
  "content-length" in headers || /chunked\s*$/iu.test(headers["transfer-encoding"] ?? "");

/** Codes of the system, such as `ECONNREFUSED`, and of Node when none of several addresses answers. */
const FAILED = /^E[A-Z0-9]+$|^ERR_SOCKET_/u;

/** Codes of OpenSSL and of Node for a handshake, and the names of what can be wrong with a certificate. */
const UNTRUSTED =
  /^EPROTO$|^ERR_(TLS|SSL|OSSL)_|CERT|CRL_|SIGNATURE|CHAIN|^UNABLE_TO_|^INVALID_(CA|PURPOSE)$|^PATH_LENGTH_|^HOSTNAME_|^UNSPECIFIED$/u;

/** The refusal that an error of a connection means; `null` for any other error, which is a bug. */
function refusalOf(error: Error, url: URL, { refuse, signal }: RequestOptions): Refused | null {
  if (signal.aborted) return refuse("answer-slow", url);
  const code = codeOf(error);
  if (code === null) return null;
  if (code === "HPE_HEADER_OVERFLOW") return refuse("answer-headers-too-large", url);
  if (code.startsWith("HPE_")) return refuse("answer-malformed", url, code);
  if (UNTRUSTED.test(code)) return refuse("connection-untrusted", url, code);
  return FAILED.test(code) ? refuse("connection-failed", url, code) : null;
}
