import { app } from './app.ts';

type Handler = (request: Request) => Response | Promise<Response>;
interface Scheme {
  readonly scheme: string;
  readonly privileges?: Readonly<Record<string, boolean>>;
}

/** Stands in for Electron's `protocol`, with its rules about when each call may be made. */
class Protocol {
  privileged: readonly Scheme[] | null = null;
  readonly handlers = new Map<string, Handler>();

  registerSchemesAsPrivileged(schemes: readonly Scheme[]): void {
    if (app.isReady()) throw new Error('Schemes are declared before the app is ready');
    if (this.privileged !== null) throw new Error('Schemes are declared once');
    this.privileged = schemes;
  }

  handle(scheme: string, handler: Handler): void {
    if (!app.isReady()) throw new Error('A scheme is handled once the app is ready');
    if (this.handlers.has(scheme)) throw new Error(`${scheme}: is handled already`);
    this.handlers.set(scheme, handler);
  }
}

export const protocol = new Protocol();
