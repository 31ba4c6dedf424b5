import type { FigureData } from "./figure.ts";

/** A code in words, by its list; the code itself if the release does not know it. */
export function codeLabels({ rows }: FigureData): (codelist: string, code: string | undefined) => string {
  const labels = new Map(rows("codelists").map(({ codelist, code, label = "" }) => [`${codelist}/${code}`, label]));
  return (codelist, code = "") => labels.get(`${codelist}/${code}`) ?? code;
}
