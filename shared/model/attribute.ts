import { z } from 'zod';
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
