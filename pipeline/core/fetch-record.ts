/** One redirect: the status that was answered, and where it led. */
export interface Redirect {
  readonly status: number;
  readonly to: string;
}

/** What is kept of an answer, so that a reader can tell years later how a document was obtained. */
export interface FetchRecord {
  readonly requested_url: string;
  readonly final_url: string;
  readonly redirects: readonly Redirect[];
  readonly request_headers: Readonly<Record<string, string>>;
  readonly status: number;
  /** Sorted by name, without cookies. */
  readonly headers: Readonly<Record<string, string>>;
  readonly media_type: string | null;
  readonly charset: string | null;
  readonly etag: string | null;
  readonly last_modified: string | null;
  /** ISO 8601, in UTC. */
  readonly fetched_at: string;
}
