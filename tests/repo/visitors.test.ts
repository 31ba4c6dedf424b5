import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { PRIVATE_REPORT } from "#schemas/addresses.ts";

const PROJECT = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(PROJECT, path), "utf8");
const FORMS = ".github/ISSUE_TEMPLATE";

const Validations = z.strictObject({ required: z.boolean() });
const Asked = { label: z.string().min(1), description: z.string().optional() };
const Id = z.string().regex(/^[a-z-]+$/u);

/** The rules of https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema that our forms need. */
const Element = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("markdown"), attributes: z.strictObject({ value: z.string().min(1) }) }),
  z.strictObject({
    type: z.enum(["input", "textarea"]),
    id: Id,
    attributes: z.strictObject({ ...Asked, placeholder: z.string().optional() }),
    validations: Validations.optional(),
  }),
  z.strictObject({
    type: z.literal("checkboxes"),
    id: Id,
    attributes: z.strictObject({
      ...Asked,
      options: z.array(z.strictObject({ label: z.string().min(1), required: z.boolean() })).min(1),
    }),
  }),
]);
const Form = z.strictObject({
  name: z.string().min(3),
  description: z.string().min(3),
  title: z.string(),
  labels: z.array(z.string()),
  body: z.array(Element).min(1),
});
const Config = z.strictObject({
  blank_issues_enabled: z.boolean(),
  contact_links: z.array(z.strictObject({ name: z.string(), url: z.url(), about: z.string() })),
});

const forms = readdirSync(join(PROJECT, FORMS)).filter((name) => name !== "config.yml");
const formOf = (name: string) => Form.parse(parse(read(`${FORMS}/${name}`)));

describe("the issue forms", () => {
  it("are for a mistake in the data, a new document and a missing code", () => {
    expect(forms.toSorted()).toEqual(["code.yml", "document.yml", "mistake.yml"]);
    expect(new Set(forms.map((name) => formOf(name).name)).size).toBe(3);
    expect(Form.safeParse({}).success).toBe(false);
  });

  it.each(forms)("%s warns first that issues are public, names the private channel, and asks for a promise", (name) => {
    const { body } = formOf(name);
    const [first] = body;
    expect(first?.type === "markdown" && first.attributes.value).toContain(PRIVATE_REPORT);
    expect(first?.type === "markdown" && first.attributes.value).toMatch(/^\*\*Issues are public\.\*\*/u);
    const last = body.at(-1);
    expect(last?.type === "checkboxes" && last.attributes.options.every(({ required }) => required)).toBe(true);
    const ids = body.flatMap((element) => ("id" in element ? [element.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are the only way to open an issue, apart from the private channel", () => {
    const { blank_issues_enabled, contact_links } = Config.parse(parse(read(`${FORMS}/config.yml`)));
    expect(blank_issues_enabled).toBe(false);
    expect(contact_links.map(({ url }) => url)).toEqual([PRIVATE_REPORT]);
  });
});

describe("CHANGELOG.md", () => {
  const sections = [...read("CHANGELOG.md").matchAll(/^## (.*)$/gmu)].map(([, title = ""]) => title);

  it("has the changes since the last version of the code first, and then each version with its day", () => {
    const [first, ...versions] = sections;
    expect(first).toBe("Unreleased");
    expect(versions.filter((title) => !/^\d+\.\d+\.\d+ - \d{4}-\d{2}-\d{2}$/u.test(title))).toEqual([]);
  });

  it("names the version of the code in package.json last", () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(read("package.json")));
    const lock = z.object({ version: z.string() }).parse(JSON.parse(read("package-lock.json")));
    expect(sections[1]?.split(" - ")[0]).toBe(version);
    expect(lock.version).toBe(version);
  });
});

describe("the pages for visitors", () => {
  it("fold what programs wrote in comparisons", () => {
    expect(read(".gitattributes")).toMatch(/^dist\/\*\* linguist-generated$/mu);
    expect(read(".gitattributes")).toMatch(/^raw\/documents\/\*\.index\.csv linguist-generated$/mu);
  });
});
