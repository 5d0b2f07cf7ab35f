import { addressOfBase } from './resolve-url.js';
import { sendText } from './respond.js';
import { createStaticFiles, type SendFile } from './static-files.js';

/** What of the preview follows the configuration and may change while it runs. */
export interface PreviewSite {
  /** Absolute. */
  readonly destination: string;
  readonly baseurl?: string;
  readonly showDirectoryListing?: boolean;
  /** Globs of outputs whose changes are not announced to pages (`livereload_ignore`). */
  readonly ignored?: readonly string[];
  /** Sent with every response (`webrick.headers`). */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Restores outputs that were deleted from the destination; whether one of those named was. */
export type Restore = (outputs: readonly string[]) => Promise<boolean>;

/** What the server's answers depend on. */
export interface State {
  destination: string;
  /** '' or `/name`, as it is in addresses. */
  baseurl: string;
  listFolders: boolean;
  ignored: readonly string[];
  headers: Readonly<Record<string, string>>;
  sendFile: SendFile;
  drafts: ReadonlySet<string>;
  restore: Restore;
  readonly liveReload: boolean;
  readonly opened: Promise<void>;
  open(): void;
  change(site: PreviewSite): void;
}

/** The state of a server that does not answer requests yet. */
export function createState(site: PreviewSite, liveReload: boolean): State {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const state: State = {
    ...readSite(site),
    drafts: new Set(),
    restore: () => Promise.resolve(false),
    liveReload,
    opened,
    open,
    change: (next) => {
      Object.assign(state, readSite(next));
    },
  };
  return state;
}

type SiteState = Pick<State, 'destination' | 'baseurl' | 'listFolders' | 'ignored' | 'headers' | 'sendFile'>;

function readSite(site: PreviewSite): SiteState {
  return {
    destination: site.destination,
    baseurl: addressOfBase(site.baseurl ?? ''),
    listFolders: site.showDirectoryListing === true,
    ignored: site.ignored ?? [],
    headers: site.headers ?? {},
    sendFile: createStaticFiles(site.destination, (response) => sendText(response, 404, 'Gone')),
  };
}
