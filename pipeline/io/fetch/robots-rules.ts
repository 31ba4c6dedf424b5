/** What a robots.txt asks of one program (RFC 9309, and Crawl-delay, which is older and in no standard). */
export interface RobotsRules {
  /** Whether an address, as path and query, may be fetched. */
  readonly allows: (path: string) => boolean;
  /** Seconds between two requests; `null` if it asks for none. */
  readonly crawlDelay: number | null;
}

export const NO_RULES: RobotsRules = { allows: () => true, crawlDelay: null };

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  crawlDelay: number | null;
}

interface Rule {
  readonly isAllowed: boolean;
  readonly pattern: string;
}

/** The rules for a product: of all groups that name it or, if none does, of all for `*`. */
export function readRobots(text: string, product: string): RobotsRules {
  const groups = groupsIn(text);
  const own = groups.filter(({ agents }) => agents.includes(product.toLowerCase()));
  const mine = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes("*"));
  const rules = mine.flatMap((group) => group.rules);
  const delays = mine.flatMap(({ crawlDelay }) => crawlDelay ?? []);
  return {
    allows: (path) => isAllowed(normalize(path), rules),
    crawlDelay: delays.length === 0 ? null : Math.max(...delays),
  };
}

/** Lines that are not known, such as those of sitemaps, do not end a group. */
function groupsIn(text: string): Group[] {
  const groups: Group[] = [];
  let group: Group | null = null;
  let hasRules = false;
  for (const line of text.replace(/^\ufeff/u, "").split(/\r\n?|\n/u)) {
    const { key, value } = readLine(line);
    switch (key) {
      case "user-agent":
        if (group === null || hasRules) {
          group = { agents: [], rules: [], crawlDelay: null };
          groups.push(group);
          hasRules = false;
        }
        group.agents.push(productOf(value));
        break;
      case "allow":
      case "disallow":
        hasRules = true;
        // An empty rule forbids nothing.
        if (value !== "") group?.rules.push({ isAllowed: key === "allow", pattern: normalize(value) });
        break;
      case "crawl-delay":
        if (group !== null) group.crawlDelay = longerDelay(group.crawlDelay, Number.parseFloat(value));
        break;
      default:
    }
  }
  return groups;
}

/** What is not a positive number asks for nothing. What follows a number, such as a unit, is not read. */
const longerDelay = (known: number | null, seconds: number) => (seconds > 0 ? Math.max(known ?? 0, seconds) : known);

function readLine(line: string): { key: string; value: string } {
  const [content = ""] = line.split("#", 1);
  const at = content.indexOf(":");
  return at === -1
    ? { key: "", value: "" }
    : { key: content.slice(0, at).trim().toLowerCase(), value: content.slice(at + 1).trim() };
}

/** `Example-Bot/2.1` names the product `example-bot`. */
const productOf = (value: string) =>
  value.startsWith("*") ? "*" : (/^[a-z_-]+/iu.exec(value)?.[0].toLowerCase() ?? "");

/** The longest pattern that matches decides, and between two of one length the one that allows. */
function isAllowed(path: string, rules: readonly Rule[]): boolean {
  let deciding: Rule = { isAllowed: true, pattern: "" };
  for (const rule of rules) {
    const { length } = rule.pattern;
    const isStronger = length > deciding.pattern.length || (length === deciding.pattern.length && rule.isAllowed);
    if (isStronger && matches(path, rule.pattern)) deciding = rule;
  }
  return deciding.isAllowed;
}

/**
 * Whether a path begins with a pattern, in which `*` is anything and a `$` at the end is the end. Each part is looked for
 * once and after the one before, so that no pattern takes long.
 */
function matches(path: string, pattern: string): boolean {
  const isToEnd = pattern.endsWith("$");
  const [first = "", ...others] = (isToEnd ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = isToEnd ? others.pop() : undefined;
  for (const part of others) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  if (!isToEnd) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}

/** One spelling of a path: letters that need no escape are not escaped, everything beyond ASCII is (section 2.2.2). */
function normalize(path: string): string {
  return path.replace(/[^\p{ASCII}]+/gu, escapeUtf8).replace(/%[0-9a-f]{2}/giu, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[\w.~-]/u.test(character) ? character : escaped.toUpperCase();
  });
}

const escapeUtf8 = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) => `%${byte.toString(16)}`).join("");
