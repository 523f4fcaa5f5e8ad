import { z } from 'zod';
import { assertNever } from './assert-never.ts';
import { idSchema, nameSchema, positionSchema } from './id.ts';

export const attributeTypes = ['text', 'number', 'date'] as const;
export const attributeTypeSchema = z.enum(attributeTypes);
export type AttributeType = z.infer<typeof attributeTypeSchema>;

/** A typed variable of a case: age band, practice, pain duration in months. */
export const attributeSchema = z.object({
  id: idSchema,
  name: nameSchema,
  type: attributeTypeSchema,
  position: positionSchema,
});
export type Attribute = Readonly<z.infer<typeof attributeSchema>>;

/** What an attribute says of one case; numbers as typed with a full stop, dates as YYYY-MM-DD. */
export const attributeValueSchema = z.object({
  id: idSchema,
  attributeId: idSchema,
  caseId: idSchema,
  value: z.string().min(1).max(1000),
});
export type AttributeValue = Readonly<z.infer<typeof attributeValueSchema>>;

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** Why a value does not fit the type of its attribute, for people; null where it fits. */
export const misfit = (type: AttributeType, value: string): string | null => {
  switch (type) {
    case 'text':
      return null;
    case 'number':
      return /^-?\d+(?:\.\d+)?$/u.test(value)
        ? null
        : `‘${value}’ is not a number. Write digits with a full stop, for example 4.5.`;
    case 'date':
      return isDay(value)
        ? null
        : `‘${value}’ is not a date. Write year, month and day, for example 2026-03-14.`;
    default:
      return assertNever(type);
  }
};
