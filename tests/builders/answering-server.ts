import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";

/** What a server answers at a path; a text is a page. */
export type Page = string | ((response: ServerResponse, request: IncomingMessage) => void);

export interface AnsweringServer {
  readonly origin: string;
  /** `GET /path` of every request, in order. */
  readonly asked: readonly string[];
  /** The headers of every request. */
  readonly headers: readonly IncomingMessage["headers"][];
  readonly close: () => Promise<void>;
}

interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/**
 * A server on loopback that answers with these pages, and with 404 at every other path. With a certificate, it is one of
 * https, and `localhost` is its name.
 */
export async function startServer(
  pages: Readonly<Record<string, Page>>,
  certificate: Certificate | null = null,
): Promise<AnsweringServer> {
  const asked: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const sockets = new Set<Socket>();
  const answer: RequestListener = (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    const page = pages[request.url ?? ""];
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === "string") response.setHeader("content-type", "text/html").end(page);
    else page(response, request);
  };
  const server = certificate === null ? createServer(answer) : createSecureServer(certificate, answer);
  server.on("connection", (socket) => {
    sockets.add(socket);
    // A client that goes away early is what these tests are about.
    socket.on("error", () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const port = portOf(server.address());
  return {
    origin: certificate === null ? `http://127.0.0.1:${port}` : `https://localhost:${port}`,
    asked,
    headers,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => {
        server.close(() => done());
      });
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

export const redirect =
  (location: string, status = 302): Page =>
  (response) => {
    response.writeHead(status, { location }).end();
  };

export const respond =
  (status: number, headers: Readonly<Record<string, string | number>> = {}, body: string | Uint8Array = ""): Page =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };
