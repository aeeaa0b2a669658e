/** Writes a matrix [rows, columns] into `to` as [columns, rows], in tiles that fit the cache. */
export function transposeInto(
  from: ArrayLike<number>,
  to: { [index: number]: number },
  rows: number,
  columns: number,
): void {
  const tile = 64;
  for (let top = 0; top < rows; top += tile) {
    const bottom = Math.min(top + tile, rows);
    for (let left = 0; left < columns; left += tile) {
      const right = Math.min(left + tile, columns);
      for (let column = left; column < right; column++) {
        for (let row = top; row < bottom; row++) to[column * rows + row] = from[row * columns + column]!;
      }
    }
  }
}
