import { code, table } from "#pipeline/publish/markdown.ts";
import { codelists } from "#schemas/codelists.ts";

/** Every codelist, with the definitions that coders use. */
export const codesSection = (): string =>
  [
    "## Codes",
    ...codelists.flatMap(({ name, title, codes }) => [
      `<a id="codes-${name}"></a>**${title}** (\`${name}\`)`,
      table(
        ["code", "label", "definition"],
        codes.map(({ code: value, label, definition }) => [code(value), label, definition]),
      ),
    ]),
  ].join("\n\n");
