import { writeRaw } from "#tests/golden/raw-files.ts";

/** `tsx write-case.ts CASE FOLDER`: writes the raw/ of a golden case into a folder. */
const [name = "", folder = ""] = process.argv.slice(2);
writeRaw(name, folder);
