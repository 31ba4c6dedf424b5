import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { type AnsweringServer, type Page, redirect, respond, startServer } from "#tests/builders/answering-server.ts";
import { aRawInput, aSource } from "#tests/builders/raw.ts";

const PAGE = "<p>A report.</p>";

let folder: string;
let server: AnsweringServer | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-updates-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.close();
  server = null;
});

/** Writes raw/ with a source for each page, which was taken in as `PAGE`, and starts a server that has the pages. */
async function serve(pages: Readonly<Record<string, Page>>, sources: Readonly<Record<string, object>> = {}) {
  server = await startServer(Object.fromEntries(Object.entries(pages).map(([id, page]) => [`/${id}`, page])));
  const { origin } = server;
  const { coded, indexes, outlines } = aRawInput({
    sources: Object.keys({ ...pages, ...sources })
      .filter((id) => !id.includes("."))
      .map((id) =>
        aSource(id, { url: `${origin}/${id}`, original_sha256: sha256Hex(PAGE), text_made_by: null, ...sources[id] }),
      ),
  });
  for (const { path, bytes } of [...coded, ...indexes, ...outlines]) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return server;
}

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Not `spawnSync`: the server is in this process. */
function checkUpdates(words: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const args = ["pipeline/start.mjs", "documents", "check-updates", ...words, "--raw", join(folder, "raw")];
  const { DOCUMENTS_DIR: _, ...env } = process.env;
  const child = spawn(process.execPath, args, { env: { ...env, ...more } });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  return new Promise((done) => child.on("close", (status) => done({ status, ...output })));
}

const onLoopback = (...words: readonly string[]) => checkUpdates(["--allow-loopback", ...words]);

const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), "utf8")]);

