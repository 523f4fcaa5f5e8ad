import { z } from 'zod';
import { idSchema, instantSchema, nameSchema } from './id.ts';

/** The person who coded. */
export const coderSchema = z.object({ id: idSchema, name: nameSchema, createdAt: instantSchema });
export type Coder = Readonly<z.infer<typeof coderSchema>>;
