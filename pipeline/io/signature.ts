import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SignatureState } from "#pipeline/core/release-store.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { dataset } from "#schemas/dataset.ts";
import { readRegular } from "./regular-file.ts";
import { releaseFolder, SIGNATURE, SUMS } from "./release-folders.ts";
import { codeOf } from "./system-error.ts";

/** What a signature is for, so that one made for another purpose is not accepted (ssh-keygen(1), -Y sign). */
const NAMESPACE = dataset.name;
/** Who signs, in the file of allowed signers (ssh-keygen(1), ALLOWED SIGNERS). */
const SIGNER = dataset.name;

/** The file beside the releases that says which keys may sign them. */
export const SIGNERS = "allowed_signers";

/** Signs with a private key, or with the agent's key of a public one. Throws a UsageError if that is not possible. */
export async function signWith(keyFile: string, content: Uint8Array): Promise<Uint8Array> {
  const words = ["-Y", "sign", "-f", keyFile, "-n", NAMESPACE];
  const { code, stdout, stderr } = await sshKeygen(words, content);
  if (code === 0 && stdout.length > 0) return stdout;
  throw new UsageError(`The release could not be signed with ${keyFile}: ${lastLine(stderr)}. Nothing was published.`);
}

/** The line of a file of allowed signers that allows a key. Throws a UsageError if the key cannot be read. */
export async function allowedSigner(keyFile: string): Promise<string> {
  const publicFile = [keyFile, `${keyFile}.pub`].find((path) => existsSync(path) && isPublicKey(path));
  const read =
    publicFile === undefined
      ? await sshKeygen(["-y", "-f", keyFile])
      : { code: 0, stdout: readFileSync(publicFile), stderr: "" };
  const [kind, key] = Buffer.from(read.stdout).toString("utf8").trim().split(" ");
  if (read.code !== 0 || kind === undefined || key === undefined)
    throw new UsageError(`The key ${keyFile} cannot be used: ${lastLine(read.stderr)}. Name an OpenSSH key.`);
  return `${SIGNER} namespaces="${NAMESPACE}" ${kind} ${key}`;
}

/** The file of allowed signers: the one that was named, else the one beside the releases, if there is one. */
export function findSigners(dist: string, named: string | undefined): string | null {
  if (named !== undefined && readRegular(named) === null)
    throw new UsageError(`${named} is not a file that exists. Name a file of allowed signers with --signers.`);
  const own = join(dist, SIGNERS);
  return named ?? (existsSync(own) ? own : null);
}

/** Whether one of the allowed signers signed a release. */
export async function signatureOf(dist: string, version: string, signers: string | null): Promise<SignatureState> {
  const signature = join(releaseFolder(dist, version), SIGNATURE);
  const sums = join(releaseFolder(dist, version), SUMS);
  const content = readRegular(sums);
  if (content === null || readRegular(signature) === null) return "none";
  if (signers === null) return "unknown";
  const words = ["-Y", "verify", "-f", signers, "-I", SIGNER, "-n", NAMESPACE, "-s", signature];
  return (await sshKeygen(words, content)).code === 0 ? "right" : "wrong";
}

const isPublicKey = (path: string) => /^(ssh|ecdsa|sk)-\S+ [A-Za-z0-9+/=]+/u.test(readFileSync(path, "latin1"));

const lastLine = (text: string) =>
  text
    .trim()
    .split(/[\r\n]+/u)
    .at(-1)
    ?.replace(/\.$/u, "") || "no reason was given";

interface Ended {
  readonly code: number | null;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** Runs OpenSSH's ssh-keygen, which never asks for a passphrase here. Throws a UsageError if it is not installed. */
function sshKeygen(words: readonly string[], input: Uint8Array = new Uint8Array()): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, SSH_ASKPASS_REQUIRE: "force", SSH_ASKPASS: "false" };
    const child = spawn("ssh-keygen", words, { stdio: ["pipe", "pipe", "pipe"], env });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (part: Buffer) => out.push(part));
    child.stderr.on("data", (part: Buffer) => err.push(part));
    child.on("error", (error) =>
      reject(
        codeOf(error) === "ENOENT"
          ? new UsageError("Signatures need OpenSSH's ssh-keygen, which is not installed.")
          : error,
      ),
    );
    child.on("close", (code) =>
      resolve({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString("utf8") }),
    );
    // A program that ends early does not read its input.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}
