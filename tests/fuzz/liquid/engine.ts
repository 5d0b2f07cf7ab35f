import { SiteError } from '../../../src/core/diagnostics.js';
import type { Tag, TemplateHost, TemplateSource } from '../../../src/core/template.js';
import { TemplateError } from '../../../src/core/template.js';
import { createZone } from '../../../src/core/zone.js';
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

function engine(mode: Case['mode'], strict: boolean): Liquid {
  return createLiquid({
    zone: createZone('UTC'),
    now: () => decode({ $t: 1700000000 }),
    tags: { part, box },
    errorMode: mode,
    strictFilters: strict,
    strictVariables: strict,
    printErrors: true,
  });
}

const engines = new Map<string, Liquid>();

/** Renders a case with our own Liquid. */
export function renderCase(test: Case): Result {
  const name = `${test.mode}${test.strict}`;
  let liquid = engines.get(name);
  if (liquid === undefined) engines.set(name, (liquid = engine(test.mode, test.strict)));
  const variables = decode(encodedData) as Map<string, unknown>;
  try {
    const template = liquid.parse({ path: 'case', text: test.template, line: 1 });
    return { output: template.render({ variables, host, page: null }) };
  } catch (error) {
    if (error instanceof SiteError) return { error: error.message };
    throw error;
  }
}
