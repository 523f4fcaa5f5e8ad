/** Handlers and the engine turn what was thrown into a failure in the one way the project does. */
export { toFailure } from '#electron/project/errors.ts';
