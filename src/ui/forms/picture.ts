import {base64OfBlob} from '../../gitlab/bytes.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';

const texts = uiFormsFieldsTexts.picture;

/** A picture as GitLab takes it: a square PNG of at most 200 KiB. */
export interface ReadyPicture {
  readonly base64: string;
  /** Its size in bytes. */
  readonly size: number;
  /** For an image element. */
  readonly url: string;
}

/** How a picture that is no square becomes one: all of it with a margin, or its middle. */
export type Fit = 'whole' | 'middle';

/** A file that cannot be made a picture of; the message is for the user. */
export class PictureFault extends Error {}

/** GitLab's limit, in bytes. */
const mostBytes = 204_800;
/** Bytes of a file that is looked at, at most. */
const mostRead = 50_000_000;
/** Sides in px, the first whose picture is small enough is taken. The last one always is. */
const sides = [512, 384, 256, 192] as const;

type Drawable = {readonly image: CanvasImageSource; readonly width: number; readonly height: number; close(): void};

/** A vector picture has no pixels of its own, so the browser draws it in an image element. */
async function vector(blob: Blob): Promise<Drawable> {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${await base64OfBlob(blob)}`;
  await image.decode();
  const [side] = sides;
  return {image, width: image.naturalWidth || side, height: image.naturalHeight || side, close: () => undefined};
}

async function decode(blob: Blob): Promise<Drawable> {
  if (blob.type === 'image/svg+xml') return vector(blob);
  const bitmap = await createImageBitmap(blob);
  return {image: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close()};
}

/** In a canvas of the page's: Firefox does not give back what was drawn of a page's image in a canvas of another world. */
function draw({image, width, height}: Drawable, side: number, fit: Fit): string {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (context === null) throw new PictureFault(texts.cannotDraw);
  const scale = fit === 'whole' ? side / Math.max(width, height) : side / Math.min(width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, (side - width * scale) / 2, (side - height * scale) / 2, width * scale, height * scale);
  return canvas.toDataURL('image/png');
}

/**
 * Makes a picture that GitLab takes of any file that the browser can show: cropped or padded to a square, scaled, encoded.
 * Of an animation the first picture is taken.
 *
 * @throws PictureFault for everything that is no picture
 */
export async function readPicture(blob: Blob, fit: Fit): Promise<ReadyPicture> {
  if (blob.size > mostRead) throw new PictureFault(texts.tooLarge);
  const drawable = await decode(blob).catch(() => {
    throw new PictureFault(texts.noPicture);
  });
  try {
    if (drawable.width === 0 || drawable.height === 0) throw new PictureFault(texts.isEmpty);
    for (const side of sides) {
      const url = draw(drawable, side, fit);
      const base64 = url.slice(url.indexOf(',') + 1);
      const size = Math.floor((base64.replace(/={1,2}$/, '').length * 3) / 4);
      if (size <= mostBytes) return {base64, size, url};
    }
    throw new PictureFault(texts.notSmallEnough);
  } finally {
    drawable.close();
  }
}
