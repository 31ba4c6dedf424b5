import { join } from "node:path";
import { parseJson } from "#pipeline/core/parse-json.ts";
import { ImportedEdition } from "#schemas/events/edition.ts";
import { isTemporaryName, namesIn } from "./durable-write.ts";
import { isFolder } from "./make-folders.ts";
import { readRegular } from "./regular-file.ts";

/** Folder of the imported events in staged/. */
export const eventsFolder = (staged: string) => join(staged, "events");

export const editionFolder = (staged: string, source: string, edition: string) =>
  join(eventsFolder(staged), source, edition);

/** What describes an edition, in its folder. */
const DESCRIPTION = "edition.json";

/** All editions that are imported. Those that are damaged are passed over. */
export async function readEditions(staged: string): Promise<ImportedEdition[]> {
  const folders = await editionFolders(staged);
  return folders.flatMap((folder) => readEdition(folder) ?? []);
}

/** The folders of editions whose description is missing, cannot be read, or is that of another edition. */
export async function damagedEditions(staged: string): Promise<string[]> {
  const folders = await editionFolders(staged);
  return folders.filter((folder) => readEdition(folder) === null).map(({ path }) => path);
}

interface EditionFolder {
  readonly source: string;
  readonly edition: string;
  readonly path: string;
}

async function editionFolders(staged: string): Promise<EditionFolder[]> {
  const folders: EditionFolder[] = [];
  for (const source of await foldersIn(eventsFolder(staged)))
    for (const edition of await foldersIn(join(eventsFolder(staged), source)))
      folders.push({ source, edition, path: editionFolder(staged, source, edition) });
  return folders;
}

function readEdition({ source, edition, path }: EditionFolder): ImportedEdition | null {
  const bytes = readRegular(join(path, DESCRIPTION));
  const parsed = ImportedEdition.safeParse(bytes === null ? null : parseJson(bytes.toString("utf8")));
  if (!parsed.success) return null;
  return parsed.data.event_source === source && parsed.data.event_edition === edition ? parsed.data : null;
}

/** Without hidden ones, such as the folder in which queries spill, and those that a command has not finished. */
const foldersIn = async (folder: string) =>
  (await namesIn(folder)).filter(
    (name) => !name.startsWith(".") && !isTemporaryName(name) && isFolder(join(folder, name)),
  );
