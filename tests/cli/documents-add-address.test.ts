import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { sha256Hex } from "#pipeline/core/hash.ts";
import { type AnsweringServer, type Page, redirect, startServer } from "#tests/builders/answering-server.ts";
import { aPage, someSentences } from "#tests/builders/intake.ts";
import { makePdf, setLines, wrapWords } from "#tests/builders/pdf.ts";
import { aRawInput, aSource } from "#tests/builders/raw.ts";
import { selfSigned } from "#tests/builders/self-signed.ts";

const PAGE = aPage();

let folder: string;
let server: AnsweringServer | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jnim-add-address-"));
  const { coded, indexes, outlines } = aRawInput({ sources: [aSource("source-a")] });
  for (const { path, bytes } of [...coded, ...indexes, ...outlines]) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.close();
  server = null;
});

async function serve(pages: Readonly<Record<string, Page>>): Promise<string> {
  server = await startServer(pages);
  return server.origin;
}

/** Not `spawnSync`: the server is in this process. */
function start(...words: readonly string[]) {
  const { DOCUMENTS_DIR: _, ...env } = process.env;
  const args = ["pipeline/start.mjs", "documents", ...words, "--raw", join(folder, "raw")];
  const child = spawn(process.execPath, args, { env });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  const ended = new Promise<{ status: number | null; stdout: string; stderr: string }>((done) => {
    child.on("close", (status) => done({ status, ...output }));
  });
  return { child, ended };
}

const documents = (...words: readonly string[]) => start(...words).ended;

/** What a person has to fill in. */
function fillIn(): void {
  const path = join(folder, "raw/coded/sources.csv");
  const judged = {
    date_published: "2024",
    date_published_basis: "stated",
    source_type: "blog_analysis",
    reliability: "D",
    reliability_reason: "Invented.",
  };
  const rows = z.array(z.record(z.string(), z.string())).parse(parse(readFileSync(path, "utf8"), { columns: true }));
  const filled = rows.map((row) => (row.source_id === "report-2024" ? { ...row, ...judged } : row));
  writeFileSync(path, stringify(filled, { header: true }));
}

const written = (name: string) => join(folder, "raw/documents", name);
const record = () => JSON.parse(readFileSync(written("report-2024.intake.json"), "utf8"));

describe("documents add ADDRESS", () => {
  it("takes in what is at the address, and keeps how it was obtained", async () => {
    const origin = await serve({
      "/old": redirect("/reports/report.html"),
      "/reports/report.html": (response) => {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8", etag: '"7"' }).end(PAGE);
      },
    });
    const { status, stderr } = await documents(
      "add",
      `${origin}/old`,
      "--id",
      "report-2024",
      "--write",
      "--allow-loopback",
    );
    expect(stderr).toContain("documents show report-2024");
    expect(status).toBe(0);
    expect(readFileSync(written("report-2024.txt"), "utf8")).toContain(someSentences(1, 3));
    expect(existsSync(written(`originals/${sha256Hex(PAGE)}.html`))).toBe(true);
    expect(record()).toMatchObject({
      original: { sha256: sha256Hex(PAGE), file_name: "report.html" },
      fetched: {
        requested_url: `${origin}/old`,
        final_url: `${origin}/reports/report.html`,
        redirects: [{ status: 302, to: `${origin}/reports/report.html` }],
        status: 200,
        etag: '"7"',
      },
    });
    expect(readFileSync(join(folder, "raw/coded/sources.csv"), "utf8")).toContain(`${origin}/reports/report.html`);
    fillIn();
    expect((await documents("check-updates", "report-2024", "--allow-loopback")).stdout).toMatch(
      /^report-2024 {2}unchanged/mu,
    );
  });

  it("says of a page that changed whether a cited sentence is affected", async () => {
    let page = PAGE;
    const origin = await serve({
      "/report": (response) => {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
      },
    });
    await documents("add", `${origin}/report`, "--id", "report-2024", "--write", "--allow-loopback");
    fillIn();
    page = PAGE.replace("</body>", "<!-- another day --></body>");
    const { stdout } = await documents("check-updates", "report-2024", "--allow-loopback", "--json");
    expect(JSON.parse(stdout)).toMatchObject([{ state: "changed", affected: [] }]);
  });

  it("takes in a PDF", async () => {
    const lines = wrapWords(someSentences(1, 12), 80);
    const pdf = makePdf([{ texts: setLines(lines, { x: 60, y: 700 }) }], { info: "" });
    const origin = await serve({
      "/report.pdf": (response) => {
        response.writeHead(200, { "content-type": "application/pdf" }).end(pdf);
      },
    });
    const { status } = await documents("add", `${origin}/report.pdf`, "--id", "report-2024", "--allow-loopback");
    expect(status).toBe(0);
    expect(record()).toMatchObject({ original: { media_type: "application/pdf", n_pages: 1 } });
  });

  it("takes in what is at an https address with a certificate that the system trusts", async () => {
    const authority = join(folder, "authority.pem");
    writeFileSync(authority, selfSigned.cert);
    server = await startServer({ "/a/..%2f..%5creport.html": PAGE }, selfSigned);
    const address = `${server.origin}/a/..%2f..%5creport.html`;
    const words = ["add", address, "--id", "report-2024", "--allow-loopback"];
    expect((await documents(...words)).stderr).toContain("(connection-untrusted)");
    vi.stubEnv("NODE_EXTRA_CA_CERTS", authority);
    const { status } = await documents(...words);
    vi.unstubAllEnvs();
    expect(status).toBe(0);
    expect(record()).toMatchObject({ original: { file_name: "report.html" }, fetched: { final_url: address } });
  });

  it("leaves nothing behind if it is interrupted while it waits for the server", async () => {
    const before = readdirSync(folder, { recursive: true });
    const origin = await serve({ "/report": () => interrupt() });
    const { child, ended } = start("add", `${origin}/report`, "--id", "report-2024", "--write", "--allow-loopback");
    const interrupt = () => child.kill("SIGINT");
    expect(await ended).toMatchObject({ stdout: "" });
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  it("writes nothing of an address that it must not ask", async () => {
    const origin = await serve({ "/report": PAGE });
    const { status, stderr } = await documents("add", `${origin}/report`, "--id", "report-2024");
    expect(status).toBe(1);
    expect(stderr).toContain("Nothing was written (");
    expect(server?.asked).toEqual([]);
    expect(existsSync(written("report-2024.txt"))).toBe(false);
  });
});
