import { z } from 'zod';
import { attributeSchema, attributeValueSchema } from '#shared/model/attribute.ts';
import { caseSchema } from '#shared/model/case.ts';
import { idSchema, positionSchema } from '#shared/model/id.ts';
import { call } from './call.ts';
import { fileTokenSchema } from './project.ts';

const fields = attributeSchema.omit({ id: true }).shape;

/** What an attribute shall say of a case from now on; null takes the value away. */
const settingSchema = z.strictObject({
  attributeId: idSchema,
  caseId: idSchema,
  value: z.string().trim().min(1).max(1000).nullable(),
});

const cellSchema = z.string().trim().min(1).max(1000).nullable();

/** Typed variables of cases, and what they say of each case. */
export const attributesCalls = {
  'attributes.list': call({
    effect: 'read',
    summary: 'All attributes, in their order',
    input: z.strictObject({}),
    output: z.array(attributeSchema).readonly(),
  }),
  'attributes.create': call({
    effect: 'edit',
    summary: 'Add an attribute, as the last one',
    input: z.strictObject({ name: fields.name, type: fields.type.default('text') }),
    output: attributeSchema,
  }),
  'attributes.update': call({
    effect: 'edit',
    summary: 'Rename an attribute or change its type, which its values must fit',
    input: z.strictObject({
      id: idSchema,
      name: fields.name.optional(),
      type: fields.type.optional(),
    }),
    output: attributeSchema,
  }),
  'attributes.move': call({
    effect: 'edit',
    summary: 'Move an attribute to a place among the others',
    input: z.strictObject({ id: idSchema, position: positionSchema }),
    output: z.array(attributeSchema).readonly(),
  }),
  'attributes.delete': call({
    effect: 'edit',
    summary: 'Delete an attribute with its values; undo brings all of it back',
    input: z.strictObject({ id: idSchema }),
    output: z.object({ values: z.int() }),
  }),
  'attributes.values': call({
    effect: 'read',
    summary: 'What attributes say: of all cases, of one case, or the values named by id',
    input: z.strictObject({
      caseId: idSchema.optional(),
      ids: z.array(idSchema).max(5000).optional(),
    }),
    output: z.array(attributeValueSchema).readonly(),
  }),
  'attributes.setValue': call({
    effect: 'edit',
    summary: 'Say what an attribute is of a case; null takes the value away',
    input: settingSchema,
    output: attributeValueSchema.nullable(),
  }),
  'attributes.setValues': call({
    effect: 'edit',
    summary: 'Say what attributes are of many cases at once, as one step',
    input: z.strictObject({ values: z.array(settingSchema).min(1).max(100_000) }),
    output: z.object({ changed: z.int() }),
  }),
  'attributes.readTable': call({
    effect: 'job',
    summary:
      'Read a file as a table (.csv, .tsv): its rows, the first with the heads; nothing is stored',
    input: z.strictObject({ file: fileTokenSchema, name: z.string().max(500).optional() }),
    output: z.object({
      file: z.string(),
      rows: z.array(z.array(z.string()).readonly()).readonly(),
      warnings: z.array(z.string()).readonly(),
    }),
  }),
  'attributes.setTable': call({
    effect: 'edit',
    summary:
      'Set a table of cases by attributes as one step: cases and attributes that are not there are added, an empty cell leaves what is there',
    input: z.strictObject({
      attributes: z
        .array(z.strictObject({ name: fields.name, type: fields.type }))
        .min(1)
        .max(500),
      rows: z
        .array(
          z.strictObject({
            pseudonym: caseSchema.shape.pseudonym,
            /** One for each of the attributes, in their order; null for an empty cell. */
            values: z.array(cellSchema).max(500),
          }),
        )
        .min(1)
        .max(20_000),
    }),
    output: z.object({ cases: z.int(), attributes: z.int(), values: z.int() }),
  }),
} as const;
