import { plural } from "#pipeline/core/plural.ts";
import { shorten } from "#pipeline/core/shorten.ts";
import type { FetchRefusal } from "./fetch-refusal.ts";

/** Why a document was not fetched, and what to do about it. */
export const formatFetchRefusal = (refusal: FetchRefusal): string =>
  `${shorten(refusal.address)}: ${formatReason({ ...refusal, detail: shorten(refusal.detail ?? "") })}`;

function formatReason({ code, detail, limits }: FetchRefusal & { readonly detail: string }): string {
  switch (code) {
    case "address-invalid":
      return "This is not a valid web address. Write it in full, such as https://example.org/report.pdf.";
    case "address-scheme":
      return `Only http and https addresses are fetched, not ${detail}. Download the document, and give its file.`;
    case "address-credentials":
      return "The address contains a user name or password. Remove it: what is recorded about a document can be read by others.";
    case "address-port":
      return `Port ${detail} is not fetched, only 80 and 443. Download the document, and give its file.`;
    case "address-not-public":
      return `The address leads to ${detail}, which is not on the public internet, so it is not asked. Check the address.`;
    case "address-unknown-host":
      return `No computer has this name (${detail}). Check the spelling and the connection.`;
    case "robots-disallows":
      return "The robots.txt of the site does not allow programs to fetch this. Read and download it in a browser, and give its file.";
    case "robots-unreachable":
      return `The robots.txt of the site could not be read (${detail}), so nothing else is asked of it. Try again later, or download the document in a browser, and give its file.`;
    case "robots-delay":
      return `The robots.txt of the site asks for ${detail} seconds between requests, and at most ${limits.crawlDelaySeconds} are waited for. Download the document in a browser, and give its file.`;
    case "redirect-insecure":
      return `The address redirects from https to ${detail}, which anybody on the way could change. Find an https address.`;
    case "redirect-loop":
      return "The address redirects in a circle. Check it in a browser.";
    case "redirect-too-many":
      return `The address redirects more than ${plural(limits.redirects, "time")}. Find out in a browser where it ends, and give that address.`;
    case "redirect-nowhere":
      return `The server redirects (status ${detail}) without saying where to. Check the address in a browser.`;
    case "connection-failed":
      return `The server could not be reached (${detail}). Check the address and the connection, or try again later.`;
    case "connection-untrusted":
      return `The server offers no secure connection that can be trusted (${detail}). Do not use what it sends. Check the address.`;
    case "connection-slow":
      return `The server did not accept the connection within ${seconds(limits.connectMs)}. Try again later.`;
    case "answer-slow":
      return `The answer was not complete within ${seconds(limits.totalMs)}. Try again later, or download the document in a browser, and give its file.`;
    case "answer-malformed":
      return `The answer is not valid HTTP (${detail}). Check the address.`;
    case "answer-headers-too-large":
      return `The headers of the answer are larger than ${limits.headerBytes} bytes. Download the document in a browser, and give its file.`;
    case "answer-cut-off":
      return "The answer broke off before its end. Try again.";
    case "body-too-large":
      return `The answer is larger than ${limits.bodyBytes} bytes, before or after decompression. If that is right, download the document, and give its file.`;
    case "body-unknown-encoding":
      return `The answer is compressed as "${detail}", which was not asked for. Download the document in a browser, and give its file.`;
    case "body-damaged":
      return `The answer could not be decompressed (${detail}). Try again, or download the document in a browser, and give its file.`;
    case "body-no-document":
      return `The address leads to ${detail}, which is not a document that can be taken in. Give the address of the text, such as a page or a PDF.`;
    case "status-login":
      return "The server wants a login (status 401). If you may read the document, download it in a browser, and give its file.";
    case "status-payment":
      return "The server wants a payment (status 402). If you may read the document, download it in a browser, and give its file.";
    case "status-forbidden":
      return "The server refuses to give this to a program (status 403). If you may read the document, download it in a browser, and give its file.";
    case "status-not-found":
      return "There is nothing at this address (status 404). Look for the new address of the document, or for an archived copy.";
    case "status-gone":
      return "The document was removed for good (status 410). Look for an archived copy.";
    case "status-too-many-requests":
      return `The server has had too many requests (status 429). ${formatRetry(detail)}`;
    case "status-server-error":
      return `The server has a fault of its own (status ${detail}). Try again later.`;
    case "status-unexpected":
      return `The server answered with status ${detail}, which is not a document. Check the address in a browser.`;
    default:
      return code satisfies never;
  }
}

const seconds = (ms: number) => plural(ms / 1000, "second");

/** Retry-After is a number of seconds or a date (RFC 9110, section 10.2.3). */
function formatRetry(after: string): string {
  if (after === "") return "Try again later.";
  return /^\d+$/u.test(after) ? `Try again after ${plural(Number(after), "second")}.` : `Try again after ${after}.`;
}
