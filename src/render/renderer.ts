import { type Diagnostic, ofPage, SiteError } from '../core/diagnostics.js';
import { flatText } from '../core/text/flat-text.js';
import { type Document, fileOfText } from '../core/types.js';
import { toS } from '../core/values/ruby.js';
import { CountersOfText } from './counting.js';
import { isLongText } from './evidence/fingerprint.js';
import {
  type Fact,
  holdReads,
  isUpToDate,
  keepReads,
  noteRead,
  readsOfFailure,
  recordReads,
} from './evidence/trace.js';
import { hasNoLayout, renderLayouts } from './layouts/layouts.js';
import { contentInBody, layoutInBody, layoutInExcerpt } from './layouts/left-over.js';
import { missingLayout } from './layouts/missing-layout.js';
import { PageVariables } from './layouts/page-variables.js';
import { sourceOfBody } from './layouts/sources.js';
import type { RenderTools } from './render-tools.js';
import { type DocumentText, nothing, StateOfDocument, type UpdateText } from './state.js';
import type { CompanionFile } from './texts/companion-file.js';
import { holdText } from './texts/large-sites.js';
import { bytesOf, slotOf } from './texts/raw-body.js';
import { settleText } from './texts/settle-text.js';
import { resolve } from './view/document-members.js';
import { ownViewOf } from './view/document-view.js';
import { createExcerptView } from './view/excerpt-view.js';
import { type DocumentState, heldText, type Rendering, textOf, type World } from './world.js';

/** Diagnostics of the render in progress. */
let reported: Diagnostic[] = [];

let sideEffects = 0;

/** How many diagnostics and companion files there were so far. */
export function countSideEffects(): number {
  return sideEffects;
}

/** Adds a diagnostic to those of the render in progress, unless it has the same already. */
export function reportWarning(diagnostic: Diagnostic): void {
  sideEffects++;
  if (!reported.some((other) => other.message === diagnostic.message && other.path === diagnostic.path))
    reported.push(diagnostic);
}

/** Companion files of the render in progress. */
let companions: CompanionFile[] = [];

/** Adds a companion file to the output of the render in progress: a style sheet's source map. */
export function addCompanion(file: CompanionFile): void {
  sideEffects++;
  companions.push(file);
}

/** A document's state, with nothing rendered yet. */
export function createState(world: World, tools: RenderTools, document: Document): DocumentState {
  const state = new StateOfDocument(world, document, updaterOf(world, tools));
  world.pending.add(state);
  return state;
}

const updaters = new WeakMap<RenderTools, UpdateText>();
const running = new WeakSet<DocumentText>();

function updaterOf(world: World, tools: RenderTools): UpdateText {
  const known = updaters.get(tools);
  if (known !== undefined) return known;
  const update: UpdateText = (text) => {
    if (running.has(text)) throw circular(text.state.document.path, text.phase);
    if (isUpToDate(text)) return;
    running.add(text);
    try {
      runRender(world, text, () => renders[text.phase](world, tools, text.state));
    } finally {
      running.delete(text);
    }
  };
  updaters.set(tools, update);
  return update;
}

/** Code of the error about a text that needs itself. */
export const circularCode = 'render/circular';

function circular(path: string, phase: Rendering['phase']): SiteError {
  const what = phase === 'excerpt' ? 'excerpt' : 'content';
  return new SiteError({
    code: circularCode,
    message: `The ${what} of ${path} needs itself.`,
    hint: `Something that it shows shows the ${what} of ${path} in turn; take one of the two out.`,
    path,
  });
}

/** Runs a render with diagnostics and companion files of its own, and goes back to those of the render around it. */
function inRender<T>(world: World, rendering: Rendering, render: () => T): T {
  const outer = { rendering: world.rendering, reported, companions };
  world.rendering = rendering;
  reported = [];
  companions = [];
  try {
    return render();
  } finally {
    world.rendering = outer.rendering;
    reported = outer.reported;
    companions = outer.companions;
  }
}

function runRender(world: World, kept: DocumentText, render: () => string | Uint8Array): void {
  const { state, phase } = kept;
  const counters = phase === 'excerpt' ? undefined : new CountersOfText(world, { state, phase });
  const { counts } = kept;
  inRender(world, { state, phase, ...(counters && { counters }) }, () => {
    try {
      const { result, facts } = recordReads(render);
      kept.failed = false;
      holdText(kept, phase === 'layouts' || typeof result !== 'string' ? result : flatText(result));
      keepReadsOf(world, kept, facts);
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      reported.push(error.diagnostic);
      kept.failed = true;
      holdText(kept, '');
      keepReadsOf(world, kept, readsOfFailure());
    } finally {
      // Most texts have none of these, and share one empty list.
      const said = state.document.kind === 'page' ? ofPage(reported) : reported;
      kept.diagnostics = said.length === 0 ? nothing : said;
      if (reported.length > 0) world.withDiagnostics.add(state);
      kept.companions = companions.length === 0 ? nothing : companions;
      kept.counts = counters?.counts() ?? nothing;
    }
  });
  // Its layouts may find other counters, though the text is the same.
  if (phase === 'body') world.counting.tellLayouts(state, counts);
  settleText(world, kept);
}

