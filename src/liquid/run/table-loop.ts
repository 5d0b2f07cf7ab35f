import type { Drop } from '../../core/values/values.js';
import { progressMember } from './loop-progress.js';

/** The `tablerowloop` of a table. */
export class TableLoop implements Drop {
  readonly isDrop = true;
  readonly className = 'Liquid::TablerowloopDrop';
  index0 = 0;
  row = 1;
  col = 1;

  constructor(
    readonly length: number,
    private readonly cols: number,
  ) {}

  get(key: unknown): unknown {
    switch (key) {
      case 'row':
        return this.row;
      case 'col':
        return this.col;
      case 'col0':
        return this.col - 1;
      case 'col_first':
        return this.col === 1;
      case 'col_last':
        return this.col === this.cols;
      default:
        return progressMember(this, key);
    }
  }

  /** Goes on to the next cell; gives the HTML between the two. */
  endCell(): string {
    const endsRow = this.col === this.cols;
    const html = endsRow && this.index0 !== this.length - 1 ? `</td></tr>\n<tr class="row${this.row + 1}">` : '</td>';
    this.index0++;
    if (endsRow) [this.col, this.row] = [1, this.row + 1];
    else this.col++;
    return html;
  }
}
