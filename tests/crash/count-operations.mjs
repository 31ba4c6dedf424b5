/**
 * Preloaded with `node --import`, so the product knows nothing of it: counts the file operations of a process that
 * change something below CRASH_ROOT, and at one of them kills the process or lets the operation fail.
 *
 * CRASH_LOG=FILE     writes one line per operation, at the end
 * CRASH_AT=12        SIGKILL before the 12th operation
 * CRASH_AT=12:torn   SIGKILL during it: half the bytes are written, one file of a folder is removed
 * FAULT_AT=12:ENOSPC the 12th operation and all later ones that write fail with this code
 * SIGNAL_AT=12:SIGTERM the process gets this signal before the 12th operation
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join, resolve, sep } from "node:path";

const { CRASH_ROOT = "", CRASH_LOG, CRASH_AT = "", FAULT_AT = "", SIGNAL_AT = "" } = process.env;
const root = resolve(CRASH_ROOT) + sep;
const [crashAt, isTorn] = [Number(CRASH_AT.split(":")[0]) || 0, CRASH_AT.endsWith(":torn")];
const [faultAt, faultCode] = [Number(FAULT_AT.split(":")[0]) || 0, FAULT_AT.split(":")[1]];
const [signalAt, signalName] = [Number(SIGNAL_AT.split(":")[0]) || 0, SIGNAL_AT.split(":")[1]];

const log = [];
const isBelow = (path) => typeof path === "string" && resolve(path).startsWith(root);
const isWriting = (flags) =>
  typeof flags === "string" ? /[wax+]/u.test(flags) : typeof flags === "number" && (flags & 3) !== 0;
const die = () => process.kill(process.pid, "SIGKILL");
const freesSpace = new Set(["rm", "rmdir", "unlink", "close", "rmSync", "rmdirSync", "unlinkSync", "closeSync"]);

/** Counts one operation. `tear` does half of it, at once or as a promise. */
function count(name, path, tear) {
  log.push(`${tear === undefined ? "whole" : "tears"} ${name} ${path}`);
  const number = log.length;
  if (number === signalAt) process.kill(process.pid, signalName);
  if (faultAt > 0 && number >= faultAt && !freesSpace.has(name)) {
    throw Object.assign(new Error(`${faultCode}: injected, ${name} '${path}'`), {
      code: faultCode,
      syscall: name,
      path,
    });
  }
  if (number !== crashAt) return undefined;
  if (!isTorn || tear === undefined) return die();
  const torn = tear();
  return torn instanceof Promise ? torn.then(die, die) : die();
}

const promises = fs.promises;
const real = { ...promises };
const halfOf = (data) => {
  const bytes = Buffer.from(data);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
};

for (const name of ["mkdir", "rename", "symlink", "link", "unlink", "rmdir", "copyFile"]) {
  promises[name] = async (...given) => {
    const path = given.find(isBelow);
    if (path !== undefined) await count(name, path);
    return real[name](...given);
  };
}

for (const name of ["writeFile", "appendFile"]) {
  promises[name] = async (file, data, ...rest) => {
    if (isBelow(file)) await count(name, file, () => real[name](file, halfOf(data), ...rest));
    return real[name](file, data, ...rest);
  };
}

promises.rm = async (path, ...rest) => {
  if (isBelow(path) && fs.existsSync(path)) {
    await count("rm", path, async () => {
      const [first] = fs.readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      if (first !== undefined) fs.rmSync(join(first.parentPath ?? first.path, first.name));
    });
  }
  return real.rm(path, ...rest);
};

const pathOf = new WeakMap();
promises.open = async (path, flags, ...rest) => {
  if (isBelow(path) && isWriting(flags)) await count("open", path);
  const handle = await real.open(path, flags, ...rest);
  if (isBelow(path)) pathOf.set(handle, path);
  return handle;
};

const probe = await real.open(process.execPath, "r");
const prototype = Object.getPrototypeOf(probe);
await probe.close();
const realHandle = {
  writeFile: prototype.writeFile,
  appendFile: prototype.appendFile,
  sync: prototype.sync,
  close: prototype.close,
};
for (const name of ["writeFile", "appendFile"]) {
  prototype[name] = async function (data, ...rest) {
    const path = pathOf.get(this);
    if (path !== undefined) await count(name, path, () => realHandle[name].call(this, halfOf(data), ...rest));
    return realHandle[name].call(this, data, ...rest);
  };
}
for (const name of ["sync", "close"]) {
  prototype[name] = async function () {
    const path = pathOf.get(this);
    if (path !== undefined) await count(name, path);
    return realHandle[name].call(this);
  };
}

for (const name of [
  "mkdirSync",
  "renameSync",
  "symlinkSync",
  "linkSync",
  "unlinkSync",
  "rmSync",
  "rmdirSync",
  "writeFileSync",
  "appendFileSync",
  "copyFileSync",
]) {
  const whole = fs[name];
  fs[name] = (...given) => {
    const path = given.find(isBelow);
    if (path !== undefined) count(name, path);
    return whole(...given);
  };
}

/** The path of a descriptor, if it is a file or folder below the root. */
const openedBelow = new Map();
const realSync = { ...fs };

fs.openSync = (path, flags = "r", ...rest) => {
  const isForWriting = isBelow(path) && isWriting(flags);
  if (isForWriting) count("openSync", path);
  const descriptor = realSync.openSync(path, flags, ...rest);
  if (isBelow(path)) openedBelow.set(descriptor, { path, isForWriting });
  return descriptor;
};

fs.writeSync = (descriptor, data, ...rest) => {
  const opened = openedBelow.get(descriptor);
  const [offset = 0, length = data.length - offset] = rest;
  const tear =
    typeof data === "string"
      ? () => realSync.writeSync(descriptor, halfOf(data))
      : () => realSync.writeSync(descriptor, data, offset, Math.floor(length / 2), rest[2]);
  if (opened !== undefined) count("writeSync", opened.path, tear);
  return realSync.writeSync(descriptor, data, ...rest);
};

for (const name of ["fsyncSync", "ftruncateSync"]) {
  fs[name] = (descriptor, ...rest) => {
    const opened = openedBelow.get(descriptor);
    if (opened !== undefined) count(name, opened.path);
    return realSync[name](descriptor, ...rest);
  };
}

fs.closeSync = (descriptor) => {
  const opened = openedBelow.get(descriptor);
  if (opened?.isForWriting) count("closeSync", opened.path);
  openedBelow.delete(descriptor);
  return realSync.closeSync(descriptor);
};

syncBuiltinESMExports();

if (CRASH_LOG !== undefined) process.on("exit", () => fs.writeFileSync(CRASH_LOG, `${log.join("\n")}\n`));
