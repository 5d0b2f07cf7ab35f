import { milliseconds } from '../core/process/clock.js';
import type { BuildProfile } from '../core/profile.js';
import type { DocumentState, World } from '../render/world.js';

/** Measures one build: phases, templates, pages. */
export interface Profiler {
  /** Runs a part of a phase. */
  phase<T>(name: string, work: () => T): T;
  /** Renders a page's own template or a layout. */
  template(path: string, render: () => string): string;
  /** Renders an include, and notes whether it looks at the page. */
  include(world: World, path: string, render: () => string): string;
  page(state: DocumentState, render: () => void): void;
  result(): BuildProfile;
}

interface Sum {
  count: number;
  bytes: number;
  milliseconds: number;
  isConstant: boolean;
}

const phases = ['RESET', 'READ', 'GENERATE', 'RENDER', 'CLEANUP', 'WRITE'];

/** @param began when the process turned to the site, as `milliseconds` tells it */
export function createProfiler(began: number): Profiler {
  const times = new Map<string, number>(phases.map((name) => [name, 0]));
  const templates = new Map<string, Sum>();
  const pages: [string, number][] = [];
  times.set('RESET', milliseconds() - began);
  const since = (start: number): number => milliseconds() - start;
  const template = (path: string, isConstant: () => boolean, render: () => string): string => {
    const start = milliseconds();
    const text = render();
    const sum = templates.get(path) ?? { count: 0, bytes: 0, milliseconds: 0, isConstant: true };
    templates.set(path, sum);
    sum.milliseconds += since(start);
    sum.count++;
    sum.bytes += Buffer.byteLength(text);
    sum.isConstant &&= isConstant();
    return text;
  };
  return {
    phase(name, work) {
      const start = milliseconds();
      const end = (): void => {
        times.set(name, (times.get(name) ?? 0) + since(start));
      };
      const result = work();
      if (result instanceof Promise) return result.finally(end) as typeof result;
      end();
      return result;
    },
    template: (path, render) => template(path, () => false, render),
    include(world, path, render) {
      const outer = world.rendering;
      if (outer === undefined) return template(path, () => false, render);
      const inner = { ...outer, readsItself: false };
      world.rendering = inner;
      try {
        return template(path, () => !inner.readsItself, render);
      } finally {
        world.rendering = outer;
        if (inner.readsItself) outer.readsItself = true;
      }
    },
    page(state, render) {
      const start = milliseconds();
      render();
      const { document } = state;
      pages.push([document.file === undefined ? document.route.output : document.path, since(start)]);
    },
    result: () => ({
      phases: [...times],
      templates: [...templates].map(([path, sum]) => ({ path, ...sum })),
      pages: pages.sort(([, a], [, b]) => b - a),
    }),
  };
}
