import markdownIt, { type Token } from "markdown-it";

/** With HTML, tables, strikethrough and links of bare addresses, but, as on GitHub, none of bare names such as `example.org`. */
const parser = markdownIt({ html: true, linkify: true });
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

interface ReadMarkdown {
  /** The types of the blocks, opened and closed, in order; those that hold the text are left out. */
  readonly blocks: readonly string[];
  /** The types of all markup inside blocks, such as `link_open`. */
  readonly inline: readonly string[];
  /** Where links and images lead. */
  readonly targets: readonly string[];
  /** Every tag and comment that is passed on as HTML. */
  readonly html: readonly string[];
  readonly headings: readonly string[];
  /** The text of each cell of a table. */
  readonly cells: readonly string[];
  readonly text: string;
}

const TEXT = new Set(["text", "text_special", "softbreak"]);

/** Reads Markdown with a parser of others. */
export function readMarkdown(markdown: string): ReadMarkdown {
  const tokens = parser.parse(markdown, {});
  const inside = tokens.flatMap(({ children }) => children ?? []);
  const textAfter = (type: RegExp) =>
    tokens.flatMap((token, at) => (at > 0 && type.test(tokens[at - 1]?.type ?? "") ? [textOf(token)] : []));
  return {
    blocks: tokens.map(({ type }) => type).filter((type) => type !== "inline"),
    inline: inside.map(({ type }) => type).filter((type) => !TEXT.has(type)),
    targets: inside.flatMap((token) => String(token.attrGet("href") ?? token.attrGet("src") ?? "") || []),
    html: [...tokens, ...inside].filter(({ type }) => /^html_/u.test(type)).map(({ content }) => content),
    headings: textAfter(/^heading_open$/u),
    cells: textAfter(/^t[hd]_open$/u),
    text: tokens.map(textOf).join("\n").trim(),
  };
}

const textOf = ({ children }: Token): string => (children ?? []).map(({ content }) => content).join("");
