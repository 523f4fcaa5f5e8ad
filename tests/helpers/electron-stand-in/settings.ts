import { z } from 'zod';

const rectangleSchema = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });

const settingsSchema = z.object({
  userData: z.string(),
  documents: z.string(),
  /** What the main process shall take the system for. */
  platform: z.enum(['linux', 'darwin', 'win32']),
  /** The work area of each display, the main one first. */
  displays: z.array(rectangleSchema).min(1),
});

/** What the test says about the computer the app believes it runs on. */
export type StandInSettings = z.infer<typeof settingsSchema>;
export type Rectangle = z.infer<typeof rectangleSchema>;

/** The name of the variable that carries the settings to the app's process. */
export const settingsVariable = 'ELECTRON_STAND_IN';

/** The settings, in the app's process. */
export const readSettings = (): StandInSettings =>
  settingsSchema.parse(JSON.parse(process.env[settingsVariable] ?? 'null'));
