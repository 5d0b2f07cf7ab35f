import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFile } from '../core/files.js';
import { loadRelaxed } from '../core/process/engine.js';
import { type Compilation, createCompilation, type SassRequest, type SassResult } from './compilation.js';
import { type CompilerMessage, decodePacket, encodeOrder, splitPackets } from './protocol.js';
import { sassErrorToSiteError } from './sass-error.js';
import { compilerOfLibrary } from './sass-library.js';
import { readSassSettings, type SassPlace } from './settings.js';

/**
 * Sass's compiler spoken to directly, without the library between, whose loading costs more than most compilations.
 * Its process starts with the first text, or ahead of it, and keeps no program alive while it has nothing to do.
 */
export interface SassProcess {
  /** Starts the process ahead of its first text. */
  start(): void;
  /** Rejects with `SiteError` for a mistake of the author's; with another error where the compiler failed. */
  compile(text: string, request: SassRequest): Promise<SassResult>;
  close(): void;
}

/** The process for one site's settings; undefined where there is no compiler for this machine that can be spoken to. */
export function createSassProcess(options: SassPlace & { readonly settings: unknown }): SassProcess | undefined {
  const command = installedCompiler() ?? loadRelaxed(() => compilerOfLibrary());
  if (command === undefined) return undefined;
  const settings = readSassSettings(options.settings, options);
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | undefined;
  let lastId = 0;

  const spawnCompiler = (): ChildProcess => {
    const { spawn } = loadRelaxed(() => process.getBuiltinModule('node:child_process'));
    const [program, ...words] = command;
    const made = spawn(program!, [...words, '--embedded'], { stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true });
    const fail = (error: Error): void => {
      if (child === made) child = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    made.on('error', fail);
    made.stdin?.on('error', fail);
    made.on('close', () => {
      if (child === made) fail(new Error("Sass's compiler ended unexpectedly."));
    });
    listen(made, waiting, fail);
    return made;
  };
  return {
    start() {
      if (child !== undefined) return;
      child = spawnCompiler();
      hold(child, false);
    },
    compile(text, request) {
      child ??= spawnCompiler();
      hold(child, true);
      const compilation = createCompilation(settings, options.source, text, request);
      lastId += 1;
      const id = lastId;
      const answer = new Promise<SassResult>((resolve, reject) => waiting.set(id, { compilation, resolve, reject }));
      child.stdin?.write(encodeOrder(id, compilation.order));
      return answer.finally(() => {
        if (waiting.size === 0 && child !== undefined) hold(child, false);
      });
    },
    close() {
      const ended = child;
      child = undefined;
      ended?.stdin?.end();
    },
  };
}

interface Waiting {
  readonly compilation: Compilation;
  resolve(result: SassResult): void;
  reject(error: Error): void;
}

function listen(child: ChildProcess, waiting: Map<number, Waiting>, fail: (error: Error) => void): void {
  let received: Buffer = Buffer.alloc(0);
  child.stdout?.on('data', (chunk: Buffer) => {
    const { packets, rest } = splitPackets(Buffer.concat([received, chunk]));
    received = rest;
    try {
      for (const packet of packets) {
        const { id, message } = decodePacket(packet);
        const order = waiting.get(id);
        if (order !== undefined && answer(order, message)) waiting.delete(id);
      }
    } catch (error) {
      fail(error as Error);
    }
  });
}

/** Whether the message was the last one about this text. */
function answer({ compilation, resolve, reject }: Waiting, message: CompilerMessage): boolean {
  if (message.kind === 'success') {
    const { css, sourceMap, loadedUrls } = message;
    const map = sourceMap === '' ? undefined : JSON.parse(sourceMap);
    resolve(compilation.finish({ css, sourceMap: map, loadedUrls: loadedUrls.map((url) => new URL(url)) }));
    return true;
  }
  if (message.kind === 'failure') {
    reject(sassErrorToSiteError({ sassMessage: message.message, span: message.span }, compilation.sheet));
    return true;
  }
  if (message.kind === 'log') compilation.notes.add(message);
  return false;
}

/** Whether the process and its pipes keep the program alive. */
function hold(child: ChildProcess, isBusy: boolean): void {
  for (const part of [child, child.stdin, child.stdout] as readonly (Held | null)[]) {
    if (isBusy) part?.ref?.();
    else part?.unref?.();
  }
}

/** Pipes have these too, though their types do not say so. */
interface Held {
  ref?(): void;
  unref?(): void;
}

/**
 * The command line of the compiler that `sass-embedded` brings for this machine, where npm put both side by side. The library
 * takes ten milliseconds for the answer, as it reads Node's program to know which C library that has.
 */
function installedCompiler(): readonly string[] | undefined {
  const { platform, arch } = process;
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const library = join(folder, 'node_modules', 'sass-embedded');
    if (existsSync(library)) {
      if (existsSync(`${library}-linux-musl-${arch}`)) return undefined;
      const compiler = join(`${library}-${platform}-${arch}`, 'dart-sass', 'src');
      const command = [join(compiler, platform === 'win32' ? 'dart.exe' : 'dart'), join(compiler, 'sass.snapshot')];
      return command.every(isFile) ? command : undefined;
    }
    if (folder === dirname(folder)) return undefined;
  }
}
