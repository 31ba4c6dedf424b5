import type { ServerResponse } from "node:http";
import { type AnsweringServer, type Page, startServer } from "#tests/builders/answering-server.ts";

export interface TrinoAnswer {
  readonly columns?: readonly { readonly name: string; readonly type: string }[];
  /** The rows, in as many parts as the server sends. */
  readonly parts?: readonly (readonly (readonly unknown[])[])[];
  readonly error?: { readonly errorName: string; readonly message: string };
}

export interface AnsweringTrino extends AnsweringServer {
  /** The text of every query. */
  readonly queries: readonly string[];
}

/** A server on loopback that speaks the protocol of Trino and gives each query what `answer` says. */
export async function startTrino(answer: (sql: string) => TrinoAnswer): Promise<AnsweringTrino> {
  const queries: string[] = [];
  const pages: Record<string, Page> = {};
  const server = await startServer(pages);
  const send = (value: unknown) => (response: ServerResponse) => {
    response.setHeader("content-type", "application/json").end(JSON.stringify(value));
  };
  pages["/v1/statement"] = (response, request) => {
    const body: Buffer[] = [];
    request.on("data", (part: Buffer) => body.push(part));
    request.on("end", () => {
      const sql = Buffer.concat(body).toString("utf8");
      const id = `query-${queries.push(sql)}`;
      const { columns, parts = [], error } = answer(sql);
      const addressOf = (at: number) => ({ nextUri: `${server.origin}/v1/statement/${id}/${at}` });
      for (const [at, data] of parts.entries())
        pages[`/v1/statement/${id}/${at}`] = send({ id, columns, data, ...addressOf(at + 1) });
      pages[`/v1/statement/${id}/${parts.length}`] = send({ id, columns, error });
      send({ id, ...addressOf(0) })(response);
    });
  };
  return { ...server, queries };
}
