/** The roles that colours have on the pages and in the drawings. No meaning depends on colour alone. */
const ROLES = [
  "paper",
  "surface",
  "ink",
  "muted",
  "line",
  "link",
  "accent",
  "focus",
  "land",
  "border",
  "unit",
  "country",
  "mark",
  "dated",
  "lasting",
  "denial",
  "resourcing",
  "accepted",
  "compatible",
  "outvoted",
] as const;
export type ColourRole = (typeof ROLES)[number];

/** A colour for each role, as SVG and CSS write it. */
export type Palette = Readonly<Record<ColourRole, string>>;

/** Blue and orange hues after Okabe and Ito, which people with any colour vision tell apart. */
export const lightPalette: Palette = {
  paper: "#ffffff",
  surface: "#f4f5f7",
  ink: "#1b1f24",
  muted: "#555e6a",
  line: "#c9ced6",
  link: "#0b4f8a",
  accent: "#0b4f8a",
  focus: "#b34700",
  land: "#eceef1",
  border: "#8a93a0",
  unit: "#8fb8d9",
  country: "#5a86ab",
  mark: "#a63d00",
  dated: "#0b4f8a",
  lasting: "#a63d00",
  denial: "#a63d00",
  resourcing: "#0b4f8a",
  accepted: "#0b4f8a",
  compatible: "#4f6b85",
  outvoted: "#a63d00",
};

export const darkPalette: Palette = {
  paper: "#14171b",
  surface: "#1f242a",
  ink: "#e8eaed",
  muted: "#aab3bf",
  line: "#434b55",
  link: "#8cc4f5",
  accent: "#8cc4f5",
  focus: "#ffb066",
  land: "#252b32",
  border: "#7b8694",
  unit: "#2f6089",
  country: "#6f9fc6",
  mark: "#ffa366",
  dated: "#8cc4f5",
  lasting: "#ffa366",
  denial: "#ffa366",
  resourcing: "#8cc4f5",
  accepted: "#8cc4f5",
  compatible: "#a9bdd1",
  outvoted: "#ffa366",
};

const propertyOf = (role: ColourRole) => `--${role}`;

/** For drawings inside a page, which follow the page's colours. */
export const pagePalette: Palette = paletteOf((role) => `var(${propertyOf(role)})`);

/** The custom properties of a palette, for a style sheet. */
export const paletteProperties = (palette: Palette): string =>
  ROLES.map((role) => `${propertyOf(role)}: ${palette[role]};`).join(" ");

function paletteOf(colourOf: (role: ColourRole) => string): Palette {
  const entries = ROLES.map((role) => [role, colourOf(role)] as const);
  const palette: Partial<Record<ColourRole, string>> = Object.fromEntries(entries);
  return { ...lightPalette, ...palette };
}
