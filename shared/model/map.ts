import { z } from 'zod';
import { codeSchema } from './code.ts';
import { idSchema } from './id.ts';
import { mapPlaceSchema } from './map-place.ts';
import { relationSchema } from './relation.ts';
import { themeCodeSchema, themeSchema } from './theme.ts';

/**
 * What the thematic map is made of: themes that are not retired (parents before subthemes), the codes
 * that stand in them or in a relation, and every relation and place.
 */
export const thematicMapSchema = z.object({
  themes: z
    .array(themeSchema.pick({ id: true, parentId: true, name: true, concept: true, status: true }))
    .readonly(),
  codes: z.array(codeSchema.pick({ id: true, name: true, colour: true })).readonly(),
  placed: z.array(themeCodeSchema.pick({ themeId: true, codeId: true })).readonly(),
  relations: z.array(relationSchema).readonly(),
  places: z.array(mapPlaceSchema).readonly(),
});
export type ThematicMap = Readonly<z.infer<typeof thematicMapSchema>>;
export type MapTheme = ThematicMap['themes'][number];
export type MapCode = ThematicMap['codes'][number];

/** Where the layout puts a theme or code: its upper left corner, in pixels at 100 %. */
export const mapSpotSchema = z.object({ id: idSchema, x: z.number(), y: z.number() });
export type MapSpot = Readonly<z.infer<typeof mapSpotSchema>>;

/** The map as a drawing: SVG, with its size in pixels at 100 %. */
export const mapDrawingSchema = z.object({
  svg: z.string(),
  width: z.number(),
  height: z.number(),
});
export type MapDrawing = Readonly<z.infer<typeof mapDrawingSchema>>;
