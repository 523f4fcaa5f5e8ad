import { z } from 'zod';
import { idSchema } from './id.ts';
import { mapNodeKindSchema } from './relation.ts';

/** Where somebody put a theme or code on the map: its upper left corner, in pixels at 100 %. */
export const mapPlaceSchema = z.object({
  id: idSchema,
  nodeKind: mapNodeKindSchema,
  nodeId: idSchema,
  x: z.number().min(-1_000_000).max(1_000_000),
  y: z.number().min(-1_000_000).max(1_000_000),
});
export type MapPlace = Readonly<z.infer<typeof mapPlaceSchema>>;
