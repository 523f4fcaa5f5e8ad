import { z } from 'zod';

/**
 * How a study does thematic analysis; the words and offers of the app follow. In a *reflexive* one
 * themes are made by the researcher, and counts and agreement between coders say little.
 */
export const approaches = ['reflexive', 'codebook', 'framework'] as const;
export const approachSchema = z.enum(approaches);
export type Approach = z.infer<typeof approachSchema>;
