/*
 * The names under which preload and main process speak. Windows ask by `invoke`, one channel for
 * each thing the bridge does; the main process tells by `send`.
 */

/** What windows ask for. */
export const asks = [
  'postText',
  'pickFiles',
  'takeFiles',
  'pickTarget',
  'pickProject',
  'pickNewProject',
  'recentProjects',
  'setMenu',
  'setTitle',
] as const;
export type Ask = (typeof asks)[number];

/** Carries an EngineEvent to the window whose engine it comes from. */
export const eventChannel = 'event';
/** Carries the id of a command that was chosen outside the page. */
export const commandChannel = 'command';
