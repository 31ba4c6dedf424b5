import { afterEach, describe, expect, it, vi } from "vitest";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { openTrino } from "#pipeline/io/trino.ts";
import { type AnsweringServer, redirect, respond, startServer } from "#tests/builders/answering-server.ts";
import { startTrino, type TrinoAnswer } from "#tests/builders/answering-trino.ts";

let server: AnsweringServer | null = null;
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.close();
  server = null;
});

const open = (address: string) => openTrino({ server: address, user: "analyst" });

async function ask(answer: TrinoAnswer, sql = "SELECT 1") {
  const trino = await startTrino(() => answer);
  server = trino;
  const { query } = await open(trino.origin);
  return query(sql);
}

/** The one sentence of the error, or what was thrown if it is another one. */
const sentence = (work: Promise<unknown>) =>
  work.then(
    () => "no error",
    (error: unknown) => (error instanceof UsageError ? error.message : error),
  );

const column = (type: string) => [{ name: "n", type }];

describe("a query", () => {
  it("gives the rows of all parts in order, with NULL, texts and numbers", async () => {
    const columns = [
      { name: "id", type: "varchar(5)" },
      { name: "n", type: "bigint" },
      { name: "km", type: "double" },
    ];
    const parts = [
      [["a", 1, 0.5]],
      [],
      [
        ["é", null, 2],
        [null, 9_007_199_254_740_991, null],
      ],
    ];
    expect(await ask({ columns, parts })).toEqual([
      { id: "a", n: 1, km: 0.5 },
      { id: "é", n: null, km: 2 },
      { id: null, n: 9_007_199_254_740_991, km: null },
    ]);
  });

  it("gives no rows if there are none", async () => {
    expect(await ask({ columns: column("bigint") })).toEqual([]);
  });

  it("reads doubles that JSON has no number for", async () => {
    const parts = [[["NaN"], ["-Infinity"]]];
    expect(await ask({ columns: column("double"), parts })).toEqual([
      { n: Number.NaN },
      { n: Number.NEGATIVE_INFINITY },
    ]);
  });

  it("names the user, the catalog and the schema", async () => {
    const trino = await startTrino(() => ({}));
    server = trino;
    await (await open(`${trino.origin}/lake/events`)).query("SELECT 1");
    await (await open(trino.origin)).query("SELECT 2");
    expect(trino.queries).toEqual(["SELECT 1", "SELECT 2"]);
    expect(trino.headers.filter((headers) => headers["content-length"] !== undefined)).toMatchObject([
      { "x-trino-user": "analyst", "x-trino-catalog": "lake", "x-trino-schema": "events" },
      { "x-trino-user": "analyst", "x-trino-catalog": "hive", "x-trino-schema": "default" },
    ]);
  });
});

describe("what goes wrong is one sentence", () => {
  it("if there is no server", async () => {
    const closed = await startServer({});
    await closed.close();
    expect(await sentence((await open(closed.origin)).query("SELECT 1"))).toMatch(
      /^Cannot connect to Trino at http:\/\/127\.0\.0\.1:\d+: .*ECONNREFUSED.*\.$/u,
    );
  });

  it.each([
    [respond(404), "answers with the status 404, not as Trino does."],
    [respond(401), "wants a user name or password that it knows."],
    [respond(200, {}, "<p>Welcome.</p>"), "answers, but not as Trino does."],
  ])("if the server is another one", async (page, words) => {
    server = await startServer({ "/v1/statement": page });
    expect(await sentence((await open(server.origin)).query("SELECT 1"))).toContain(words);
  });

  it("if it does not answer", async () => {
    server = await startServer({ "/v1/statement": () => undefined });
    const { query } = await openTrino({ server: server.origin, user: "analyst" }, 50);
    expect(await sentence(query("SELECT 1"))).toBe(
      `The server ${server.origin} does not answer. Check that it runs, and try again.`,
    );
  });

  it.each([
    ["says that its rows are on another server", (next: string) => respond(200, {}, JSON.stringify({ nextUri: next }))],
    ["redirects to another server", redirect],
  ])("and nothing else is asked, if it %s", async (_, sendOn) => {
    const other = await startServer({});
    server = await startServer({ "/v1/statement": sendOn(`${other.origin}/v1/statement/1`) });
    expect(await sentence((await open(server.origin)).query("SELECT 1"))).toMatch(/which is not asked|the status 30/u);
    expect(other.asked).toEqual([]);
    await other.close();
  });

  it("if a table is missing", async () => {
    const error = { errorName: "TABLE_NOT_FOUND", message: "line 1:15: Table 'hive.default.events' does not exist" };
    expect(await sentence(ask({ error }))).toBe(
      "Trino does not find what the query reads in hive.default: line 1:15: Table 'hive.default.events' does not exist.",
    );
  });

  it("if the query fails, also after the first rows", async () => {
    const error = { errorName: "EXCEEDED_LOCAL_MEMORY_LIMIT", message: "Query exceeded\n  memory limit of 1GB." };
    expect(await sentence(ask({ columns: column("bigint"), parts: [[[1]]], error }))).toBe(
      "Trino could not run the query: Query exceeded memory limit of 1GB.",
    );
  });

  it.each(["boolean", "date", "decimal(38,0)", "array(varchar)", "real"])("if a column is a %s", async (type) => {
    expect(await sentence(ask({ columns: column(type), parts: [[["x"]]] }))).toBe(
      `The column n of Trino's result has the type ${type}; only texts and numbers are expected.`,
    );
  });

  it.each([
    ["bigint", "x"],
    ["bigint", true],
    ["varchar", 1],
    ["integer", undefined],
  ])("if a value of a column of %s is %j", async (type, cell) => {
    expect(await sentence(ask({ columns: column(type), parts: [[[cell], []]] }))).toMatch(
      /has a value that is not of its type|has a value/u,
    );
  });

  it("but a whole number that is no longer exact is a bug", async () => {
    const thrown = await sentence(ask({ columns: column("bigint"), parts: [[[2 ** 53]]] }));
    expect(String(thrown)).toContain("beyond 2^53");
    expect(thrown).toBeInstanceOf(Error);
  });
});

describe("the address of a server", () => {
  it.each([
    "localhost:8080",
    "trino",
    "ftp://localhost/hive/default",
    "http://localhost/hive",
    "http://localhost/a/b/c",
    "http://localhost/hive/default?x",
  ])("is refused if it is %s", async (address) => {
    expect(await sentence(open(address))).toContain("is like http://localhost:8080/hive/default");
  });

  it("has no password, because command lines are kept", async () => {
    expect(await sentence(open("https://me:secret@localhost"))).not.toContain("secret");
    expect(await sentence(open("https://me:secret@localhost"))).toContain("TRINO_PASSWORD");
  });

  it("is one of https if there is a password", async () => {
    vi.stubEnv("TRINO_PASSWORD", "secret");
    expect(await sentence(open("http://localhost:8080"))).toContain("https");
  });
});
