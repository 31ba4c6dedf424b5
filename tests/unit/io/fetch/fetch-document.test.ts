import { createServer, type Socket } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type FetchOptions, fetchDocument } from "#pipeline/io/fetch/fetch-document.ts";
import { fetchLimits } from "#pipeline/io/fetch/fetch-limits.ts";
import { theWorld } from "#pipeline/io/fetch/fetch-world.ts";
import { newVisits } from "#pipeline/io/fetch/polite-visits.ts";
import type { Answer } from "#pipeline/io/fetch/request.ts";
import { NO_RULES } from "#pipeline/io/fetch/robots-rules.ts";
import { USER_AGENT } from "#pipeline/io/fetch/user-agent.ts";
import { type AnsweringServer, type Page, redirect, respond, startServer } from "#tests/builders/answering-server.ts";
import { selfSigned } from "#tests/builders/self-signed.ts";

const NOW = new Date("2026-11-24T10:00:00Z");
const PAGE = "<p>A report.</p>";
const HTML = { "content-type": "text/html" };
const KB = 1024;

/** The names of these tests, all of them invented, and what they lead to. No test asks a real name server. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  localhost: ["127.0.0.1"],
  "no-address.example": [],
  "inside.example": ["10.0.0.7"],
  "half-inside.example": ["93.184.215.14", "192.168.0.1"],
  "metadata.example": ["169.254.169.254"],
  "carrier.example": ["100.64.0.1"],
  "unique-local.example": ["fd00:ec2::254"],
  "mapped.example": ["::ffff:10.0.0.7"],
  "translated.example": ["64:ff9b::a00:7"],
};

const resolve: typeof theWorld.resolve = (host) => {
  const addresses = NAMES[host];
  if (addresses === undefined) return Promise.reject(Object.assign(new Error("No such name."), { code: "ENOTFOUND" }));
  return Promise.resolve(addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })));
};

const LIMITS = { ...fetchLimits, totalMs: 20_000, bodyBytes: 100 * KB };
const world = { ...theWorld, resolve };

let server: AnsweringServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function serve(pages: Readonly<Record<string, Page>>): Promise<AnsweringServer> {
  server = await startServer(pages);
  return server;
}

const fetchAt = (address: string, options: Partial<FetchOptions> = {}) =>
  fetchDocument(address, { allowLoopback: true, limits: LIMITS, now: () => NOW, world, ...options });

/** A header is written byte by byte. */
const asUtf8 = (text: string) => Buffer.from(text).toString("latin1");

/** Serves the pages, and fetches `/a`. */
async function fetchA(pages: Readonly<Record<string, Page>>, options: Partial<FetchOptions> = {}) {
  const { origin } = await serve(pages);
  return fetchAt(`${origin}/a`, options);
}

const refusal = (code: string, more: object = {}) => ({ refusal: { code, ...more } });
const fetched = (body: string, more: object = {}) => ({ fetched: { bytes: Buffer.from(body), ...more } });

describe("a document that is fetched", () => {
  it("comes with what is kept of the request and the answer", async () => {
    const headers = {
      "content-type": 'Text/HTML; Charset="Windows-1252"',
      etag: '"1"',
      "last-modified": "Mon, 23 Nov 2026 10:00:00 GMT",
      "set-cookie": "session=secret",
    };
    const result = await fetchA({ "/a": respond(200, headers, PAGE) });
    const { origin = "" } = server ?? {};
    expect(result).toMatchObject(
      fetched(PAGE, {
        requested_url: `${origin}/a`,
        final_url: `${origin}/a`,
        redirects: [],
        status: 200,
        media_type: "text/html",
        charset: "windows-1252",
        etag: '"1"',
        last_modified: "Mon, 23 Nov 2026 10:00:00 GMT",
        fetched_at: "2026-11-24T10:00:00.000Z",
      }),
    );
    expect(JSON.stringify(result)).not.toContain("secret");
  });

  it("was asked for by name, after robots.txt, and without a condition", async () => {
    const { origin, asked, headers } = await serve({ "/a": PAGE });
    await fetchAt(`${origin}/a#part`);
    expect(asked).toEqual(["GET /robots.txt", "GET /a"]);
    for (const sent of headers) expect(sent["user-agent"]).toBe(USER_AGENT);
    expect(USER_AGENT).toMatch(/^jnim-data\b/u);
    expect(headers[1]).not.toHaveProperty("if-none-match");
  });

  it.each([
    ["gzip", gzipSync(PAGE)],
    ["br", brotliCompressSync(PAGE)],
    ["deflate", deflateSync(PAGE)],
    ["deflate", deflateRawSync(PAGE)],
    ["identity", Buffer.from(PAGE)],
  ])("is decompressed from %s", async (encoding, body) => {
    const result = await fetchA({ "/a": respond(200, { ...HTML, "content-encoding": encoding }, body) });
    expect(result).toMatchObject(fetched(PAGE));
  });

  it("may come without a media type", async () => {
    expect(await fetchA({ "/a": respond(200, {}, PAGE) })).toMatchObject(fetched(PAGE, { media_type: null }));
  });
});

