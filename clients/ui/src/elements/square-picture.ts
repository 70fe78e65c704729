import { NatterError } from '@natter/sdk';

/** Pixels of each side, at most. */
const SIDE = 640;
const QUALITY = 0.88;

/**
 * The middle of a picture, square and upright, as a JPEG: nothing else of the file goes on its way. Rejected with a NatterError
 * (`unsupported_media_type`) if the browser sees no picture in it.
 */
export async function squarePicture(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new NatterError('unsupported_media_type', 'The browser sees no picture in it.');
  });
  const { width, height } = picture;
  const from = Math.min(width, height);
  const side = Math.min(from, SIDE);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const pen = canvas.getContext('2d', { alpha: false })!;
  // A JPEG has no holes to see through.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, side, side);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, (width - from) / 2, (height - from) / 2, from, from, 0, 0, side, side);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new TypeError('the browser writes no JPEG')) : resolve(blob)),
      'image/jpeg',
      QUALITY,
    );
  });
}
