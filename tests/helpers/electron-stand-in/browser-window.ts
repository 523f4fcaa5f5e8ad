import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { emitPreventable } from './events.ts';
import type { Menu } from './menu.ts';
import { screen } from './screen.ts';
import type { Rectangle } from './settings.ts';
import { WebContents } from './web-contents.ts';

interface Options extends Partial<Rectangle> {
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: Readonly<Record<string, unknown>> & { readonly preload?: string };
}

const isWhole = (bounds: Partial<Rectangle>): boolean =>
  Object.values(bounds).every((value) => Number.isInteger(value));

/** Stands in for `BrowserWindow`: a page of Chromium, with the state of a window around it. */
export class BrowserWindow extends EventEmitter {
  static focused: BrowserWindow | null = null;
  readonly options: Options;
  readonly webContents: WebContents;
  title: string;
  menu: Menu | null = null;
  representedFile = '';
  #bounds: Rectangle;
  #isVisible: boolean;
  #isMinimized = false;
  #isMaximized = false;
  #isFullScreen = false;
  #isDestroyed = false;

  constructor(options: Options) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { width = 800, height = 600, webPreferences } = options;
    const { workArea } = screen.getDisplayMatching({ x: 0, y: 0, width: 1, height: 1 });
    const x = options.x ?? Math.round(workArea.x + (workArea.width - width) / 2);
    const y = options.y ?? Math.round(workArea.y + (workArea.height - height) / 2);
    this.options = options;
    this.#bounds = { x, y, width, height };
    if (!isWhole(this.#bounds)) throw new TypeError('Bounds are whole numbers');
    this.#isVisible = options.show ?? true;
    this.title = options.title ?? '';
    this.webContents = new WebContents(webPreferences?.preload ?? null);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    app.windows.add(this);
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return [...app.windows] as BrowserWindow[];
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  close(): void {
    if (this.#isDestroyed) return;
    if (emitPreventable(this, ['close'])) app.stay();
    else this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    if (BrowserWindow.focused === this) BrowserWindow.focused = null;
    void this.webContents.page.then((page) => page.close());
    this.emit('closed');
    app.forget(this);
  }

  show(): void {
    this.#isVisible = true;
    this.focus();
  }

  hide(): void {
    this.#isVisible = false;
  }

  focus(): void {
    if (BrowserWindow.focused === this) return;
    BrowserWindow.focused?.emit('blur');
    BrowserWindow.focused = this;
    this.emit('focus');
  }

  minimize(): void {
    this.#isMinimized = true;
  }

  restore(): void {
    this.#isMinimized = false;
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  setFullScreen(isFullScreen: boolean): void {
    this.#isFullScreen = isFullScreen;
  }

  setBounds(bounds: Rectangle): void {
    this.#bounds = bounds;
  }

  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  isFocused(): boolean {
    return BrowserWindow.focused === this;
  }

  isMinimized(): boolean {
    return this.#isMinimized;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  isFullScreen(): boolean {
    return this.#isFullScreen;
  }

  setTitle(title: string): void {
    this.title = title;
  }

  setMenu(menu: Menu | null): void {
    if (process.platform === 'darwin') throw new TypeError('setMenu is not a function');
    this.menu = menu;
  }

  setRepresentedFilename(path: string): void {
    if (process.platform !== 'darwin')
      throw new TypeError('setRepresentedFilename is not a function');
    this.representedFile = path;
  }
}
