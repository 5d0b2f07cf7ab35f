/** How far a loop is. */
export interface LoopProgress {
  readonly index0: number;
  readonly length: number;
}

/** The members that `forloop` and `tablerowloop` share, by name; undefined for other names. */
export function progressMember(loop: LoopProgress, key: unknown): unknown {
  switch (key) {
    case 'index':
      return loop.index0 + 1;
    case 'index0':
      return loop.index0;
    case 'rindex':
      return loop.length - loop.index0;
    case 'rindex0':
      return loop.length - loop.index0 - 1;
    case 'first':
      return loop.index0 === 0;
    case 'last':
      return loop.index0 === loop.length - 1;
    case 'length':
      return loop.length;
    default:
      return undefined;
  }
}
