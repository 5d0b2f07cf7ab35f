import type { TagRule } from '../syntax/parser.js';
import { assignTag } from './assign.js';
import { captureTag } from './capture.js';
import { caseTag } from './case.js';
import { commentTag, inlineCommentTag } from './comment.js';
import { decrementTag, incrementTag } from './counters.js';
import { cycleTag } from './cycle.js';
import { echoTag } from './echo.js';
import { forTag } from './for.js';
import { ifTag, unlessTag } from './if.js';
import { ifchangedTag } from './ifchanged.js';
import { includeTag } from './include.js';
import { breakTag, continueTag } from './interrupt.js';
import { rawTag } from './raw.js';
import { renderTag } from './render.js';
import { tablerowTag } from './tablerow.js';

/** Liquid's own tags by name; `liquid` is read by the parser itself. */
export const standardTags: ReadonlyMap<string, TagRule> = new Map([
  ['#', inlineCommentTag],
  ['assign', assignTag],
  ['break', breakTag],
  ['capture', captureTag],
  ['case', caseTag],
  ['comment', commentTag],
  ['continue', continueTag],
  ['cycle', cycleTag],
  ['decrement', decrementTag],
  ['echo', echoTag],
  ['for', forTag],
  ['if', ifTag],
  ['ifchanged', ifchangedTag],
  ['include', includeTag],
  ['increment', incrementTag],
  ['raw', rawTag],
  ['render', renderTag],
  ['tablerow', tablerowTag],
  ['unless', unlessTag],
]);
