/** The part that an address in another part leads to, and the place in it. An address out of the book leads nowhere. */
export function resolvePart(from: string, href: string): { readonly path: string; readonly fragment: string } {
  try {
    const { pathname, hash, host } = new URL(href, `http://book/${encodeURI(from)}`);
    return {
      path: host === "book" ? decodeURIComponent(pathname.slice(1)) : "",
      fragment: decodeURIComponent(hash.slice(1)),
    };
  } catch {
    return { path: "", fragment: "" };
  }
}
