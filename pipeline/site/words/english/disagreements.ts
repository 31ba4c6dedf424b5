/** The words of the list of disagreements. */
export const disagreementWords = {
  title: "Disagreements",
  lead: "Every question that the sources answer differently: who says what, how reliable and how old each is, and what the data publish.",
  kindsTitle: "By kind",
  kind: (label: string, number: number) => `${label} (${number})`,
  sides: (number: string, independent: string) =>
    `${number} sides; ${independent} independent ${independent === "1" ? "source" : "sources"}`,
  sideOf: (side: string) => `Side ${side}`,
  reliability: (grade: string) => `reliability ${grade}`,
  limits: [
    "A disagreement is not always an error: sources may speak of different times, places or definitions. The kind says which.",
    "What the data publish is the result of a declared rule, not the truth.",
  ],
};
