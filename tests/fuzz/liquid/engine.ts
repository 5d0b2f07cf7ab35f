import { SiteError } from '../../../src/core/diagnostics.js';
import type { Tag, TemplateHost, TemplateSource } from '../../../src/core/template.js';
import { TemplateError } from '../../../src/core/template.js';
import { createZone } from '../../../src/core/time/zone.js';
import { createLiquid, type Liquid } from '../../../src/liquid/liquid.js';
import { decode, encodedData, partials } from './data.js';

/** A case: a template and how to read it. */
export interface Case {
  readonly template: string;
  readonly mode: 'lax' | 'warn' | 'strict';
  readonly strict: boolean;
}

/** What a case gives: what is printed, or why it cannot be read. */
export type Result = { readonly output: string } | { readonly error: string };

const sources = new Map(
  Object.entries(partials).map(([name, text]): [string, TemplateSource] => [name, { path: name, text, line: 1 }]),
);

const part: Tag = {
  body: 'none',
  parse({ markup }) {
    const [name, value] = markup.trim().split(/\s+(.*)/s) as [string, string?];
    return (context) => {
      const source = sources.get(name);
      if (source === undefined) throw new TemplateError(`no part ${name}`);
      const variables = new Map([['include', new Map([['v', value ? context.evaluate(value) : null]])]]);
      return context.withScope(variables, () => context.renderPartial(source));
    };
  },
};

const box: Tag = { body: 'block', parse: () => (_, body) => `[${body()}]` };

const host = { readInclude: (name: string) => sources.get(name), includeFolders: ['parts'] } as unknown as TemplateHost;

function engine(mode: Case['mode'], strict: boolean, printErrors: boolean): Liquid {
  return createLiquid({
    zone: createZone('UTC'),
    now: () => decode({ $t: 1700000000 }),
    tags: { part, box },
    errorMode: mode,
    strictFilters: strict,
    strictVariables: strict,
    printErrors,
  });
}

const engines = new Map<string, Liquid>();

/** Renders a case with our own Liquid. */
export function renderCase(test: Case): Result {
  const variables = decode(encodedData) as Map<string, unknown>;
  const source: TemplateSource = { path: 'case', text: test.template, line: 1 };
  try {
    const template = engineFor(test, true).parse(source);
    const output = template.render({ variables, host, page: null });
    for (const other of otherRenders(test, source, variables)) {
      if (other !== output) return { output: `${output}\n(then, or without printing errors: ${other})` };
    }
    return { output };
  } catch (error) {
    if (error instanceof SiteError) return { error: error.message };
    throw error;
  }
}

/** The same once more with other JavaScript: after several renders, and (where nothing fails) where errors are thrown. */
function* otherRenders(test: Case, source: TemplateSource, variables: Map<string, unknown>): Generator<string> {
  const scope = { variables, host, page: null };
  const printing = engineFor(test, true).parse(source);
  printing.render(scope);
  yield printing.render(scope);
  yield printing.render(scope);
  try {
    const throwing = engineFor(test, false).parse({ ...source });
    for (let turn = 0; turn < 4; turn++) yield throwing.render(scope);
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
  }
}

function engineFor(test: Case, printErrors: boolean): Liquid {
  const name = `${test.mode}${test.strict}${printErrors}`;
  let liquid = engines.get(name);
  if (liquid === undefined) {
    liquid = engine(test.mode, test.strict, printErrors);
    engines.set(name, liquid);
  }
  return liquid;
}
