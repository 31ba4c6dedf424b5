import type { FetchLimits } from "./fetch-limits.ts";

export type FetchRefusalCode =
  // What is wrong with an address.
  | "address-invalid"
  | "address-scheme"
  | "address-credentials"
  | "address-port"
  | "address-not-public"
  | "address-unknown-host"
  // What robots.txt says.
  | "robots-disallows"
  | "robots-unreachable"
  | "robots-delay"
  // How redirects go wrong.
  | "redirect-insecure"
  | "redirect-loop"
  | "redirect-too-many"
  | "redirect-nowhere"
  // How connections and answers go wrong.
  | "connection-failed"
  | "connection-untrusted"
  | "connection-slow"
  | "answer-slow"
  | "answer-malformed"
  | "answer-headers-too-large"
  | "answer-cut-off"
  | "body-too-large"
  | "body-unknown-encoding"
  | "body-damaged"
  | "body-no-document"
  // What the server answers.
  | "status-login"
  | "status-payment"
  | "status-forbidden"
  | "status-not-found"
  | "status-gone"
  | "status-too-many-requests"
  | "status-server-error"
  | "status-unexpected";

/** Why a document was not fetched. */
export interface FetchRefusal {
  readonly code: FetchRefusalCode;
  /** The address that it happened at, which after redirects is not the one that was asked for. */
  readonly address: string;
  /** The fact that belongs to the code, such as an IP address or a status. */
  readonly detail: string | null;
  /** The limits that held. */
  readonly limits: FetchLimits;
}

export interface Refused {
  readonly refusal: FetchRefusal;
}

/** Makes refusals that share limits. */
export type Refuse = (code: FetchRefusalCode, address: URL | string, detail?: string | null) => Refused;

export const refuseWith =
  (limits: FetchLimits): Refuse =>
  (code, address, detail = null) => ({ refusal: { code, address: withoutCredentials(address), detail, limits } });

/** A password must not reach a log. */
function withoutCredentials(address: URL | string): string {
  if (typeof address === "string") return address;
  const shown = new URL(address);
  shown.username = "";
  shown.password = "";
  return shown.href;
}
