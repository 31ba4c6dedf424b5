/** The words of lists that go on to further pages. */
export const partWords = {
  note: "This list is too long for one page.",
  title: "Pages of this list",
  titleOf: (title: string, number: number, all: number) => `${title}, page ${number} of ${all}`,
  /** A heading whose rows began on the page before. */
  continued: (title: string) => `${title}, continued`,
};
