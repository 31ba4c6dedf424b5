import { dataset } from "#schemas/dataset.ts";
import { releaseFile } from "../addresses.ts";
import { type Html, html, type Piece } from "../html.ts";
import type { PageContext } from "../page.ts";
import type { ReleaseFile } from "../release/release-view.ts";
import type { Words } from "../words/words.ts";
import { fileSize } from "./file-size.ts";
import { dataTable } from "./table.ts";

type User = keyof Words["overview"]["users"];

/** The files for each kind of user. More than one file is one for each table. */
const FILES: readonly (readonly [user: User, pattern: RegExp])[] = [
  ["spreadsheet", /^[^/]+\.xlsx$/u],
  ["r", /^load\.R$/u],
  ["tables", /^data\/[^/]+\.csv$/u],
  ["parquet", /^data\/[^/]+\.parquet$/u],
  ["sqlite", /^[^/]+\.sqlite$/u],
  ["map", /^[^/]+\.geojson$/u],
  ["descriptor", /^datapackage\.json$/u],
  ["crawler", /^croissant\.json$/u],
  ["everything", /^[^/]+\.zip$/u],
];

/** The files of a release by kind of user, with size and hash. */
export function downloads({ view, words: { overview } }: PageContext): Html {
  const rows = FILES.flatMap(([user, pattern]): Piece[][] => {
    const files = view.files.filter(({ path }) => pattern.test(path));
    const [first] = files;
    if (first === undefined) return [];
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const isOne = files.length === 1;
    const name = isOne ? fileLink(first, view.version) : severalFiles(files, overview);
    return [[overview.users[user], name, fileSize(bytes), isOne && hash(first)]];
  });
  const { user, file, size, hash: sha256 } = overview.downloadHeads;
  const heads = [{ text: user }, { text: file }, { text: size, isNumber: true }, { text: sha256 }];
  const isWhole = view.files.every(({ isThere }) => isThere);
  return html`${dataTable({ caption: overview.downloadsCaption, heads, rows })}${
    !isWhole && html`<p class="small">${overview.notHere(view.version)}</p>`
  }`;
}

const fileLink = ({ path, isThere }: ReleaseFile, version: string): Html =>
  isThere ? html`<a href="${releaseFile(version, path)}" download>${nameOf(path)}</a>` : html`${nameOf(path)}`;

/** The files are listed where each table is. */
const severalFiles = (files: readonly ReleaseFile[], words: Words["overview"]): string =>
  words.filesForEachTable(files.length, `data/*${/\.[a-z]+$/u.exec(files[0]?.path ?? "")?.[0] ?? ""}`);

const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);

const hash = ({ sha256 }: ReleaseFile): Html => html`<code class="hash">${sha256}</code>`;

/** The same for schema.org, which names files by their address; without one they cannot be named. */
export const distributions = ({ view, base }: PageContext): readonly object[] =>
  base === null
    ? []
    : view.files
        .filter(({ path, isThere }) => isThere && MEDIA_TYPES.some(([pattern]) => pattern.test(path)))
        .map(({ path, bytes, sha256 }) => ({
          "@type": "DataDownload",
          name: nameOf(path),
          encodingFormat: MEDIA_TYPES.find(([pattern]) => pattern.test(path))?.[1],
          contentUrl: `${base}${view.version}/${path}`,
          contentSize: `${bytes} B`,
          sha256,
        }));

const MEDIA_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^data\/[^/]+\.csv$/u, "text/csv"],
  [/\.xlsx$/u, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  [/\.geojson$/u, "application/geo+json"],
  [new RegExp(`^${dataset.name}-.+\\.zip$`, "u"), "application/zip"],
];
