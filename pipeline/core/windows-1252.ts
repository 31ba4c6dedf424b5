/**
 * What windows-1252 has at 0x80 to 0x9F (Encoding Standard, index windows-1252). Some versions of Node take it for latin1
 * (github.com/nodejs/node/issues/56542), and a text must not depend on the version.
 */
export const OF_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
