import type { Modes, Rule } from '../rule.js';
import { blockComment, lineComment, rule, space } from './pieces.js';

/** A name, in the languages of ActionScript's family. */
export const scriptName = '[$a-zA-Z_][a-zA-Z0-9_]*';

/** White space and comments. */
export const scriptGaps: readonly Rule[] = [space, lineComment(String.raw`\/\/`, 'c1'), blockComment('cm')];

/** A name before a colon. */
export function beforeColon(as: string, to?: string): Rule {
  return rule(`(${scriptName})([\\t-\\r ]*)(:)`, [as, '', 'p'], to);
}

/** The inside of an object or a block, until a name before a colon tells; `root` are the rules for all else. */
export function objectBody(root: readonly Rule[]): readonly Rule[] {
  return [...scriptGaps, rule(String.raw`\}`, 'p', '=statement'), beforeColon('na', 'start'), rule(':', 'p'), ...root];
}

const escaped = rule(String.raw`\\[^\n]`, 'se');

/** The inside of a literal expression, and what comes after its end. */
export const expressionModes: Modes = {
  expression: [
    rule(String.raw`\/`, 'sr', '=expressionEnd'),
    rule(String.raw`[^\/]?\n`, 'err', '^'),
    rule(String.raw`\[\^?`, 'se', 'set'),
    escaped,
    rule(String.raw`\(\?[:=<!]|\{[0-9,]+\}|[()?]`, 'se'),
    rule('[^\\n]', 'sr'),
  ],
  expressionEnd: [rule('[gim]+', 'sr', '^'), rule('(?:)', '', '^')],
  set: [
    rule(String.raw`\/`, 'se'),
    rule(String.raw`[^\/]\n`, 'err', '^^'),
    rule('\\]', 'se', '^'),
    escaped,
    rule('[^\\n]', 'sr'),
  ],
};
