import { describe, expect, it } from "vitest";
import { isNestedDeeper } from "#pipeline/intake/html/nesting.ts";
import { refusal } from "#tests/builders/intake.ts";

describe("isNestedDeeper", () => {
  it("refuses a page of very many elements in one another, at once", async () => {
    for (const levels of [1500, 300_000])
      expect(await refusal("html", `<html><body><nav></nav>${"<div>".repeat(levels)}A word.`)).toEqual({
        code: "html-too-deep",
        detail: null,
      });
  });

  it.each([
    ["elements beside one another", "<div><b>a</b></div>"],
    ["elements without an end", "<p>a<br><img src=a><li>b"],
    ["elements that end themselves", "<path d='a'/>"],
    ["elements that end with the one around them", "<div><span>a</div>"],
    ["tags in a script", "<script>'<div>'</script>"],
    ["tags in a comment", "<!-- <div> -->"],
  ])("is not misled by %s", (_, html) => {
    expect(isNestedDeeper(html.repeat(5000), 1000)).toBe(false);
  });

  it.each(["<!--", "<script>", "<a ", "<", "</a"])("takes time by the length of a page alone: %s", (part) => {
    expect(isNestedDeeper(`<div>${part.repeat(900)}`, 1000)).toBe(false);
    expect(typeof isNestedDeeper(part.repeat(300_000), 1000)).toBe("boolean");
  });
});
