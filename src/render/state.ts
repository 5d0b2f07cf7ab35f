import type { Diagnostic } from '../core/diagnostics.js';
import { fillGaps, type Unfilled } from '../core/text/unfilled.js';
import type { Document } from '../core/types.js';
import type { Counted } from './counted.js';
import { fingerprintOfBytes } from './evidence/fingerprint.js';
import { type Fact, type Kept, noFacts, noReaders, type Readers } from './evidence/trace.js';
import type { CompanionFile } from './texts/companion-file.js';
import type { DocumentState, KeptText, MemberFact, Rendering, World } from './world.js';

/** Brings a text up to date. */
export type UpdateText = (text: DocumentText) => void;

/** The empty list of texts without diagnostics, companion files or counts. */
export const nothing: readonly never[] = [];

/** A text of a document. There are three of each of many thousands: what most never need is made when it is asked for. */
export class DocumentText implements KeptText {
  status: Kept['status'] = 'stale';
  facts: readonly Fact[] = noFacts;
  readers: Readers = noReaders;
  place = 0;
  placedBy = 0;
  text = '';
  isUnloaded = false;
  savedList = -1;
  unfilled: Unfilled | undefined = undefined;
  isReleased = false;
  diagnostics: readonly Diagnostic[] = nothing;
  companions: readonly CompanionFile[] = nothing;
  counts: readonly Counted[] = nothing;
  failed = false;
  private ownBytes: Uint8Array | undefined = undefined;
  /** Undefined where it is still to be computed from the bytes. */
  private knownFingerprint: string | undefined = '';

  constructor(
    readonly state: StateOfDocument,
    readonly phase: Rendering['phase'],
  ) {}

  get fingerprint(): string {
    this.hashNow();
    return this.knownFingerprint!;
  }

  set fingerprint(fingerprint: string) {
    this.knownFingerprint = fingerprint;
  }

  get bytes(): Uint8Array | undefined {
    if (this.unfilled !== undefined) {
      fillGaps(this.unfilled);
      this.unfilled = undefined;
    }
    return this.ownBytes;
  }

  set bytes(bytes: Uint8Array | undefined) {
    this.ownBytes = bytes;
    this.unfilled = undefined;
  }

  get isUnhashed(): boolean {
    return this.knownFingerprint === undefined;
  }

  hashNow(): void {
    this.knownFingerprint ??= fingerprintOfBytes(this.bytes!);
  }

  /** Leaves the fingerprint to be computed from the bytes. */
  hashLater(): void {
    this.knownFingerprint = undefined;
  }

  get kind(): string {
    return 'document';
  }

  get name(): string {
    return `${this.state.id}\n${this.member}`;
  }

  get about(): this {
    return this;
  }

  get member(): string {
    return memberOfPhase[this.phase];
  }

  get source(): this {
    return this;
  }

  get isWanted(): boolean {
    return this.phase !== 'excerpt';
  }

  update(): void {
    this.state.updateText(this);
  }

  noticeDoubt(): void {
    if (this.phase === 'layouts') this.state.world.pending.add(this.state);
  }
}

const memberOfPhase = { body: '=content', layouts: '=output', excerpt: '=excerpt' } as const;

/** A document's state, with nothing rendered yet. */
export class StateOfDocument implements DocumentState {
  readonly id: string;
  order = 0;
  index = 0;
  private madeBody: DocumentText | undefined = undefined;
  private madeOutput: DocumentText | undefined = undefined;
  private madeExcerpt: DocumentText | undefined = undefined;
  view: unknown = undefined;
  ownView: unknown = undefined;
  excerptView: unknown = undefined;
  resolved: DocumentState['resolved'] = undefined;
  facts: readonly MemberFact[] = nothing;
  siblings: DocumentState['siblings'] = undefined;

  constructor(
    readonly world: World,
    public document: Document,
    readonly updateText: UpdateText,
  ) {
    this.id = document.id;
  }

  get body(): DocumentText {
    this.madeBody ??= this.makeText('body');
    return this.madeBody;
  }

  get output(): DocumentText {
    this.madeOutput ??= this.makeText('layouts');
    return this.madeOutput;
  }

  get excerpt(): DocumentText {
    this.madeExcerpt ??= this.makeText('excerpt');
    return this.madeExcerpt;
  }

  private makeText(phase: Rendering['phase']): DocumentText {
    const text = new DocumentText(this, phase);
    this.world.restoreText?.(text, this, phase);
    return text;
  }
}