describe("a document that has not changed", () => {
  const validators = { etag: '"1"', lastModified: "Mon, 23 Nov 2026 10:00:00 GMT" };

  it("is not sent again, and robots.txt is asked for without the condition", async () => {
    const { origin, headers } = await serve({ "/a": respond(304, { etag: '"1"' }) });
    const result = await fetchAt(`${origin}/a`, { validators: { ...validators, address: `${origin}/a` } });
    expect(result).toMatchObject({ unchanged: { status: 304, etag: '"1"', final_url: `${origin}/a` } });
    expect(headers.map((sent) => [sent["if-none-match"], sent["if-modified-since"]])).toEqual([
      [undefined, undefined],
      ['"1"', validators.lastModified],
    ]);
  });

  it("cannot be told so by a server that was not asked", async () => {
    expect(await fetchA({ "/a": respond(304) })).toMatchObject(refusal("status-unexpected"));
  });

  it("is one of the same address: where that redirects to is asked for without the condition", async () => {
    const { origin, headers } = await serve({ "/a": redirect("/b"), "/b": PAGE });
    const result = await fetchAt(`${origin}/a`, { validators: { ...validators, address: `${origin}/a` } });
    expect(result).toMatchObject(fetched(PAGE));
    expect(headers.map((sent) => sent["if-none-match"])).toEqual([undefined, '"1"', undefined]);
  });

  it("may be where an address redirects to", async () => {
    const { origin, headers } = await serve({ "/a": redirect("/b"), "/b": respond(304) });
    const result = await fetchAt(`${origin}/a`, { validators: { ...validators, address: `${origin}/b` } });
    expect(result).toMatchObject({ unchanged: { request_headers: { "if-none-match": '"1"' } } });
    expect(headers.map((sent) => sent["if-none-match"])).toEqual([undefined, undefined, '"1"']);
  });

  it("is asked for without validators that no header can hold", async () => {
    const { origin, headers } = await serve({ "/a": PAGE });
    await fetchAt(`${origin}/a`, { validators: { address: `${origin}/a`, etag: '"1"\r\nx: y', lastModified: null } });
    expect(headers[1]).not.toHaveProperty("if-none-match");
  });
});

