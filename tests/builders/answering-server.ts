import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
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

/** A server on loopback that answers with these pages, and with 404 at every other path. */
export async function startServer(pages: Readonly<Record<string, Page>>): Promise<AnsweringServer> {
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
  const server = createServer(answer);
  server.on("connection", (socket) => {
    sockets.add(socket);
    // A client that goes away early is what these tests are about.
    socket.on("error", () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${portOf(server.address())}`,
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
