/** A text of at most so many characters; a longer one ends in an ellipsis, and no character is cut in two. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most).join("")}…`;
}
