import { EventEmitter } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Frame, Page, Request as PageRequest, Route } from '@playwright/test';
import { toAppAddress, toBrowserAddress } from './addresses.ts';
import { app } from './app.ts';
import { browser } from './browser.ts';
import { emitPreventable } from './events.ts';
import { ipcMain } from './ipc-main.ts';
import { filePath, pageScript, wirePath } from './page-script.ts';
import { protocol } from './protocol.ts';
import { session } from './session.ts';

/** The frame a message comes from. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: SenderFrame | null;
}

interface OpenDetails {
  readonly url: string;
}
type OpenHandler = (details: OpenDetails) => { readonly action: 'allow' | 'deny' };
type Told = readonly [string, readonly unknown[]];
type Wire =
  | { readonly type: 'hello' }
  | { readonly type: 'next' }
  | { readonly type: 'invoke'; readonly channel: string; readonly input: readonly unknown[] };

const frameOf = (frame: Frame): SenderFrame => {
  const parent = frame.parentFrame();
  return { url: toAppAddress(frame.url()), parent: parent === null ? null : frameOf(parent) };
};

/** What Electron's printToPDF is asked for, of all that it can. */
interface PrintOptions {
  readonly printBackground: boolean;
  readonly preferCSSPageSize: boolean;
  readonly generateTaggedPDF: boolean;
  readonly generateDocumentOutline: boolean;
}

let ids = 0;

/** Stands in for `WebContents`: one page of a real Chromium. */
export class WebContents extends EventEmitter {
  readonly id = ++ids;
  readonly session = session.defaultSession;
  /** Addresses that pages tried to open windows with, and what became of it. */
  readonly opened: { readonly url: string; readonly action: string }[] = [];
  /** Where pages tried to go by themselves, and whether the app let them. */
  readonly navigations: { readonly url: string; readonly allowed: boolean }[] = [];
  webRtcPolicy: string | null = null;
  readonly replaced: string[] = [];
  /** What was asked for each time the page was printed. */
  readonly printed: PrintOptions[] = [];
  readonly page: Promise<Page>;
  /** Files that the person has, by name and size, for `webUtils.getPathForFile`. */
  readonly #files = new Map<string, string>();
  #openHandler: OpenHandler | null = null;
  #loading: string | null = null;
  #greeted: () => void = () => undefined;
  #inbox: Told[] | null = null;
  #deliver: ((told: readonly Told[]) => void) | null = null;

  readonly #speaks: boolean;

  /** Without a preload script nothing in the page speaks to the app. */
  constructor(preload: string | null) {
    super();
    this.#speaks = preload !== null;
    this.page = this.#open(preload === null ? null : readFileSync(preload, 'utf8'));
    app.emit('web-contents-created', {}, this);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  replaceMisspelling(word: string): void {
    this.replaced.push(word);
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.page;
    // A preload script has run by the time a page is loaded.
    const greeted = this.#speaks
      ? new Promise<void>((resolve) => {
          this.#greeted = resolve;
        })
      : Promise.resolve();
    this.#loading = toBrowserAddress(url);
    try {
      const response = await page.goto(this.#loading);
      if (response?.ok() !== true) throw new Error(`${url} was not loaded`);
      await greeted;
    } finally {
      this.#loading = null;
    }
    this.emit('did-finish-load');
  }

  /** Prints the page; only what the app asks for is known. */
  async printToPDF(options: PrintOptions): Promise<Buffer> {
    this.printed.push(options);
    const { printBackground, preferCSSPageSize, generateTaggedPDF, generateDocumentOutline } =
      options;
    return (await this.page).pdf({
      printBackground,
      preferCSSPageSize,
      tagged: generateTaggedPDF,
      outline: generateDocumentOutline,
    });
  }

  /** Tells the page; what is told while it has no document is lost, as in Electron. */
  send(channel: string, ...input: readonly unknown[]): void {
    if (this.#inbox === null) return;
    this.#inbox.push([channel, structuredClone(input)]);
    this.#flush();
  }

  /** Lets the page find the path of a file or folder the person is going to drop. */
  know(path: string): void {
    const stats = statSync(path);
    this.#files.set(`${basename(path)}:${stats.isFile() ? stats.size : 0}`, path);
  }

  async #open(preload: string | null): Promise<Page> {
    const context = await browser();
    const page = await context.newPage();
    if (preload !== null) await page.addInitScript({ content: pageScript(preload) });
    await page.route('**/*', (route, request) =>
      // A page that closes takes its requests with it.
      this.#serve(route, request).catch((error: unknown) => {
        if (!page.isClosed()) throw error;
      }),
    );
    page.on('popup', (popup) => void this.#popUp(popup));
    page.on('download', (download) => {
      const item = { getURL: () => toAppAddress(download.url()) };
      if (emitPreventable(this.session, ['will-download'], item, this)) void download.cancel();
    });
    page.on('crash', () =>
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    );
    return page;
  }

  async #hear(frame: Frame, message: Wire): Promise<unknown> {
    switch (message.type) {
      case 'hello':
        this.#inbox = [];
        this.#deliver = null;
        this.#greeted();
        return null;
      case 'next':
        return new Promise((resolve) => {
          this.#deliver = resolve;
          this.#flush();
        });
      case 'invoke':
        try {
          const { channel, input } = message;
          return { value: await ipcMain.carry([this, frameOf(frame)], channel, input) };
        } catch (thrown) {
          return { error: String(thrown) };
        }
    }
  }

  #flush(): void {
    if (this.#deliver === null || this.#inbox === null || this.#inbox.length === 0) return;
    const deliver = this.#deliver;
    this.#deliver = null;
    deliver(this.#inbox.splice(0));
  }

  async #popUp(popup: Page): Promise<void> {
    await popup.waitForLoadState().catch(() => undefined);
    const url = toAppAddress(popup.url());
    const { action } = this.#openHandler?.({ url }) ?? { action: 'allow' };
    this.opened.push({ url, action });
    if (action === 'deny') await popup.close();
  }

  #mayNavigate(request: PageRequest): boolean {
    const isMainFrame = request.frame().parentFrame() === null;
    if (isMainFrame && request.url() === this.#loading) return true;
    const details = { url: toAppAddress(request.url()), isMainFrame };
    const refusals = [emitPreventable(this, ['will-frame-navigate', details], details.url)];
    if (isMainFrame) refusals.push(emitPreventable(this, ['will-navigate', details], details.url));
    const allowed = !refusals.includes(true);
    this.navigations.push({ url: details.url, allowed });
    return allowed;
  }

  async #serve(route: Route, request: PageRequest): Promise<void> {
    const address = toAppAddress(request.url());
    const url = new URL(address);
    if (url.pathname === wirePath) {
      const reply = await this.#hear(request.frame(), request.postDataJSON() as Wire);
      return route.fulfill({ json: reply });
    }
    if (url.pathname === filePath) {
      const key = `${url.searchParams.get('name')}:${url.searchParams.get('size')}`;
      return route.fulfill({ body: this.#files.get(key) ?? '' });
    }
    if (request.isNavigationRequest() && !this.#mayNavigate(request)) return route.abort('aborted');
    if (await this.session.cancels(address)) return route.abort('blockedbyclient');
    const handler = protocol.handlers.get(url.protocol.slice(0, -1));
    if (handler === undefined) {
      this.session.leaked.push(address);
      return route.abort('internetdisconnected');
    }
    const response = await handler(new Request(address, { method: request.method() }));
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }
}
