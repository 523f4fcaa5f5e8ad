import type { Platform } from '#shared/contract/platform.ts';
import { browserPlatform } from './browser-platform.ts';
import { desktopPlatform } from './desktop-platform.ts';

/** The host this window runs on, picked once. */
export const platform: Platform =
  window.understory === undefined ? browserPlatform() : desktopPlatform(window.understory);
