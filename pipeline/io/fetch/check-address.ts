import { isIP } from "node:net";
import { ADDRESS_LENGTH } from "./fetch-limits.ts";
import type { Refuse, Refused } from "./fetch-refusal.ts";
import { addressFault } from "./public-address.ts";

export interface AddressRules {
  readonly allowLoopback: boolean;
  readonly refuse: Refuse;
}

const PORTS: readonly string[] = ["", "80", "443"];

/**
 * An address that may be asked, without its fragment. `base` is the address that redirects to it. A name is not resolved
 * here: `checkedLookup` looks at its IP addresses when it is connected to.
 */
export function checkAddress(text: string, base: URL | null, rules: AddressRules): { url: URL } | Refused {
  const { refuse, allowLoopback } = rules;
  const url = text.length > ADDRESS_LENGTH ? null : parse(text, base);
  if (url === null) return refuse("address-invalid", text);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return refuse("address-scheme", url, url.protocol.slice(0, -1));
  if (url.username !== "" || url.password !== "") return refuse("address-credentials", url);
  if (base?.protocol === "https:" && url.protocol === "http:") return refuse("redirect-insecure", base, url.href);
  if (!PORTS.includes(url.port) && !allowLoopback) return refuse("address-port", url, url.port);
  const host = hostOf(url);
  const fault = isIP(host) === 0 ? null : addressFault(host, allowLoopback);
  if (fault !== null) return refuse("address-not-public", url, `${host}, ${fault}`);
  url.hash = "";
  return { url };
}

/** The name or IP address of the host: IPv6 without brackets. `URL` has turned every spelling of IPv4 into one. */
const hostOf = ({ hostname }: URL) => hostname.replace(/^\[(.*)\]$/u, "$1");

function parse(text: string, base: URL | null): URL | null {
  return URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
}