describe("an address", () => {
  const withoutServer = (address: string, allowLoopback = false) => fetchAt(address, { allowLoopback });

  it.each([
    ["report", "address-invalid"],
    [`https://example.org/${"a".repeat(3000)}`, "address-invalid"],
    ["file:///etc/passwd", "address-scheme"],
    ["ftp://example.org/a", "address-scheme"],
    ["data:text/html,a", "address-scheme"],
    ["https://user:secret@example.org/", "address-credentials"],
    ["https://user@example.org/", "address-credentials"],
    ["https://example.org:8080/", "address-port"],
    ["http://127.0.0.1/", "address-not-public"],
    ["http://[::ffff:7f00:1]/", "address-not-public"],
    ["http://no-such-name.example/", "address-unknown-host"],
    ["http://no-address.example/", "address-unknown-host"],
  ])("%s is refused as %s", async (address, code) => {
    expect(await withoutServer(address)).toMatchObject(refusal(code));
  });

  it("with a password is refused without repeating it", async () => {
    expect(JSON.stringify(await withoutServer("https://user:secret@example.org/"))).not.toContain("secret");
  });

  const inside = Object.keys(NAMES).filter((host) => host !== "no-address.example");

  it.each(inside)("%s is refused after its name is resolved", async (host) => {
    expect(await withoutServer(`https://${host}/`)).toMatchObject(refusal("address-not-public"));
  });

  it.each(inside.filter((host) => host !== "localhost"))("%s is refused too when loopback is allowed", async (host) => {
    expect(await withoutServer(`https://${host}/`, true)).toMatchObject(refusal("address-not-public"));
  });

  it("with a name that the system cannot even look for is refused", async () => {
    const address = `http://${"name.".repeat(100)}example/`;
    expect(await fetchAt(address, { allowLoopback: false, world: theWorld })).toMatchObject(
      refusal("address-unknown-host"),
    );
  });

  it("of this computer by name is refused as the system resolves it", async () => {
    expect(await fetchAt("http://localhost/", { allowLoopback: false, world: theWorld })).toMatchObject(
      refusal("address-not-public"),
    );
  });

  it("is connected to as it was checked, even if its name leads elsewhere a moment later", async () => {
    const { origin } = await serve({ "/a": PAGE });
    const { port } = new URL(origin);
    const answers = ["127.0.0.1", "10.0.0.7"];
    const changing: typeof resolve = () => Promise.resolve([{ address: answers.shift() ?? "", family: 4 }]);
    // robots.txt is on loopback, the page is not any more.
    expect(
      await fetchAt(`http://changing.example:${port}/a`, { world: { ...world, resolve: changing } }),
    ).toMatchObject(refusal("address-not-public", { detail: expect.stringContaining("10.0.0.7") }));
    expect(server?.asked).toEqual(["GET /robots.txt"]);
  });
});

describe("a redirect", () => {
  it("is followed, and told", async () => {
    const { origin } = await serve({
      "/a": redirect(asUtf8("/b?c=é"), 301),
      "/b?c=%C3%A9": redirect("d", 307),
      "/d": PAGE,
    });
    expect(await fetchAt(`${origin}/a`)).toMatchObject(
      fetched(PAGE, {
        requested_url: `${origin}/a`,
        final_url: `${origin}/d`,
        redirects: [
          { status: 301, to: `${origin}/b?c=%C3%A9` },
          { status: 307, to: `${origin}/d` },
        ],
      }),
    );
  });

  it.each([
    ["http://169.254.169.254/latest/meta-data/", "address-not-public"],
    ["http://metadata.example/", "address-not-public"],
    ["http://inside.example/", "address-not-public"],
    ["file:///etc/passwd", "address-scheme"],
    ["http://user:secret@127.0.0.1/", "address-credentials"],
    ["http://", "address-invalid"],
  ])("to %s is refused as %s", async (location, code) => {
    expect(await fetchA({ "/a": redirect(location) })).toMatchObject(refusal(code));
  });

  it("from a public address to localhost is refused", async () => {
    const answer: Answer = {
      status: 302,
      headers: { location: "http://localhost/" },
      read: () => Promise.reject(new Error("Not read.")),
      close: () => undefined,
    };
    const first: typeof theWorld.request = (url, options) =>
      url.hostname === "public.example" && url.pathname !== "/robots.txt"
        ? Promise.resolve({ answer })
        : url.pathname === "/robots.txt" && url.hostname === "public.example"
          ? Promise.resolve({ answer: { ...answer, status: 404, headers: {} } })
          : theWorld.request(url, options);
    const options = { allowLoopback: false, world: { ...world, request: first } };
    expect(await fetchAt("http://public.example/a", options)).toMatchObject(
      refusal("address-not-public", { address: "http://localhost/robots.txt" }),
    );
    const downgraded = await fetchAt("https://public.example/a", options);
    expect(downgraded).toMatchObject(refusal("redirect-insecure", { detail: "http://localhost/" }));
  });

  it("in a circle is refused", async () => {
    expect(await fetchA({ "/a": redirect("/b"), "/b": redirect("/a#again") })).toMatchObject(refusal("redirect-loop"));
  });

  it("without end is refused after five", async () => {
    const endless = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [at === 0 ? "/a" : `/a${at}`, redirect(`/a${at + 1}`)]),
    );
    expect(await fetchA(endless)).toMatchObject(refusal("redirect-too-many"));
    // robots.txt, the address itself, and five more.
    expect(server?.asked).toHaveLength(7);
  });

  it("to nowhere is refused", async () => {
    expect(await fetchA({ "/a": respond(302) })).toMatchObject(refusal("redirect-nowhere"));
  });

  it("to another origin asks for the robots.txt there", async () => {
    const there = await startServer({ "/robots.txt": "User-agent: *\nDisallow: /b", "/b": PAGE });
    expect(await fetchA({ "/a": redirect(`${there.origin}/b`) })).toMatchObject(
      refusal("robots-disallows", { address: `${there.origin}/b` }),
    );
    expect(there.asked).toEqual(["GET /robots.txt"]);
    await there.close();
  });
});

