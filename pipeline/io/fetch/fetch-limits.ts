/** How much of the network's time and bytes one document may take. */
export interface FetchLimits {
  /** Bytes of a body after decompression, and of what is decompressed. */
  readonly bodyBytes: number;
  /** Milliseconds for a document with its redirects and robots.txt, without the waiting that a Crawl-delay asks for. */
  readonly totalMs: number;
  /** Milliseconds until a server is connected to. */
  readonly connectMs: number;
  /** Bytes of the headers of one answer. */
  readonly headerBytes: number;
  readonly redirects: number;
  /** Bytes of a robots.txt. RFC 9309, section 2.5, wants at least 500 KiB. */
  readonly robotsBytes: number;
  /** Milliseconds for a robots.txt with its redirects. */
  readonly robotsMs: number;
  /** The longest Crawl-delay that is waited for. */
  readonly crawlDelaySeconds: number;
}

export const fetchLimits: FetchLimits = {
  bodyBytes: 64 * 1024 * 1024,
  totalMs: 120_000,
  connectMs: 10_000,
  headerBytes: 16 * 1024,
  redirects: 5,
  robotsBytes: 512 * 1024,
  robotsMs: 15_000,
  crawlDelaySeconds: 30,
};

/** UTF-16 units of an address. */
export const ADDRESS_LENGTH = 2_000;
