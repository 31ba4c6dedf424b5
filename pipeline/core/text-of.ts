/** A text in parsed JSON; empty for any other value. `String` would throw for an object whose `toString` is none. */
export const textOf = (value: unknown) => (typeof value === "string" ? value : "");
