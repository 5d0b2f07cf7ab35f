import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Builder, BuildRequest, BuildResult } from '../../src/core/builder.js';
import { type Diagnostic, positionAt } from '../../src/core/diagnostics.js';

/** A builder that copies files; a page with the word BROKEN is an error, one with DRAFT a draft. Every call is kept. */
export interface FakeBuilder extends Builder {
  readonly calls: BuildRequest[];
  isClosed: boolean;
}

export interface FakeOptions {
  readonly baseurl?: string;
  /** Milliseconds before anything is written. */
  readonly delay?: number;
  /** Called with each request before anything is written. */
  readonly onBuild?: (request: BuildRequest) => void;
}

export function createFakeBuilder(source: string, destination: string, options: FakeOptions = {}): FakeBuilder {
  const calls: BuildRequest[] = [];
  const files = existsSync(path.join(source, '_config.yml')) ? [path.join(source, '_config.yml')] : [];
  const builder: FakeBuilder = {
    config: {
      values: new Map<unknown, unknown>([['baseurl', options.baseurl ?? '']]),
      source,
      destination,
      cacheDirectory: path.join(source, '.jekyll-cache'),
      environment: 'development',
      holdsNow: false,
      compat: '4',
      files,
    },
    watched: [],
    calls,
    isClosed: false,
    build: async (request = {}) => {
      calls.push(request);
      if (options.delay) await pause(options.delay, request.signal as AbortSignal | undefined);
      options.onBuild?.(request);
      return buildNow(source, destination, request);
    },
    close: async () => {
      builder.isClosed = true;
    },
  };
  return builder;
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => reject(new Error('aborted')));
  });
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return (readdirSync(folder, { recursive: true, withFileTypes: true }) ?? [])
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !/^(_|\.)/.test(name));
}

function buildNow(source: string, destination: string, request: BuildRequest): BuildResult {
  const names = listFiles(source);
  const diagnostics: Diagnostic[] = [];
  const written: string[] = [];
  for (const name of names) {
    const text = readFileSync(path.join(source, name), 'utf8');
    const at = text.indexOf('BROKEN');
    if (at !== -1) {
      const via = [{ path: '_layouts/post.html', position: { line: 3, column: 5 } }];
      const hint = 'Did you mean MENDED?';
      diagnostics.push({
        severity: 'error',
        code: 'liquid/unknown-tag',
        message: `Unknown tag 'BROKEN'`,
        path: name,
        position: positionAt(text, at),
        via,
        hint,
      });
      continue;
    }
    const target = path.join(destination, name);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    written.push(name);
  }
  const removed = listFiles(destination).filter((name) => !names.includes(name));
  for (const name of removed) rmSync(path.join(destination, name));
  if (written.length > 0) request.onWritten?.(written);
  return {
    ok: diagnostics.length === 0,
    written,
    removed,
    unchanged: names.length - written.length,
    documents: names.length,
    rendered: written.length,
    diagnostics,
    drafts: names.filter((name) => readFileSync(path.join(source, name), 'utf8').includes('DRAFT')),
    milliseconds: 1,
  };
}
