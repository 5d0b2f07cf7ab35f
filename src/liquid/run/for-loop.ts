import type { Drop } from '../../core/values/values.js';
import { progressMember } from './loop-progress.js';

/** The `forloop` of a loop. */
export class ForLoop implements Drop {
  readonly isDrop = true;
  readonly className = 'Liquid::ForloopDrop';
  index0 = 0;

  constructor(
    readonly name: string,
    readonly length: number,
    readonly parentloop: ForLoop | undefined,
  ) {}

  get(key: unknown): unknown {
    switch (key) {
      case 'name':
        return this.name;
      case 'parentloop':
        return this.parentloop ?? null;
      default:
        return progressMember(this, key);
    }
  }
}
