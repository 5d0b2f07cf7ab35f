import type { Filter } from '../../core/template.js';
import { toJson } from '../../core/values/write-json.js';

/** A value as JSON, on one line. */
export const jsonify: Filter = (_context, input) => toJson(input);
