import type { QueryResult, Trino as TrinoClient } from "trino-client";
import { isRecord } from "#pipeline/core/is-record.ts";
import { shorten } from "#pipeline/core/shorten.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

export interface TrinoServer {
  /** Catalog and schema whose tables queries name. */
  readonly catalog: string;
  readonly schema: string;
  /** The rows of one query, with the values that DuckDB would give. Whole numbers beyond 2^53 throw. */
  readonly query: (sql: string) => Promise<readonly Row[]>;
}

export interface TrinoOptions {
  /** `https://host:port/catalog/schema`; without a path, `hive/default`. */
  readonly server: string;
  readonly user: string;
}

/** Milliseconds for one answer. Trino answers within seconds, also while a query runs: then it says where to ask again. */
const ANSWER_MS = 60_000;
/** Bytes of one answer. Trino sends some megabytes at a time. */
const ANSWER_BYTES = 256 * 1024 * 1024;

/** Errors of Trino that say that something which the query names is not there. */
const NOT_THERE = /^(CATALOG|SCHEMA|TABLE)_NOT_FOUND$/u;

/**
 * A client of a Trino server. It asks nothing before the first query. The password, for a server that wants one, comes
 * from `TRINO_PASSWORD`, as for Trino's own command line. What goes wrong is a `UsageError` of one sentence.
 */
export async function openTrino({ server, user }: TrinoOptions, answerMs = ANSWER_MS): Promise<TrinoServer> {
  const { origin, catalog, schema } = readAddress(server);
  const { TRINO_PASSWORD: password = "" } = process.env;
  if (password !== "" && !origin.startsWith("https:"))
    throw new UsageError("TRINO_PASSWORD is set, and would cross the network unprotected: use an address of https.");
  const { BasicAuth, Trino } = await import("trino-client");
  const client = Trino.create({
    server: origin,
    source: "jnim-data",
    catalog,
    schema,
    ...(password === "" ? { extraHeaders: { "X-Trino-User": user } } : { auth: new BasicAuth(user, password) }),
  });
  guardRequests(client, { origin, answerMs });
  const query = async (sql: string) => {
    const rows: Row[] = [];
    const results = await reach(origin, client.query(sql));
    let last: QueryResult | null = null;
    for (;;) {
      const { value, done } = await reach(origin, results.next());
      // The last result comes a second time, when the iterator ends.
      if (value !== last) rows.push(...readResult(value, `${catalog}.${schema}`));
      if (done === true) return rows;
      last = value;
    }
  };
  return { catalog, schema, query };
}

interface Guard {
  readonly origin: string;
  readonly answerMs: number;
}

/**
 * Bounds every request of a client, which has no options for it: only this server is asked, whatever it redirects to or
 * says where its rows are, and an answer takes neither forever nor all memory.
 */
function guardRequests(client: TrinoClient, { origin, answerMs }: Guard): void {
  const inner: unknown = Reflect.get(client, "client");
  const request: unknown = isRecord(inner) ? inner.request : null;
  if (!isRecord(inner) || typeof request !== "function") throw new Error("This is another version of trino-client.");
  const guarded = async (asked: { readonly url: string }): Promise<unknown> => {
    const asks = new URL(asked.url, origin).origin;
    if (asks !== origin)
      throw new UsageError(
        `The server ${origin} sends on to ${asks}, which is not asked. Use the address that it gives itself, or set http-server.process-forwarded in its configuration.`,
      );
    const bounds = { timeout: answerMs, maxRedirects: 0, maxContentLength: ANSWER_BYTES };
    const answer: unknown = await Reflect.apply(request, inner, [{ ...asked, ...bounds }]);
    if (!isRecord(answer) || Array.isArray(answer))
      throw new UsageError(`The server ${origin} answers, but not as Trino does.`);
    return answer;
  };
  Reflect.set(inner, "request", guarded);
}

