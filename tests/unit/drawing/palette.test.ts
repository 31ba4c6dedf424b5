import { describe, expect, it } from "vitest";
import { type ColourRole, darkPalette, lightPalette, type Palette } from "#pipeline/drawing/palette.ts";

/** The relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((one) =>
    one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Text needs 4.5 (WCAG 1.4.3), and a mark that carries meaning 3 (1.4.11). */
const needed: readonly (readonly [ColourRole, ColourRole, number])[] = [
  ...(["ink", "muted", "link", "accepted", "compatible", "outvoted"] as const).map(
    (role) => [role, "paper", 4.5] as const,
  ),
  ...(["ink", "muted", "link"] as const).map((role) => [role, "surface", 4.5] as const),
  ["paper", "accent", 4.5],
  ["ink", "unit", 4.5],
  ["mark", "paper", 4.5],
  ...(["focus", "border", "dated", "lasting", "denial", "resourcing"] as const).map(
    (role) => [role, "paper", 3] as const,
  ),
  ["ink", "land", 4.5],
  ["mark", "land", 3],
];

const palettes: readonly (readonly [string, Palette])[] = [
  ["light", lightPalette],
  ["dark", darkPalette],
];

describe.each(palettes)("the %s palette", (_, palette) => {
  it.each(needed)("tells %s from %s", (one, other, least) => {
    expect(contrast(palette[one], palette[other])).toBeGreaterThanOrEqual(least);
  });

  it.each(["protanopia", "deuteranopia"] as const)("keeps the two hues apart with %s", (vision) => {
    expect(distance(seenWith(vision, palette.dated), seenWith(vision, palette.mark))).toBeGreaterThan(60);
  });
});

/** How people without one kind of cone see a colour (Viénot, Brettel and Mollon 1999, linear RGB). */
function seenWith(vision: "protanopia" | "deuteranopia", colour: string): readonly number[] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2,
  );
  const [a, b] = vision === "protanopia" ? [0.11238, 0.88762] : [0.29275, 0.70725];
  const mixed = a * red + b * green;
  const shift = vision === "protanopia" ? 0.00401 : -0.02234;
  const seen = [mixed, mixed, shift * red - shift * green + blue];
  return seen.map((one) => 255 * Math.max(0, one) ** (1 / 2.2));
}

const distance = (one: readonly number[], other: readonly number[]) =>
  Math.hypot(...one.map((value, at) => value - (other[at] ?? 0)));
