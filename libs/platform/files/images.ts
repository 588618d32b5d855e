import sharp, { type Metadata, type Sharp } from 'sharp';
import { brokenImage, tooManyPixels } from './file-problems';

/** A picture that takes longer (s) is made to. */
const PATIENCE_S = 60;
/** A 50-megapixel phone camera just fits; decoded, such a picture takes 200 MB. */
const MOST_PIXELS = 50_000_000;

// Only what is taken is ever decoded: libvips knows many more formats, SVG and PDF among them.
sharp.block({ operation: ['VipsForeignLoad'] });
const TAKEN = ['Jpeg', 'Png', 'Webp'].flatMap((name) => [`${name}File`, `${name}Buffer`]);
sharp.unblock({ operation: TAKEN.map((name) => `VipsForeignLoad${name}`) });
sharp.cache(false);
sharp.concurrency(1);

const WRITERS: Record<string, (image: Sharp) => Sharp> = {
  'image/jpeg': (image) => image.jpeg({ quality: 88, mozjpeg: false }),
  'image/png': (image) => image.png({ compressionLevel: 8 }),
  'image/webp': (image) => image.webp({ quality: 88 }),
};

let turn: Promise<unknown> = Promise.resolve();

/**
 * Draws a picture anew into another file: upright, without what the camera or anybody else wrote into it (place, device,
 * hidden files), in colours that every screen shows. One at a time, because each may take much memory.
 */
export function redrawn(from: string, to: string, mediaType: string): Promise<{ width: number; height: number }> {
  const mine = turn.then(() => redraw(from, to, mediaType));
  turn = mine.catch(() => undefined);
  return mine;
}

async function redraw(from: string, to: string, mediaType: string): Promise<{ width: number; height: number }> {
  const { width, height } = await sizeOf(from);
  if (width * height > MOST_PIXELS) throw tooManyPixels(width, height, MOST_PIXELS);
  try {
    const upright = sharp(from, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: PATIENCE_S })
      .autoOrient();
    const drawn = await WRITERS[mediaType]!(upright).toFile(to);
    return { width: drawn.width, height: drawn.height };
  } catch (error) {
    throw isFault(error) ? error : brokenImage();
  }
}

/** From the header alone: nothing is decoded before its size is known. */
async function sizeOf(path: string): Promise<Pick<Metadata, 'width' | 'height'>> {
  try {
    return await sharp(path, { limitInputPixels: false }).metadata();
  } catch {
    throw brokenImage();
  }
}

/** Of the disk, not of the picture. */
function isFault(error: unknown): boolean {
  return /ENOSPC|EDQUOT|EIO|No space|unable to open for write/i.test(String(error));
}
