/** How the pages speak about people. */
export const peopleWords = {
  caution:
    "Lines in which a source “says” something are that source's claims about a community. They say nothing about its members, and nobody may be singled out because of them.",
};
