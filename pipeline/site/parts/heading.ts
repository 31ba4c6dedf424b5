import { type Html, html } from "../html.ts";
import type { Words } from "../words/words.ts";

interface Heading {
  /** The id of its list, if anything links there. */
  readonly anchor?: string;
  readonly title: string;
  /** Whether its list begins here, or goes on from the page before. */
  readonly isStart: boolean;
  readonly level?: "h2" | "h3" | "h4";
}

/** The heading of a list that may go on to further pages, as it reads on each. Its id is where the list begins. */
export function heading({ anchor, title, isStart, level = "h2" }: Heading, { parts }: Words): Html {
  const id = isStart && anchor !== undefined && html` id="${anchor}"`;
  const text = isStart ? title : parts.continued(title);
  switch (level) {
    case "h2":
      return html`<h2${id}>${text}</h2>`;
    case "h3":
      return html`<h3${id}>${text}</h3>`;
    case "h4":
      return html`<h4${id}>${text}</h4>`;
    default:
      return level satisfies never;
  }
}
