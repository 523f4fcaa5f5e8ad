import { z } from 'zod';
import { idSchema } from '#shared/model/id.ts';
import { mapDrawingSchema, mapSpotSchema, thematicMapSchema } from '#shared/model/map.ts';
import { mapPlaceSchema } from '#shared/model/map-place.ts';
import { mapNodeKindSchema } from '#shared/model/relation.ts';
import { call } from './call.ts';

const place = mapPlaceSchema.shape;

/** The thematic map: themes, subthemes, codes, where they stand. Its relations are calls of their own. */
export const mapCalls = {
  'map.get': call({
    effect: 'read',
    summary: 'What the thematic map is made of: themes, the codes in them, relations and places',
    input: z.strictObject({}),
    output: thematicMapSchema,
  }),
  'map.layout': call({
    effect: 'read',
    summary: 'Where the automatic layout puts each theme and code, places given by hand aside',
    input: z.strictObject({ codes: z.boolean().default(true) }),
    output: z.array(mapSpotSchema).readonly(),
  }),
  'map.svg': call({
    effect: 'read',
    summary: 'The map as a drawing (SVG)',
    input: z.strictObject({ codes: z.boolean().default(true) }),
    output: mapDrawingSchema,
  }),
  'map.place': call({
    effect: 'edit',
    summary: 'Put themes and codes somewhere on the map, by their upper left corners',
    input: z.strictObject({
      nodes: z
        .array(z.strictObject({ kind: mapNodeKindSchema, id: idSchema, x: place.x, y: place.y }))
        .min(1)
        .max(10_000)
        .readonly(),
    }),
    output: z.array(mapPlaceSchema).readonly(),
  }),
  'map.clearPlaces': call({
    effect: 'edit',
    summary: 'Forget where themes and codes were put by hand, so that all are laid out again',
    input: z.strictObject({}),
    output: z.object({ cleared: z.int() }),
  }),
} as const;
