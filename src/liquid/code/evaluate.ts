import { type RenderContext, TemplateError } from '../../core/template.js';
import { isTruthy } from '../../core/values/ruby.js';
import { SyntaxMistake } from '../errors.js';
import type { Context } from '../run/context.js';
import { parseConditionOnly } from '../syntax/condition.js';
import { parseExpression } from '../syntax/expression.js';
import type { ErrorMode } from '../syntax/parser.js';
import { type Pipeline, parsePipelineLaxly, parsePipelineStrictly } from '../syntax/pipeline.js';
import type { GenerateOptions, Generator } from '../syntax/syntax.js';
import { generateEvaluator } from './generate.js';
import { runtime } from './runtime.js';

/** An expression or condition made into JavaScript. */
export type Evaluator = (context: Context) => unknown;

/** The JavaScript of an expression. */
export function createExpressionEvaluator(text: string, options: GenerateOptions): Evaluator {
  const expression = parseExpression(text);
  return compile(options, (generator) => generator.expression(expression));
}

/** The JavaScript of a condition, read strictly; throws `TemplateError`. */
export function createConditionEvaluator(text: string, options: GenerateOptions): Evaluator {
  try {
    const condition = parseConditionOnly(text);
    return compile(options, (generator) => generator.condition(condition));
  } catch (error) {
    if (error instanceof SyntaxMistake)
      throw new TemplateError(error.message, error.code, 'Look at the condition given to the filter.');
    throw error;
  }
}

/** The JavaScript of a value and its filters, read as the mode says; throws `TemplateError`. */
export function createPipelineEvaluator(text: string, mode: ErrorMode, options: GenerateOptions): Evaluator {
  const pipeline = readPipeline(text, mode);
  return compile(options, (generator) => generator.pipeline(pipeline).code);
}

function readPipeline(text: string, mode: ErrorMode): Pipeline {
  try {
    return parsePipelineStrictly(text);
  } catch (error) {
    if (!(error instanceof SyntaxMistake)) throw error;
    if (mode !== 'strict') return parsePipelineLaxly(text);
    const message = `${error.message} in "{{${text}}}"`;
    throw new TemplateError(message, error.code, 'Look at the expression given to the filter.');
  }
}

/** An evaluator as a test. */
export function asTest(evaluator: Evaluator): (context: RenderContext) => boolean {
  return (context) => isTruthy(evaluator(context as unknown as Context));
}

function compile(options: GenerateOptions, write: (generator: Generator) => string): Evaluator {
  const { code, constants } = generateEvaluator(options, write);
  return (new Function('R', 'K', code) as (R: typeof runtime, K: readonly unknown[]) => Evaluator)(runtime, constants);
}
