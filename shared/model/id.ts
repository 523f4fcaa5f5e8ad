import { z } from 'zod';

/** A record's id: a UUID in text form. New ids are UUIDv7; imported ones may be of any version. */
export const idSchema = z.guid().toLowerCase();
export type Id = string;

/** An instant: ISO 8601 in UTC with milliseconds. */
export const instantSchema = z.iso.datetime({ precision: 3 });

/** A short name a person gives to something: trimmed, not empty, on one line. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, 'A name cannot be empty')
  .max(200, 'A name can have at most 200 characters')
  .regex(/^[^\r\n]*$/u, 'A name stays on one line');

/** Plain text of any length a person writes. */
export const proseSchema = z.string().max(1_000_000);

/** A place among siblings, counted from 0. */
export const positionSchema = z.int().min(0);
