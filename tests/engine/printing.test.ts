import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { createHostPrinter, type PrintRequest, printed } from '#electron/engine/host-printing.ts';
import { createPrinter } from '#electron/engine/printing.ts';
import { Failure } from '#shared/contract/errors.ts';
import { findChromium } from '#tests/helpers/chromium.ts';

const page = new TextEncoder().encode(
  '<!doctype html><html lang="en"><title>Findings</title><h1>Findings</h1><p>One.</p></html>',
);
const never = new AbortController().signal;
const left = async (): Promise<readonly string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith(`understory-${process.pid}-`));

test('a page is printed to a tagged PDF by an installed Chromium, and nothing is left behind', async () => {
  const bytes = await createPrinter(findChromium).print(page, never);
  const text = Buffer.from(bytes).toString('latin1');
  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(text).toContain('/MarkInfo');
  expect(await left()).toEqual([]);
}, 60_000);

test('where there is no Chromium it says what to do instead', async () => {
  await expect(createPrinter(() => undefined).print(page, never)).rejects.toMatchObject({
    code: 'export-refused',
    message: expect.stringContaining('print it to PDF instead') as unknown,
  });
});

test('a program that makes no PDF is said to have made none', async () => {
  await expect(createPrinter(() => process.execPath).print(page, never)).rejects.toMatchObject({
    code: 'export-refused',
    message: expect.stringContaining('No file was written') as unknown,
  });
  expect(await left()).toEqual([]);
});

test('a page that is no longer wanted is not printed to its end', async () => {
  const stopping = AbortSignal.timeout(20);
  await expect(createPrinter(findChromium).print(page, stopping)).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(await left()).toEqual([]);
}, 30_000);

let channel: MessageChannel | undefined;
afterEach(() => {
  channel?.port1.close();
  channel = undefined;
});

/** A printer of the engine whose host prints like this. */
const withHost = (print: (html: Uint8Array) => Promise<Uint8Array>) => {
  channel = new MessageChannel();
  const { port1, port2 } = channel;
  port2.on('message', (request: PrintRequest) => {
    void printed(print, request).then((answer) => port2.postMessage(answer));
  });
  return createHostPrinter(port1);
};

test('a host that prints gets the page and hands back what it made', async () => {
  const printer = withHost((html) => Promise.resolve(html.slice(0, 9)));
  const made = await Promise.all([printer.print(page, never), printer.print(page.slice(9), never)]);
  expect(made.map((bytes) => new TextDecoder().decode(bytes))).toEqual(['<!doctype', ' html><ht']);
});

test('what a host fails at is said, in its words where it has any', async () => {
  const own = withHost(() => Promise.reject(new Failure('disk-full')));
  await expect(own.print(page, never)).rejects.toMatchObject({ code: 'disk-full' });
  channel?.port1.close();
  const other = withHost(() => Promise.reject(new Error('Printer on fire')));
  await expect(other.print(page, never)).rejects.toMatchObject({
    code: 'export-refused',
    details: 'Error: Printer on fire',
  });
});

test('a host that takes long is no longer waited for when the job is stopped', async () => {
  const printer = withHost(() => new Promise(() => undefined));
  await expect(printer.print(page, AbortSignal.timeout(20))).rejects.toMatchObject({
    code: 'cancelled',
  });
});
