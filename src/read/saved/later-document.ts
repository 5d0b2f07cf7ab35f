import { type Document, dataValue } from '../../core/types.js';
import type { AllOf } from './save-document.js';

/** A document that is made as soon as more is asked of it than which one it is: of thousands most never are. */
export class LaterDocument implements AllOf<Document> {
  private made: Document | undefined = undefined;

  /**
   * @param knownExtension where it is known before
   * @param make gives it; told its number
   */
  constructor(
    readonly id: string,
    readonly kind: Document['kind'],
    readonly collection: string | undefined,
    private readonly knownExtension: string | undefined,
    private readonly place: number,
    private readonly make: (place: number) => Document,
  ) {}

  private get real(): Document {
    this.made ??= this.make(this.place);
    return this.made;
  }

  get path(): string {
    return this.real.path;
  }

  get file(): Document['file'] {
    return this.real.file;
  }

  get isDraft(): boolean | undefined {
    return this.real.isDraft;
  }

  get data(): Document['data'] {
    return this.real.data;
  }

  get body(): string {
    return this.real.body;
  }

  get bodyLine(): number {
    return this.real.bodyLine;
  }

  get bodyFile(): string | undefined {
    return this.real.bodyFile;
  }

  get extension(): string {
    return this.knownExtension ?? this.real.extension;
  }

  get outputExtension(): string {
    return this.real.outputExtension;
  }

  get date(): Document['date'] {
    return this.real.date;
  }

  get route(): Document['route'] {
    return this.real.route;
  }

  get isWritten(): boolean {
    return this.real.isWritten;
  }

  get excerpt(): Document['excerpt'] {
    return this.real.excerpt;
  }

  get paginator(): Document['paginator'] {
    return this.real.paginator;
  }

  get name(): string | undefined {
    return this.real.name;
  }

  get rawContent(): string | undefined {
    return this.real.rawContent;
  }

  get members(): Document['members'] {
    return this.real.members;
  }

  get hash(): string {
    return this.real.hash;
  }

  valueOfKey(key: string): unknown {
    return dataValue(this.real, key);
  }
}