function keepReadsOf({ unregistered }: World, kept: DocumentText, facts: ReadonlySet<Fact>): void {
  if (unregistered === undefined) keepReads(kept, facts);
  else {
    holdReads(kept, facts);
    unregistered.push(kept);
  }
}

function variablesOf(world: World, tools: RenderTools, state: DocumentState, page: unknown): PageVariables {
  const { paginator } = state.document;
  const variables = new PageVariables(world, tools.globals);
  variables.set('page', page);
  // The excerpt of a page in a series is none of the series.
  const isInSeries = paginator !== undefined && page !== state.excerptView;
  variables.set('paginator', isInSeries ? resolve(world, paginator) : undefined);
  if (tools.isMarkdown(state.document)) {
    variables.set('highlighter_prefix', '\n');
    variables.set('highlighter_suffix', '\n');
  }
  return variables;
}

function renderBody(world: World, tools: RenderTools, state: DocumentState): string | Uint8Array {
  const bytes = bytesOf(state);
  if (bytes !== undefined) return bytes;
  const converted = tools.convertBody(templateText(world, tools, state), state.document);
  if (typeof converted === 'string') return converted;
  // Short texts are their own fingerprints.
  return isLongText(converted) ? converted : heldText({ bytes: converted, text: '' });
}

/** A document's body after its template was rendered, before it is converted. */
function templateText(world: World, tools: RenderTools, state: DocumentState): string {
  const { document } = state;
  if (tools.isPlain(document.body, document)) return document.body;
  const page = ownViewOf(world, state);
  const source = sourceOfBody(world, document);
  const variables = variablesOf(world, tools, state, page);
  variables.setLater('layout', () => layoutInBody(world, state));
  variables.setLater('content', () => contentInBody(world, state, (other) => layoutsAgain(world, tools, other)));
  return tools.renderTemplate(source, document.data, variables);
}

/**
 * The same ahead of the document's turn, so that converting can begin: its facts and diagnostics are dropped, and it is
 * rendered again in its turn. Undefined where it fails.
 */
export function textAhead(world: World, tools: RenderTools, state: DocumentState): string | undefined {
  // Its counters would depend on the pages before it.
  if (world.counting.names.size > 0) return undefined;
  try {
    const render = (): string => recordReads(() => templateText(world, tools, state)).result;
    return inRender(world, { state, phase: 'body' }, render);
  } catch {
    // The error is reported in its turn.
    return undefined;
  }
}

function renderExcerpt(world: World, tools: RenderTools, state: DocumentState): string {
  const { document } = state;
  const text = document.excerpt?.text ?? '';
  if (tools.isPlain(text, document)) return tools.convert(text, document);
  const page = (state.excerptView ??= createExcerptView(world, state));
  const variables = variablesOf(world, tools, state, page);
  variables.setLater('layout', () => layoutInExcerpt(world, state));
  const source = { path: document.path, text, line: document.bodyLine };
  return tools.convert(tools.renderTemplate(source, document.data, variables), document);
}

/** A document in its layouts, rendered once more for a document that comes after it. */
function layoutsAgain(world: World, tools: RenderTools, state: DocumentState): string {
  const outer = world.rendering;
  const counters = new CountersOfText(world, { state, phase: 'layouts' });
  world.rendering = { state, phase: 'layouts', counters };
  try {
    return renderLayouts(world, tools, state, variablesOf(world, tools, state, ownViewOf(world, state)))?.content ?? '';
  } finally {
    world.rendering = outer;
  }
}

function renderOutput(world: World, tools: RenderTools, state: DocumentState): string {
  world.update.body(state);
  noteRead(state.body);
  if (state.body.failed) return '';
  const { document } = state;
  const slot = slotOf(state, tools.usesSlots);
  const placed = hasNoLayout(document) ? (slot ?? textOf(state.body)) : placeInLayouts(world, tools, state, slot);
  return tools.transform(placed, document);
}

const renders = { body: renderBody, layouts: renderOutput, excerpt: renderExcerpt } as const;

function placeInLayouts(world: World, tools: RenderTools, state: DocumentState, slot: string | undefined): string {
  const name = state.document.data.get('layout');
  if (name === undefined || name === null) return slot ?? textOf(state.body);
  const variables = variablesOf(world, tools, state, ownViewOf(world, state));
  const placed = renderLayouts(world, tools, state, variables, slot);
  if (placed === undefined) {
    const position = tools.placeInMatter(state.document, 'layout');
    reportWarning(missingLayout(world.site, toS(name), fileOfText(state.document), position));
  }
  return placed?.output ?? slot ?? textOf(state.body);
}