describe("robots.txt", () => {
  const robots = (page: Page, options: Partial<FetchOptions> = {}) =>
    fetchA({ "/robots.txt": page, "/a": PAGE }, options);

  it.each([
    ["that does not exist", respond(404)],
    ["that is forbidden", respond(403)],
    ["that is empty", ""],
    ["that allows it", "User-agent: *\nDisallow: /b"],
    ["that is elsewhere, and allows it", redirect("/other-robots.txt")],
  ])("%s lets the document be fetched", async (_, page) => {
    expect(await robots(page)).toMatchObject(fetched(PAGE));
  });

  it.each([
    ["that forbids it", "User-agent: *\nDisallow: /", "robots-disallows"],
    ["that forbids it to this program", "User-agent: JNIM-data\nDisallow: /a\n\nUser-agent: *", "robots-disallows"],
    ["with a fault of the server", respond(500), "robots-unreachable"],
    ["of a server with too many requests", respond(429), "robots-unreachable"],
    ["that redirects in a circle", redirect("/robots.txt"), "robots-unreachable"],
    ["that redirects to an address inside", redirect("http://10.0.0.7/robots.txt"), "robots-unreachable"],
    ["that is too large", respond(200, {}, `#${"a".repeat(600 * KB)}`), "robots-unreachable"],
    [
      "that grows too large",
      respond(200, { "content-encoding": "gzip" }, gzipSync(" ".repeat(600 * KB))),
      "robots-unreachable",
    ],
    ["that wants too long a delay", "User-agent: *\nCrawl-delay: 31", "robots-delay"],
    ["that wants an absurd delay", "User-agent: *\nCrawl-delay: 99999999999", "robots-delay"],
  ])("%s stops", async (_, page, code) => {
    expect(await robots(page)).toMatchObject(refusal(code));
    expect(server?.asked).not.toContain("GET /a");
  });

  it("that never arrives stops", async () => {
    const limits = { ...LIMITS, robotsMs: 200 };
    expect(await robots(() => undefined, { limits })).toMatchObject(refusal("robots-unreachable"));
  });

  it("that drips, without a length, is not taken for complete when the time is up", async () => {
    const limits = { ...LIMITS, robotsMs: 300 };
    const drip: Page = (response) => response.socket?.write("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\n");
    expect(await robots(drip, { limits })).toMatchObject(refusal("robots-unreachable"));
  });

  it("is asked for once by several documents, which wait as long as its Crawl-delay says", async () => {
    const { origin, asked } = await serve({ "/robots.txt": "User-agent: *\nCrawl-delay: 2.5", "/a": PAGE, "/b": PAGE });
    const waits: number[] = [];
    const wait = (ms: number) => {
      waits.push(ms);
      return Promise.resolve();
    };
    const options = { visits: newVisits(), world: { ...world, clock: () => 0, wait } };
    for (const path of ["/a", "/b"]) expect(await fetchAt(origin + path, options)).toMatchObject(fetched(PAGE));
    expect(asked).toEqual(["GET /robots.txt", "GET /a", "GET /b"]);
    expect(waits).toEqual([2500, 2500]);
  });
});

