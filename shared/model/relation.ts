import { z } from 'zod';
import { idSchema } from './id.ts';

/** What stands on the thematic map. */
const mapNodeKinds = ['theme', 'code'] as const;
export const mapNodeKindSchema = z.enum(mapNodeKinds);
export type MapNodeKind = z.infer<typeof mapNodeKindSchema>;

/** A labelled relation on the thematic map, read from one theme or code to another. */
export const relationSchema = z.object({
  id: idSchema,
  fromKind: mapNodeKindSchema,
  fromId: idSchema,
  toKind: mapNodeKindSchema,
  toId: idSchema,
  label: z.string().max(200),
});
export type Relation = Readonly<z.infer<typeof relationSchema>>;
