import { spawn } from "node:child_process";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { codeOf } from "./system-error.ts";

interface Ended {
  readonly code: number | null;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** A commit, by its hash. */
export type Commit = string;

/** A folder below a Git repository. It asks Git only about what is committed. */
export interface GitFolder {
  /** The commit that a branch, tag or hash names. Throws a UsageError if there is none. */
  readonly commit: (ref: string) => Promise<Commit>;
  /** The last commit that both come from. Throws a UsageError if there is none. */
  readonly mergeBase: (one: Commit, other: Commit) => Promise<Commit>;
  /** The tree of files that a merge would make. Nothing in the repository changes but its store of objects. */
  readonly mergedTree: (one: Commit, other: Commit) => Promise<string>;
  /** The content of a file of a commit or tree; `null` if it has none. The path is below the folder. */
  readonly read: (tree: string, path: string) => Promise<Uint8Array | null>;
  /** Whether a merge was begun and not finished. */
  readonly isMerging: () => Promise<boolean>;
}

/** Opens the repository that a folder belongs to. Throws a UsageError without Git, or if the folder is in no repository. */
export async function openGit(folder: string): Promise<GitFolder> {
  const { code, stdout, stderr } = await git(folder, ["rev-parse", "--show-prefix"]);
  if (code !== 0) throw new UsageError(`${folder} is not in a Git repository that can be read: ${firstLine(stderr)}`);
  const prefix = textOf(stdout).replace(/\n$/u, "");
  const verified = async (name: string) => {
    const found = await git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", name]);
    return found.code === 0 ? textOf(found.stdout).trim() : null;
  };
  return {
    commit: async (ref) => {
      const found = await verified(`${ref}^{commit}`);
      // `^main` is what main does not have, and no commit.
      if (found !== null && HASH.test(found)) return found;
      throw new UsageError(`Git knows no branch or commit "${ref}". Fetch it first, or correct its name.`);
    },
    mergeBase: async (one, other) => {
      const found = await git(folder, ["merge-base", one, other]);
      if (found.code === 0) return textOf(found.stdout).trim();
      throw new UsageError(
        "The two branches have no commit in common. If this clone is shallow, run: git fetch --unshallow",
      );
    },
    mergedTree: async (one, other) => {
      const made = await git(folder, ["merge-tree", "--write-tree", one, other]);
      const [tree = ""] = textOf(made.stdout).split("\n");
      // 1: the merge has conflicts, which Git will show when it is made.
      if ((made.code === 0 || made.code === 1) && HASH.test(tree)) return tree;
      throw new UsageError(`Git could not try the merge, which needs Git 2.38 or newer: ${firstLine(made.stderr)}`);
    },
    read: async (tree, path) => {
      const name = `${tree}:${prefix}${path}`;
      if ((await verified(name)) === null) return null;
      const read = await git(folder, ["cat-file", "blob", name]);
      if (read.code === 0) return read.stdout;
      throw new UsageError(`Git could not read ${path} of ${tree}: ${firstLine(read.stderr)}`);
    },
    isMerging: async () => (await verified("MERGE_HEAD")) !== null,
  };
}

/** SHA-1 or SHA-256. */
const HASH = /^[0-9a-f]{40,64}$/u;

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");

const firstLine = (text: string) => text.trim().split(/[\r\n]+/u)[0] ?? "";

/** Runs Git in a folder, without a shell and without asking for anything. */
function git(folder: string, words: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
    const child = spawn("git", words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"], env });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (part: Buffer) => out.push(part));
    child.stderr.on("data", (part: Buffer) => err.push(part));
    child.on("error", (error) =>
      reject(codeOf(error) === "ENOENT" ? new UsageError("This command needs Git, which is not installed.") : error),
    );
    child.on("close", (code) =>
      resolve({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString("utf8") }),
    );
  });
}
