import { describe, expect, it } from "vitest";
import { wholeAddress } from "#pipeline/intake/html/whole-address.ts";
import { parseMarkup } from "#pipeline/intake/markup/dom.ts";

const seenFrom = (head: string, address: string) =>
  wholeAddress(address, parseMarkup(`<html><head>${head}</head><body></body></html>`));
const OWN = '<meta property="og:url" content="https://example.org/part/page">';

describe("wholeAddress", () => {
  it.each([
    ["/here", OWN, "https://example.org/here"],
    ["here", OWN, "https://example.org/part/here"],
    ["//example.net/x", OWN, "https://example.net/x"],
    ["https://example.net/x", OWN, "https://example.net/x"],
    ["/here", `<base href="https://example.com/b/">${OWN}`, "https://example.com/here"],
    ["/here", `<base href="/b/">${OWN}`, "https://example.org/here"],
    ["/here", "", "/here"],
    ["", OWN, ""],
  ])("resolves %s, seen from %s", (address, head, whole) => {
    expect(seenFrom(head, address)).toBe(whole);
  });
});
