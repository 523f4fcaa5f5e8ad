/**
 * Where a worker's code is: the TypeScript beside this file when run from source, the built file
 * beside the bundle otherwise.
 */
export const workerUrl = (name: string): URL =>
  new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
