import { expect, it } from "vitest";
import { fetchLimits } from "#pipeline/io/fetch/fetch-limits.ts";
import type { FetchRefusalCode } from "#pipeline/io/fetch/fetch-refusal.ts";
import { formatFetchRefusal } from "#pipeline/io/fetch/format-fetch-refusal.ts";

/** A typical detail of each refusal. */
const DETAILS: Readonly<Record<FetchRefusalCode, string | null>> = {
  "address-invalid": null,
  "address-scheme": "ftp",
  "address-credentials": null,
  "address-port": "8080",
  "address-not-public": "10.0.0.7, a private address",
  "address-unknown-host": "example.org",
  "robots-disallows": null,
  "robots-unreachable": "status 500",
  "robots-delay": "600",
  "redirect-insecure": "http://example.org/",
  "redirect-loop": null,
  "redirect-too-many": null,
  "redirect-nowhere": "302",
  "connection-failed": "ECONNREFUSED",
  "connection-untrusted": "CERT_HAS_EXPIRED",
  "connection-slow": null,
  "answer-slow": null,
  "answer-malformed": "HPE_INVALID_CONSTANT",
  "answer-headers-too-large": null,
  "answer-cut-off": null,
  "body-too-large": null,
  "body-unknown-encoding": "zstd",
  "body-damaged": "Z_BUF_ERROR",
  "body-no-document": "video/mp4",
  "status-login": "401",
  "status-payment": "402",
  "status-forbidden": "403",
  "status-not-found": "404",
  "status-gone": "410",
  "status-too-many-requests": "120",
  "status-server-error": "500",
  "status-unexpected": "451",
};

const format = (code: FetchRefusalCode, detail: string | null) =>
  formatFetchRefusal({ code, address: "https://example.org/a", detail, limits: fetchLimits });

it.each(Object.entries(DETAILS))("%s says where, what is wrong and what to do", (code, detail) => {
  const [known] = Object.keys(DETAILS).filter((name): name is FetchRefusalCode => name === code);
  expect(known).toBeDefined();
  if (known === undefined) return;
  const message = format(known, detail);
  expect(message).toMatch(/^https:\/\/example\.org\/a: [A-Z].+\. [A-Z].+\.$|^.+ status 429\)\. Try again after .+\.$/u);
  expect(message).toContain(detail ?? "");
  expect(message).not.toMatch(/undefined|null|NaN/u);
});

it("says when a server can be asked again, in each of the forms that Retry-After has", () => {
  expect(format("status-too-many-requests", "120")).toContain("after 120 seconds.");
  expect(format("status-too-many-requests", "Wed, 25 Nov 2026 07:28:00 GMT")).toContain("after Wed, 25 Nov 2026");
  expect(format("status-too-many-requests", "")).toContain("Try again later.");
});

it("cuts what a server made too long", () => {
  expect(format("status-too-many-requests", "a".repeat(5000)).length).toBeLessThan(500);
});
