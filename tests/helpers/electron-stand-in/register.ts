import { registerHooks } from 'node:module';

/*
 * Loaded with --import before the app's main process: whoever imports `electron` then gets the
 * stand-in, and the main process runs as it was built.
 */

const standIn = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
