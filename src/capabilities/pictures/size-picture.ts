import type { Sharp } from 'sharp'
import { lookAtPicture, openPicture } from './read-picture.ts'
import type { Sized, SizedAll } from './picture-job.ts'

/** For a telephone, a column of text, and a screen of twice the points. */
const widths = [480, 960, 1600] as const

const formats = {
  webp: (picture: Sharp) => picture.webp({ quality: 72 }),
  jpeg: (picture: Sharp) => picture.jpeg({ quality: 76, mozjpeg: true }),
} as const satisfies Record<Sized['format'], (picture: Sharp) => Sharp>

/** No size is larger than the picture itself; one that is smaller than all is kept as it is. */
const widthsFor = (own: number) => [...new Set(widths.map((width) => Math.min(width, own)))]

/** The picture for public pages, in the widths and formats that browsers choose from; nothing else of the file is in them. */
export async function sizePicture(bytes: Uint8Array): Promise<SizedAll> {
  const { width: own } = await lookAtPicture(bytes)
  const sizes: Sized[] = []
  for (const width of widthsFor(own)) {
    for (const format of ['webp', 'jpeg'] as const) {
      const resized = openPicture(bytes).flatten({ background: '#fff' }).resize({ width })
      const { data, info } = await formats[format](resized).toBuffer({ resolveWithObject: true })
      sizes.push({ format, bytes: data, width: info.width, height: info.height })
    }
  }
  return { sizes }
}
