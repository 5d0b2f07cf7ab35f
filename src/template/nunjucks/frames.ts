import type { Frame, NunjucksLibrary } from './library.js';

/** Which frame is innermost just now: nunjucks does not give it to filters and tags. */
export interface FrameTracker {
  current: Frame | undefined;
}

/** Frames and macros that keep the tracker right. */
export function createFrames(
  library: NunjucksLibrary,
  tracker: FrameTracker,
): Pick<NunjucksLibrary['runtime'], 'Frame' | 'makeMacro'> {
  class TrackedFrame extends library.runtime.Frame {
    constructor(parent?: Frame, isolateWrites?: boolean) {
      super(parent, isolateWrites);
      tracker.current = this;
    }

    override push(isolateWrites?: boolean): Frame {
      return new TrackedFrame(this, isolateWrites);
    }

    override pop(): Frame | undefined {
      tracker.current = this.parent;
      return this.parent;
    }
  }
  return {
    Frame: TrackedFrame,
    makeMacro(names, named, body) {
      return library.runtime.makeMacro(names, named, function (this: unknown, ...args) {
        const outer = tracker.current;
        try {
          return body.apply(this, args);
        } finally {
          tracker.current = outer;
        }
      });
    },
  };
}
