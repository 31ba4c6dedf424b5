/** How the ids of a table are written: `exp-014` has three digits. */
export interface IdForm {
  readonly prefix: string;
  /** Numbers with fewer digits have zeros in front. */
  readonly digits: number;
}

/** The number in an id such as `exp-014`; `null` if it has other letters or another form. */
export function idNumber(id: string, { prefix }: Pick<IdForm, "prefix">): number | null {
  const [, digits] = id.startsWith(`${prefix}-`) ? (/^-(\d{1,15})$/u.exec(id.slice(prefix.length)) ?? []) : [];
  return digits === undefined ? null : Number(digits);
}

/** `exp` and 14 → `exp-014`. */
export const writeId = (number: number, { prefix, digits }: IdForm): string =>
  `${prefix}-${String(number).padStart(digits, "0")}`;

/** The form that most ids of a table have; three digits in an empty table. */
export function idFormOf(ids: readonly string[], prefix: string): IdForm {
  const form = { prefix, digits: 3 };
  let most = 0;
  for (const digits of [1, 2, 3, 4, 5, 6]) {
    const count = ids.filter((id) => isInForm(id, { prefix, digits })).length;
    if (count > most) [form.digits, most] = [digits, count];
  }
  return form;
}

/** Whether an id has the letters and the zeros of its form. */
export function isInForm(id: string, form: IdForm): boolean {
  const number = idNumber(id, form);
  return number !== null && writeId(number, form) === id;
}

/** The highest number among the ids with this prefix; 0 if none has it. */
export function highestNumber(ids: Iterable<string>, form: Pick<IdForm, "prefix">): number {
  let highest = 0;
  for (const id of ids) highest = Math.max(highest, idNumber(id, form) ?? 0);
  return highest;
}

/** The id after the highest one. An id between two others may have been published, so it is never free. */
export const nextFreeId = (ids: Iterable<string>, form: IdForm): string => writeId(highestNumber(ids, form) + 1, form);
