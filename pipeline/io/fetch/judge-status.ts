import type { FetchRefusalCode } from "./fetch-refusal.ts";

/** Statuses that lead to another address by `Location`. */
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

export const isRedirect = (status: number) => REDIRECTS.includes(status);

const CODES: Readonly<Partial<Record<number, FetchRefusalCode>>> = {
  401: "status-login",
  402: "status-payment",
  403: "status-forbidden",
  404: "status-not-found",
  410: "status-gone",
  429: "status-too-many-requests",
};

/** Statuses whose body is the document: 203 is one that something on the way has changed. */
const WITH_DOCUMENT: readonly number[] = [200, 203];

/** The refusal of a status, or `null` if its body is the document. */
export function judgeStatus(status: number, retryAfter: string | undefined): [FetchRefusalCode, string] | null {
  if (WITH_DOCUMENT.includes(status)) return null;
  const code = CODES[status] ?? (status >= 500 && status < 600 ? "status-server-error" : "status-unexpected");
  return [code, code === "status-too-many-requests" ? (retryAfter ?? "") : String(status)];
}
