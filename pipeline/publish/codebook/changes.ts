/** What changes.csv lists, and in which form. */
export const changesSection = (): string => `## How changes are listed

\`changes.csv\` lists what changed, newest release first. \`record_id\` names the record; a change to a table or column has none. \`change\` is \`added\`, \`changed\` or \`retired\`, whatever became of the record.

- **A correction** is a change to a cell that a coder wrote, in a record that was published before. It has a row with the old and the new value and, if one was recorded, the reason.
- **A derived cell** follows from other cells or rows: the bounds of a date, the name of a place, a count, the agreement. The \`reason\` of its row begins with \`derived\`. \`derived: follows from date\` names the columns of the same record that were corrected. After \` | \` stands a recorded reason that no other cell of the record has. A reason that itself begins like this mark has \`stated | \` before it.
- **Derived rows** are the claims, the evidence, the sentences passed over, the codelists, the dictionary \`columns\`, \`expansion_by_country\` and the disagreements that the machine found. They are summed up: one row for each table and kind of change or column, without \`record_id\`, with a \`reason\` such as \`derived: 3,748 rows\`. If a corrected statement is outvoted, so that no record shows the correction, the row of its claim is listed.
- **A retired record** has its last values in \`old_value\`, as a JSON object. The table \`retired\` has the reason, the day and the id that replaces it. For records that 2.0.0 retired, the last values are in the tables of 1.0.0.

Each release lists its own changes with these rules. 2.0.0 came before them: every single change that it made, derived or not, is in the \`changes.csv\` of 2.0.0 itself. Later releases carry its list in this shorter form.`;
