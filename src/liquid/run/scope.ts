import type { Drop } from '../../core/values/values.js';

/** A scope inside a template's own: of a loop (a variable and its drop), or of more variables (`include`). */
export class Scope {
  /** The loop's variable's value. */
  value: unknown = null;

  constructor(
    readonly parent: Scope | null,
    readonly variable: string | null,
    readonly loopName: string | null,
    readonly loop: Drop | null,
    readonly variables: ReadonlyMap<string, unknown> | null = null,
  ) {}
}