describe("documents check-updates", () => {
  it("says of each source what became of its document, and rewrites nothing", async () => {
    await serve(
      { "source-a": PAGE, "source-b": "<p>Another.</p>", "source-c": respond(410), "source-d": PAGE },
      { "source-d": { original_sha256: null, original_media_type: null, original_n_pages: null, status: "draft" } },
    );
    const before = files();
    const { status, stdout, stderr } = await onLoopback();
    expect(stdout.split("\n").map((line) => line.split(/ {2,}/u).slice(0, 2))).toEqual(
      expect.arrayContaining([
        ["source-a", "unchanged"],
        ["source-b", "changed"],
        ["source-c", "gone"],
        ["source-d", "unknown"],
      ]),
    );
    expect(stderr).toContain("--id source-b --again");
    expect(status).toBe(0);
    expect(files()).toEqual(before);
  });

  it("prints JSON on request, with what the server said", async () => {
    const { origin } = await serve({
      "source-a": redirect("/moved.html", 301),
      "moved.html": respond(200, { etag: '"2"' }, PAGE),
    });
    const { status, stdout } = await onLoopback("--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      {
        source_id: "source-a",
        url: `${origin}/source-a`,
        original_sha256: sha256Hex(PAGE),
        reason: null,
        sha256: sha256Hex(PAGE),
        affected: null,
        final_url: `${origin}/moved.html`,
        moved_to: `${origin}/moved.html`,
        http_status: 200,
        etag: '"2"',
        last_modified: null,
        fetched_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u),
        state: "unchanged",
      },
    ]);
  });

  it("asks only for what has changed since the document was taken in", async () => {
    const page: Page = (response, { headers }) => {
      if (headers["if-none-match"] === '"1"') response.writeHead(304).end();
      else response.end("<p>Sent again.</p>");
    };
    const { origin } = await serve({ "source-a": page, "source-b": page, "source-c": page });
    const record = (sha256: string, final_url: string) =>
      JSON.stringify({ original: { sha256 }, fetched: { final_url, etag: '"1"', last_modified: null }, tools: {} });
    const write = (id: string, text: string) => writeFileSync(join(folder, "raw/documents", `${id}.intake.json`), text);
    write("source-a", record(sha256Hex(PAGE), `${origin}/source-a`));
    // Records of another original and of another address, whose validators would call the wrong document unchanged.
    write("source-b", record(sha256Hex("another"), `${origin}/source-b`));
    write("source-c", record(sha256Hex(PAGE), `${origin}/elsewhere`));
    const { stdout } = await onLoopback("--json");
    expect(JSON.parse(stdout)).toMatchObject([
      { state: "unchanged", http_status: 304, sha256: null },
      { state: "changed", http_status: 200 },
      { state: "changed", http_status: 200 },
    ]);
  });

  it("names the new address of a document that moved for good, and not where one is for now", async () => {
    const { origin } = await serve({
      "source-a": redirect("/moved.html", 308),
      "source-b": redirect("/moved.html", 307),
      "moved.html": PAGE,
    });
    const { status, stdout, stderr } = await onLoopback();
    expect(stdout).toMatch(/^source-b {2}unchanged$/mu);
    expect(stdout.replace(/\s+/gu, " ")).toContain(`source-a unchanged It has moved to ${origin}/moved.html.`);
    expect(stderr).toContain("1 document moved for good.");
    expect(status).toBe(0);
  });

  it("goes on after servers that answer nonsense", async () => {
    const raw =
      (bytes: string): Page =>
      (response) =>
        response.socket?.write(bytes);
    await serve({
      "source-a": raw("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
      "source-b": raw("no HTTP\r\n\r\n"),
      "source-c": redirect(`http://${"name.".repeat(100)}example/`),
      "source-d": PAGE,
    });
    const { status, stdout } = await onLoopback("--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { reason: { code: "status-unexpected" } },
      { reason: { code: "answer-malformed" } },
      { reason: { code: "address-unknown-host" } },
      { state: "unchanged" },
    ]);
  });

  it("heeds no proxy of the environment", async () => {
    const { origin, asked } = await serve({ "source-a": PAGE });
    const proxies = { HTTP_PROXY: origin, http_proxy: origin, NODE_USE_ENV_PROXY: "1" };
    expect((await checkUpdates(["--allow-loopback"], proxies)).status).toBe(0);
    // A proxy would be asked for a whole address.
    expect(asked).toEqual(["GET /robots.txt", "GET /source-a"]);
  });

  it("fails if a document could not be asked for, and asks for the others", async () => {
    await serve({ "robots.txt": "User-agent: *\nDisallow: /source-a", "source-a": PAGE, "source-b": PAGE });
    const { status, stdout, stderr } = await onLoopback();
    expect(status).toBe(1);
    expect(stdout).toMatch(/^source-a {2}refused .*robots\.txt/mu);
    expect(stdout).toMatch(/^source-b {2}unchanged$/mu);
    expect(stderr).toContain("1 document could not be asked for.");
    expect(server?.asked).toEqual(["GET /robots.txt", "GET /source-b"]);
  });

  it("asks no server on this computer unless it is told to", async () => {
    await serve({ "source-a": PAGE }, { "source-a": { url: "http://127.0.0.1/source-a" } });
    const { status, stdout } = await checkUpdates([]);
    expect(status).toBe(1);
    expect(stdout).toContain("a loopback address");
  });

  it("asks for the sources named alone", async () => {
    await serve({ "source-a": PAGE, "source-b": PAGE }, { "source-c": { url: null } });
    expect((await onLoopback("source-b")).stdout).not.toContain("source-a");
    expect(server?.asked).toEqual(["GET /robots.txt", "GET /source-b"]);
    expect(await onLoopback("source-c")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("source-c has no address to ask."),
    });
    expect((await onLoopback("source-x")).status).toBe(2);
  });

  it("has nothing to do without addresses", async () => {
    await serve({}, { "source-a": { url: null } });
    expect(await onLoopback()).toMatchObject({
      status: 0,
      stdout: "",
      stderr: expect.stringContaining("No source has"),
    });
    expect((await onLoopback("--json")).stdout).toBe("[]\n");
  });
});