describe("an answer", () => {
  it.each([
    [401, "status-login"],
    [402, "status-payment"],
    [403, "status-forbidden"],
    [404, "status-not-found"],
    [410, "status-gone"],
    [500, "status-server-error"],
    [503, "status-server-error"],
    [206, "status-unexpected"],
    [300, "status-unexpected"],
    [999, "status-unexpected"],
    [451, "status-unexpected"],
  ])("with status %i is refused as %s", async (status, code) => {
    expect(await fetchA({ "/a": respond(status, HTML, PAGE) })).toMatchObject(refusal(code));
  });

  it("with status 429 is refused with the time to wait", async () => {
    expect(await fetchA({ "/a": respond(429, { "retry-after": "120" }) })).toMatchObject(
      refusal("status-too-many-requests", { detail: "120" }),
    );
  });

  it("with status 429 is the last of its server", async () => {
    const { origin, asked } = await serve({ "/a": respond(429), "/b": PAGE });
    const visits = newVisits();
    await fetchAt(`${origin}/a`, { visits });
    expect(await fetchAt(`${origin}/b`, { visits })).toMatchObject(refusal("status-too-many-requests"));
    expect(asked).toEqual(["GET /robots.txt", "GET /a"]);
  });

  it("that changes to another protocol is refused", async () => {
    const page: Page = (response) =>
      response.socket?.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    expect(await fetchA({ "/a": page })).toMatchObject(refusal("status-unexpected", { detail: "101" }));
  });

  it.each(["image/png", "video/mp4", "application/javascript", "Audio/mpeg; codecs=x"])(
    "of the type %s is refused before its body is read",
    async (type) => {
      const page: Page = (response) => response.writeHead(200, { "content-type": type }).write("begun");
      expect(await fetchA({ "/a": page })).toMatchObject(refusal("body-no-document"));
    },
  );

  it.each([
    ["is announced", respond(200, HTML, "a".repeat(101 * KB))],
    ["is not announced", (response) => response.writeHead(200, HTML).write("a".repeat(101 * KB))],
    ["is a small gzip", respond(200, { ...HTML, "content-encoding": "gzip" }, gzipSync(Buffer.alloc(50_000 * KB)))],
    [
      "is a small brotli",
      respond(200, { ...HTML, "content-encoding": "br" }, brotliCompressSync(Buffer.alloc(1000 * KB))),
    ],
  ] satisfies [string, Page][])("that is too large is refused when that %s", async (_, page) => {
    expect(await fetchA({ "/a": page })).toMatchObject(refusal("body-too-large"));
  });

  it.each([
    ["cut", gzipSync(PAGE).subarray(0, 20)],
    ["no gzip", Buffer.from(PAGE)],
  ])("with a gzip that is %s is refused", async (_, body) => {
    expect(await fetchA({ "/a": respond(200, { ...HTML, "content-encoding": "gzip" }, body) })).toMatchObject(
      refusal("body-damaged"),
    );
  });

  it.each(["zstd", "gzip, gzip", "constructor"])("compressed as %s is refused", async (encoding) => {
    expect(await fetchA({ "/a": respond(200, { ...HTML, "content-encoding": encoding }, PAGE) })).toMatchObject(
      refusal("body-unknown-encoding"),
    );
  });

  /** With a robots.txt that is known already, so that only the document takes time. */
  async function fetchSlowly(page: Page) {
    const { origin } = await serve({ "/a": page });
    const visits = newVisits();
    visits.robots.set(origin, NO_RULES);
    return fetchAt(`${origin}/a`, { visits, limits: { ...LIMITS, totalMs: 400 } });
  }

  it("that never comes is refused", async () => {
    expect(await fetchSlowly(() => undefined)).toMatchObject(refusal("answer-slow"));
  });

  it("that drips is refused when the time is up", async () => {
    const drip: Page = (response) => {
      response.writeHead(200, HTML);
      const timer = setInterval(() => response.write("."), 20);
      response.on("close", () => clearInterval(timer));
    };
    expect(await fetchSlowly(drip)).toMatchObject(refusal("answer-slow"));
  });

  it("that drips, without a length, is not taken for complete when the time is up", async () => {
    const page: Page = (response) =>
      response.socket?.write(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE}`);
    expect(await fetchSlowly(page)).toMatchObject(refusal("answer-slow"));
  });

  it("that only ever announces an answer is refused when the time is up", async () => {
    const page: Page = (response) => {
      const timer = setInterval(() => response.writeContinue(), 20);
      response.on("close", () => clearInterval(timer));
    };
    expect(await fetchSlowly(page)).toMatchObject(refusal("answer-slow"));
  });

  it("in chunks that are none is refused", async () => {
    const page: Page = (response) =>
      response.socket?.write(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nno size\r\n`);
    expect(await fetchA({ "/a": page })).toMatchObject(refusal("answer-cut-off"));
  });

  it("that is shorter than it said, or breaks off, is refused", async () => {
    const short: Page = (response) => {
      response.writeHead(200, { ...HTML, "content-length": 100 });
      response.write(PAGE, () => response.socket?.end());
    };
    expect(await fetchA({ "/a": short })).toMatchObject(refusal("answer-cut-off"));
    await server?.close();
    const broken: Page = (response) => {
      response.writeHead(200, HTML);
      response.write(PAGE, () => response.socket?.destroy());
    };
    expect(await fetchA({ "/a": broken })).toMatchObject(refusal("answer-cut-off"));
  });

  it("without a length is refused if its connection fails, and is complete if it ends", async () => {
    const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    const failing: Page = ({ socket }) =>
      socket?.write(head + PAGE, () => setTimeout(() => socket.resetAndDestroy(), 50));
    expect(await fetchA({ "/a": failing })).toMatchObject(refusal("answer-cut-off"));
    await server?.close();
    expect(await fetchA({ "/a": ({ socket }) => socket?.end(head + PAGE) })).toMatchObject(fetched(PAGE));
  });

  it("that is longer than it said ends where it said", async () => {
    const long: Page = (response) => {
      response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n${PAGE}`);
    };
    expect(await fetchA({ "/a": long })).toMatchObject(fetched(PAGE.slice(0, 4)));
  });

  it("with huge headers is refused", async () => {
    expect(await fetchA({ "/a": respond(200, { ...HTML, "x-long": "a".repeat(20 * KB) }, PAGE) })).toMatchObject(
      refusal("answer-headers-too-large"),
    );
  });

  it.each(["nothing of HTTP\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc"])(
    "that is %j is refused",
    async (bytes) => {
      const page: Page = (response) => response.socket?.end(bytes);
      expect(await fetchA({ "/a": page })).toMatchObject(refusal("answer-malformed"));
    },
  );

  it("that ends before it begins is refused", async () => {
    expect(await fetchA({ "/a": (response) => response.socket?.destroy() })).toMatchObject(
      refusal("connection-failed"),
    );
  });

  it("of a server that is not there is refused, and names the server and not its robots.txt", async () => {
    const { origin, close } = await serve({});
    await close();
    expect(await fetchAt(`${origin}/a`)).toMatchObject(refusal("connection-failed", { detail: "ECONNREFUSED" }));
  });

  it("of a server without TLS is refused at an https address", async () => {
    const { origin } = await serve({ "/a": PAGE });
    expect(await fetchAt(`${origin.replace("http:", "https:")}/a`)).toMatchObject(refusal("connection-untrusted"));
  });

  it("of a server whose certificate nobody has signed is refused, whatever the environment says", async () => {
    server = await startServer({ "/a": PAGE }, selfSigned);
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    const result = await fetchAt(`${server.origin}/a`);
    vi.unstubAllEnvs();
    expect(result).toMatchObject(refusal("connection-untrusted", { detail: "DEPTH_ZERO_SELF_SIGNED_CERT" }));
    expect(server.asked).toEqual([]);
  });

  it("of a server that leaves TLS hanging is refused soon", async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
    const address = silent.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    const limits = { ...LIMITS, connectMs: 200 };
    expect(await fetchAt(`https://127.0.0.1:${port}/`, { limits })).toMatchObject(refusal("connection-slow"));
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
});
