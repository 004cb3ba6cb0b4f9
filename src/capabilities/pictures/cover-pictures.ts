import sharp, { type Sharp } from 'sharp'
import { findWords } from './find-words.ts'
import { openPdfPages } from './pdf-pages.ts'
import { Refused, type Box, type Covered } from './picture-job.ts'
import { picturesAsPdf, type PdfSheet } from './pictures-as-pdf.ts'
import { openPicture } from './read-picture.ts'

/** About 200 dots an inch on A4: legible in print. */
const mostAcross = 2400
const mostCoveredPages = 60

interface Whole {
  width: number
  height: number
}

/** The part of a box that lies on the picture, in whole points and never too small. */
function onPicture(box: Box, { width, height }: Whole) {
  const left = Math.max(0, Math.floor(box.left * width))
  const top = Math.max(0, Math.floor(box.top * height))
  const right = Math.min(width, Math.ceil((box.left + box.width) * width))
  const bottom = Math.min(height, Math.ceil((box.top + box.height) * height))
  return { left, top, width: right - left, height: bottom - top }
}

/** Black where the boxes lie: the points below them are gone before anything is compressed. */
async function blacken(picture: Sharp, boxes: readonly Box[]): Promise<{ bytes: Uint8Array } & Whole> {
  const { data, info } = await picture.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  for (const box of boxes) {
    const { left, top, width, height } = onPicture(box, info)
    for (let row = top; row < top + height; row++) {
      const start = (row * info.width + left) * info.channels
      data.fill(0, start, start + Math.max(0, width) * info.channels)
    }
  }
  return { bytes: data, width: info.width, height: info.height }
}

async function asJpeg(picture: Sharp, boxes: readonly Box[]) {
  const { bytes, width, height } = await blacken(picture, boxes)
  const jpeg = await sharp(bytes, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 82 })
    .toBuffer()
  return { bytes: jpeg, width, height }
}

interface Covers {
  words: readonly string[]
  boxes: readonly Box[]
}

async function coverPdf(bytes: Uint8Array, { words, boxes }: Covers): Promise<Covered> {
  const pdf = await openPdfPages(bytes)
  if (pdf.count > mostCoveredPages) throw new Refused('tooManyPages')
  const sheets: PdfSheet[] = []
  let places = 0
  for (let page = 0; page < pdf.count; page++) {
    const found = findWords(page + 1, pdf.lettersOf(page), words)
    places += found.length
    const { width: pageWidth, height: pageHeight } = pdf.sizeOf(page)
    const own = boxes.filter((box) => box.page === page + 1)
    const jpeg = await asJpeg(await pdf.draw(page, mostAcross), [...found, ...own])
    sheets.push({ ...jpeg, pageWidth, pageHeight })
  }
  return { bytes: picturesAsPdf(sheets), pages: pdf.count, places }
}

async function coverPicture(bytes: Uint8Array, { boxes }: Covers): Promise<Covered> {
  const small = openPicture(bytes)
    .flatten({ background: '#fff' })
    .resize({ width: mostAcross, height: mostAcross, fit: 'inside', withoutEnlargement: true })
  const jpeg = await asJpeg(small, boxes)
  return { bytes: jpeg.bytes, pages: 1, places: 0 }
}

/** A copy made of points alone: whatever lay under a box, or beside the picture in the file, is in it no more. */
export const coverPictures = (medium: 'pdf' | 'picture', bytes: Uint8Array, covers: Covers) =>
  medium === 'pdf' ? coverPdf(bytes, covers) : coverPicture(bytes, covers)
