/**
 * Assigns each row of a matrix to one column so that the sum of the weights is highest, with at most as many rows as
 * columns. Returns the column of each row. The Hungarian method with potentials takes time in the order of
 * rows² × columns (H. W. Kuhn, "The Hungarian Method for the Assignment Problem", 1955; J. Munkres, 1957).
 */
export function assign(weights: readonly (readonly number[])[]): number[] {
  const nColumns = weights[0]?.length ?? 0;
  if (weights.length > nColumns) throw new Error("An assignment has more rows than columns.");
  const state = newState(weights, nColumns);
  for (let row = 0; row < weights.length; row += 1) addRow(row, state);
  const assigned = weights.map(() => -1);
  state.rowOf.slice(0, nColumns).forEach((row, column) => {
    if (row !== NONE) assigned[row] = column;
  });
  return assigned;
}

const NONE = -1;

interface State {
  readonly weights: readonly (readonly number[])[];
  readonly nColumns: number;
  readonly rowPotentials: number[];
  readonly columnPotentials: number[];
  /** The row assigned to each column. The last entry is for the row that is being added. */
  readonly rowOf: number[];
}

const newState = (weights: State["weights"], nColumns: number): State => ({
  weights,
  nColumns,
  rowPotentials: weights.map(() => 0),
  columnPotentials: new Array<number>(nColumns + 1).fill(0),
  rowOf: new Array<number>(nColumns + 1).fill(NONE),
});

/** Finds the cheapest chain of changes that gives the row a column, and makes them. */
function addRow(row: number, state: State): void {
  const { nColumns, rowOf } = state;
  rowOf[nColumns] = row;
  const search = {
    least: new Array<number>(nColumns).fill(Number.POSITIVE_INFINITY),
    before: new Array<number>(nColumns).fill(nColumns),
    isDone: new Array<boolean>(nColumns + 1).fill(false),
  };
  let column = nColumns;
  while (rowOf[column] !== NONE) column = nextColumn(column, search, state);
  while (column !== nColumns) {
    const before = search.before[column] ?? nColumns;
    rowOf[column] = rowOf[before] ?? NONE;
    column = before;
  }
}

interface Search {
  readonly least: number[];
  readonly before: number[];
  readonly isDone: boolean[];
}

/** Goes on to the column that costs least, and moves the potentials so that it costs nothing more. */
function nextColumn(from: number, { least, before, isDone }: Search, state: State): number {
  const { weights, nColumns, rowPotentials, columnPotentials, rowOf } = state;
  isDone[from] = true;
  const row = rowOf[from] ?? NONE;
  let [delta, next] = [Number.POSITIVE_INFINITY, NONE];
  for (let column = 0; column < nColumns; column += 1) {
    if (isDone[column] === true) continue;
    const cost = -(weights[row]?.[column] ?? 0) - (rowPotentials[row] ?? 0) - (columnPotentials[column] ?? 0);
    if (cost < (least[column] ?? 0)) {
      least[column] = cost;
      before[column] = from;
    }
    if ((least[column] ?? 0) < delta) [delta, next] = [least[column] ?? 0, column];
  }
  for (let column = 0; column <= nColumns; column += 1) {
    const owner = rowOf[column] ?? NONE;
    if (isDone[column] === true) {
      rowPotentials[owner] = (rowPotentials[owner] ?? 0) + delta;
      columnPotentials[column] = (columnPotentials[column] ?? 0) - delta;
    } else least[column] = (least[column] ?? 0) - delta;
  }
  return next;
}