function readAddress(server: string): { origin: string; catalog: string; schema: string } {
  const url = URL.canParse(server) ? new URL(server) : null;
  const names = url === null ? [] : url.pathname.split("/").filter((name) => name !== "");
  if (url !== null && `${url.username}${url.password}` !== "")
    throw new UsageError("The address of the server has no name or password: use --user and TRINO_PASSWORD.");
  const isAddress = url !== null && /^https?:$/u.test(url.protocol) && url.search === "" && url.hash === "";
  if (!isAddress || ![0, 2].includes(names.length))
    throw new UsageError(`The address of the server is like http://localhost:8080/hive/default, not ${server}.`);
  const [catalog = "hive", schema = "default"] = names.map(decodeURIComponent);
  return { origin: url.origin, catalog, schema };
}

/** Waits for an answer, and says in one sentence why there is none. */
async function reach<T>(origin: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    if (isRecord(cause) && cause.code === "ECONNABORTED")
      throw new UsageError(`The server ${origin} does not answer. Check that it runs, and try again.`, { cause });
    const response = isRecord(cause) && isRecord(cause.response) ? cause.response : {};
    if (response.status === 401 || response.status === 403)
      throw new UsageError(`The server ${origin} wants a user name or password that it knows.`, { cause });
    if (typeof response.status === "number")
      throw new UsageError(`The server ${origin} answers with the status ${response.status}, not as Trino does.`, {
        cause,
      });
    throw new UsageError(`Cannot connect to Trino at ${origin}: ${messageOf(cause)}.`, { cause });
  }
}

/** An error of several attempts has no message, but a code. */
function messageOf(cause: unknown): string {
  if (!isRecord(cause)) return String(cause);
  const words = [cause.message, cause.code].find((word) => typeof word === "string" && word !== "");
  return oneLine(String(words ?? "no reason is given"));
}

const oneLine = (text: string) => shorten(text.replace(/\s+/gu, " ").trim().replace(/\.$/u, ""));

function readResult(result: unknown, place: string): Row[] {
  if (!isRecord(result)) throw new UsageError("The server answers, but not as Trino does.");
  if (isRecord(result.error)) {
    const message = oneLine(String(result.error.message));
    if (NOT_THERE.test(String(result.error.errorName)))
      throw new UsageError(`Trino does not find what the query reads in ${place}: ${message}.`);
    throw new UsageError(`Trino could not run the query: ${message}.`);
  }
  if (!Array.isArray(result.data)) return [];
  const columns: unknown[] = Array.isArray(result.columns) ? result.columns : [];
  const readers = columns.map(columnReader);
  return result.data.map((cells: unknown) =>
    Object.fromEntries(readers.map(({ name, read }, at) => [name, read(Array.isArray(cells) ? cells[at] : undefined)])),
  );
}

interface ColumnReader {
  readonly name: string;
  readonly read: (cell: unknown) => Value;
}

function columnReader(column: unknown): ColumnReader {
  const { name, type } = isRecord(column) ? column : {};
  const words = `The column ${name} of Trino's result`;
  if (typeof name !== "string" || typeof type !== "string") throw new UsageError(`${words} has no name or type.`);
  const isWhole = /^(tinyint|smallint|integer|bigint)$/u.test(type);
  const isNumber = isWhole || type === "double";
  if (!isNumber && !/^(varchar|char|unknown)\b/u.test(type))
    throw new UsageError(`${words} has the type ${type}; only texts and numbers are expected.`);
  const read = (cell: unknown) => {
    if (cell === null) return null;
    if (typeof cell === "string" && !isWhole) return isNumber ? Number(cell) : cell;
    if (typeof cell !== "number" || !isNumber)
      throw new UsageError(`${words} has a value that is not of its type ${type}.`);
    if (isWhole && !Number.isSafeInteger(cell)) throw new Error(`${words} has a number beyond 2^53.`);
    return cell;
  };
  return { name, read };
}
