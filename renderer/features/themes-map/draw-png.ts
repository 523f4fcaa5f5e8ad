import type { MapDrawing } from '#shared/model/map.ts';

/** Twice the size on the screen, so that print stays sharp. */
const sharp = 2;
/** The most that Chromium draws: pixels along one side, and in all. */
const mostAlong = 16_384;
const mostInAll = 120_000_000;

/** A picture in base64, and how many times the size on the screen it is. */
interface Picture {
  readonly base64: string;
  readonly scale: number;
}

const loaded = (url: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The drawing of the map could not be read'));
    image.src = url;
  });

const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/u, '') : '');
    reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read'));
    reader.readAsDataURL(blob);
  });

/** Draws a map as a PNG at twice its size, or as large as a picture can be. */
export const drawPng = async ({ svg, width, height }: MapDrawing): Promise<Picture> => {
  const scale = Math.min(
    sharp,
    mostAlong / Math.max(width, height),
    Math.sqrt(mostInAll / (width * height)),
  );
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = await loaded(url);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(width * scale));
    canvas.height = Math.max(1, Math.floor(height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('The picture could not be drawn');
    return { base64: await base64Of(blob), scale };
  } finally {
    URL.revokeObjectURL(url);
  }
};
