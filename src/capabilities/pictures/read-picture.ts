import sharp, { type Sharp } from 'sharp'
import { mostPixels, Refused, type Looked, type Shown } from './picture-job.ts'

/** One frame, turned as the camera was held; what it holds besides the picture is left behind by whatever is made of it. */
export const openPicture = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 }).autoOrient()

/** Reads the head of the file alone: an image of a million lines is refused before any of it is decoded. */
export async function lookAtPicture(bytes: Uint8Array): Promise<Looked> {
  const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
  const { width, height } = autoOrient
  if (width * height > mostPixels) throw new Refused('tooManyPixels')
  return { width, height, pages: 1 }
}

export async function asWebp(picture: Sharp, most: number): Promise<Shown> {
  const made = picture.resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await made.webp({ quality: 76 }).toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

const [across, down] = [9, 8]
/** A sheet of one colour looks like every other: below this nothing is said of it. */
const leastSpread = 8

/**
 * 64 bits: whether each of 8 × 8 places is darker than the next one. They stay nearly the same when the picture is
 * saved again or made smaller; not when it is cropped or turned.
 */
export async function likenessOf(bytes: Uint8Array): Promise<string | null> {
  const shrunk = openPicture(bytes).flatten({ background: '#fff' }).greyscale()
  const { data, info } = await shrunk.resize(across, down, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true })
  const points = Array.from({ length: across * down }, (_, index) => data[index * info.channels] ?? 0)
  const mean = points.reduce((sum, point) => sum + point, 0) / points.length
  const spread = Math.sqrt(points.reduce((sum, point) => sum + (point - mean) ** 2, 0) / points.length)
  if (spread < leastSpread) return null
  const pairs = points.flatMap((point, index) => ((index + 1) % across === 0 ? [] : [point < (points[index + 1] ?? 0)]))
  return pairs.map((isDarker) => (isDarker ? '1' : '0')).join('')
}
