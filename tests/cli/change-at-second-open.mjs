/**
 * Preloaded with `node --import`, so the product knows nothing of it: an editor that saves a file between two readings.
 * When the process opens CHANGED_FILE for the second time, the file is another one. OPENED_LOG gets a line per opening.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve } from "node:path";

const { CHANGED_FILE = "", OPENED_LOG = "" } = process.env;
const { appendFileSync, openSync, readFileSync, writeFileSync } = fs;
let times = 0;

function beforeOpening(path) {
  if (typeof path !== "string" || resolve(path) !== CHANGED_FILE) return;
  times += 1;
  appendFileSync(OPENED_LOG, "opened\n");
  if (times !== 2) return;
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace("Activity spread.", "Activity spread further."));
}

const opening = (open) =>
  function (path, ...rest) {
    beforeOpening(path);
    return open.call(this, path, ...rest);
  };

fs.openSync = opening(openSync);
fs.readFileSync = opening(readFileSync);
fs.promises.open = opening(fs.promises.open);
fs.promises.readFile = opening(fs.promises.readFile);
syncBuiltinESMExports();
