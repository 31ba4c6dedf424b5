import { describe, expect, it } from "vitest";
import { checkAddress } from "#pipeline/io/fetch/check-address.ts";
import { fetchLimits } from "#pipeline/io/fetch/fetch-limits.ts";
import { refuseWith } from "#pipeline/io/fetch/fetch-refusal.ts";

const refuse = refuseWith(fetchLimits);
const strict = { allowLoopback: false, refuse };
const loose = { allowLoopback: true, refuse };

/** The address to ask, or the code of its refusal. */
function checked(text: string, base: string | null = null, rules = strict): string {
  const result = checkAddress(text, base === null ? null : new URL(base), rules);
  return "url" in result ? result.url.href : result.refusal.code;
}

describe("an IP address in the place of a name", () => {
  it.each([
    "http://127.0.0.1",
    "http://127.1",
    "http://127.0.0.1.",
    "http://2130706433",
    "http://0x7f.1",
    "http://0x7f000001",
    "http://0177.0.0.1",
    "http://①②⑦.0.0.1",
    "http://127。0。0。1",
    "http://0",
    "http://[::1]",
    "http://[0:0:0:0:0:0:0:1]",
    "http://[::ffff:127.0.0.1]",
    "http://[::ffff:7f00:1]",
    "http://[64:ff9b::127.0.0.1]",
    "http://169.254.169.254",
    "http://0xa9fea9fe",
    "https:\\\\10.0.0.7",
  ])("is recognised however it is spelled: %s", (text) => {
    expect(checked(text)).toBe("address-not-public");
  });

  it("may be asked if it is public", () => {
    expect(checked("http://93.184.215.14/a")).toBe("http://93.184.215.14/a");
  });
});

describe("an address", () => {
  it("is asked for without its fragment", () => {
    expect(checked("https://example.org/a?b#c")).toBe("https://example.org/a?b");
  });

  it("may name the ports of the web, and with loopback allowed any", () => {
    expect(checked("http://example.org:443/")).toBe("http://example.org:443/");
    expect(checked("https://example.org:80/")).toBe("https://example.org:80/");
    expect(checked("http://example.org:8080/")).toBe("address-port");
    expect(checked("http://127.0.0.1:8080/", null, loose)).toBe("http://127.0.0.1:8080/");
  });

  it.each([
    ["https://example.org/", "http://example.org/", "https://example.org/"],
    ["http://example.org/", "https://example.org/a", "redirect-insecure"],
    ["//example.com/b", "https://example.org/a", "https://example.com/b"],
    ["b", "https://example.org/a", "https://example.org/b"],
    ["javascript:alert(1)", "https://example.org/a", "address-scheme"],
  ])("%s after %s is %s", (text, base, expected) => {
    expect(checked(text, base)).toBe(expected);
  });
});
