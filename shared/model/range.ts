import { z } from 'zod';

/** A half-open range `[start, end)` of a source's text, in UTF-16 code units. */
const rangeSchema = z.object({ start: z.int().min(0), end: z.int().min(1) });
export type Range = Readonly<z.infer<typeof rangeSchema>>;
