import { EventEmitter } from 'node:events';

type Callback<T> = (value: T) => void;
type RequestListener = (details: { url: string }, answer: Callback<{ cancel?: boolean }>) => void;
type Permitting = { requestingUrl: string; isMainFrame: boolean };
type RequestHandler = (
  ...asked: [contents: null, permission: string, answer: Callback<boolean>, details: Permitting]
) => void;
type CheckHandler = (
  ...asked: [contents: null, permission: string, origin: string, details: Permitting]
) => boolean;

/** Stands in for the default `session`. */
class Session extends EventEmitter {
  readonly spelling: { enabled: boolean | null; dictionaries: string | null } = {
    enabled: null,
    dictionaries: null,
  };
  readonly learned: string[] = [];
  /** Requests that the app let through to the network; the stand-in stops them. */
  readonly leaked: string[] = [];
  #request: RequestHandler | null = null;
  #check: CheckHandler | null = null;
  #device: (() => boolean) | null = null;
  #before: RequestListener | null = null;

  readonly webRequest = {
    onBeforeRequest: (listener: RequestListener): void => {
      this.#before = listener;
    },
  };

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.#device = handler;
  }

  setSpellCheckerDictionaryDownloadURL(url: string): void {
    if (!URL.canParse(url) || !url.endsWith('/')) throw new Error(`${url} is no address`);
    this.spelling.dictionaries = url;
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.spelling.enabled = enabled;
  }

  addWordToSpellCheckerDictionary(word: string): boolean {
    this.learned.push(word);
    return true;
  }

  /** Whether a page at `requestingUrl` gets a permission; Electron gives it where nobody decides. */
  async permits(permission: string, requestingUrl: string): Promise<boolean> {
    const details = { requestingUrl, isMainFrame: true };
    const origin = new URL(requestingUrl).origin;
    const checked = this.#check?.(null, permission, origin, details) ?? true;
    const request = this.#request;
    const requested =
      request === null ||
      (await new Promise<boolean>((answer) => request(null, permission, answer, details)));
    return checked || requested;
  }

  /** Whether a page gets at a device; Electron says yes where nobody decides. */
  permitsDevice(): boolean {
    return this.#device?.() ?? true;
  }

  /** Whether the app cancels a request. */
  cancels(url: string): Promise<boolean> {
    const before = this.#before;
    if (before === null) return Promise.resolve(false);
    return new Promise((resolve) => before({ url }, ({ cancel }) => resolve(cancel === true)));
  }
}

export const session = { defaultSession: new Session() };
