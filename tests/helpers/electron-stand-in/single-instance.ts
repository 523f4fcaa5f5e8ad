import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** What a second instance hands to the first. */
export interface SecondInstance {
  readonly argv: readonly string[];
  readonly folder: string;
  readonly data: unknown;
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const holderOf = (lock: string): number | null => {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return null;
  }
};

/** One instance per folder of user data, as the operating system keeps it for Electron. */
export class SingleInstance {
  readonly #lock: string;
  readonly #socket: string;
  #server: Server | null = null;
  /** Ends when what this instance had to tell the first one is told. */
  told: Promise<void> = Promise.resolve();

  constructor(userData: string) {
    mkdirSync(userData, { recursive: true });
    const name = createHash('sha256').update(userData).digest('hex').slice(0, 16);
    this.#lock = join(userData, 'instance.lock');
    this.#socket =
      process.platform === 'win32' ? `\\\\.\\pipe\\stand-in-${name}` : join(userData, 'i.sock');
  }

  /** True for the first instance, which then hears of later ones; false for those. */
  request(data: unknown, hear: (second: SecondInstance) => void): boolean {
    const holder = holderOf(this.#lock);
    if (holder !== null && holder !== process.pid && isRunning(holder)) {
      this.told = this.#tell({ argv: process.argv, folder: process.cwd(), data });
      return false;
    }
    writeFileSync(this.#lock, String(process.pid));
    rmSync(this.#socket, { force: true });
    this.#server = createServer((connection) => {
      let text = '';
      connection.on('data', (chunk) => {
        text += chunk.toString();
      });
      connection.on('end', () => hear(JSON.parse(text) as SecondInstance));
    }).listen(this.#socket);
    return true;
  }

  /** Makes room for another first instance. */
  release(): void {
    if (this.#server === null) return;
    this.#server.close();
    rmSync(this.#lock, { force: true });
  }

  #tell(second: SecondInstance): Promise<void> {
    return new Promise((resolve, reject) => {
      const connection = connect(this.#socket, () => connection.end(JSON.stringify(second)));
      connection.on('close', () => resolve());
      connection.on('error', reject);
    });
  }
}
