import { z } from 'zod';

const parsesAs = (schema: z.ZodType, value: string): boolean => {
  try {
    return schema.safeParse(JSON.parse(value)).success;
  } catch {
    return false;
  }
};

/** A field that holds the JSON of `schema`; `message` says what it should be. */
export const jsonTextSchema = (schema: z.ZodType, message: string) =>
  z
    .string()
    .max(5_000_000)
    .refine((value) => parsesAs(schema, value), message);
