// The selected cells, from the anchor to the focus. Column -1 is the row number.

export class Selection {
  constructor() {
    this.row = 0;
    this.column = 0;
    this.anchorRow = 0;
    this.anchorColumn = 0;
  }

  to(row, column, extend) {
    this.row = row;
    this.column = column;
    if (!extend) {
      this.anchorRow = row;
      this.anchorColumn = column;
    }
  }

  get top() { return Math.min(this.row, this.anchorRow); }
  get bottom() { return Math.max(this.row, this.anchorRow); }

  /** Selecting the row number selects the whole row. */
  #whole() { return this.column < 0 || this.anchorColumn < 0; }
  get left() { return this.#whole() ? 0 : Math.min(this.column, this.anchorColumn); }
  right(columns) { return this.#whole() ? columns - 1 : Math.max(this.column, this.anchorColumn); }

  holds(row, column, columns) {
    return row >= this.top && row <= this.bottom && column >= this.left && column <= this.right(columns);
  }
}
