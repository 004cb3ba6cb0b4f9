import type { NewsConsentWay, NewsPictureFormat } from '../../../../db/types.ts'

export interface PictureSize {
  format: NewsPictureFormat
  width: number
  height: number
  sha256: string
}

export interface NewsPicture {
  id: string
  article_id: string
  position: number
  alt: string
  caption: string
  photographer: string
  shows_persons: boolean
  /** The smallest first. */
  sizes: readonly PictureSize[]
}

export interface Consent {
  id: string
  picture_id: string | null
  person: string
  way: NewsConsentWay
  given_on: string
  note: string
  recorder_name: string
  recorded_at: Date
  ended_at: Date | null
}

const endings: Readonly<Record<NewsPictureFormat, string>> = { webp: 'webp', jpeg: 'jpg' }
const hashShown = 32

/** A name of its own for every content: "3f…-480.webp". */
export const pictureName = ({ sha256, width, format }: PictureSize) =>
  `${sha256.slice(0, hashShown)}-${width}.${endings[format]}`

const named = /^(?<hash>[0-9a-f]{32})-\d+\.(?:webp|jpg)$/u

/** The beginning of the hash that a name says; nothing when it is no such name. */
export const hashIn = (name: string): string | undefined => named.exec(name)?.groups?.['hash']

/** The size nearest to a width from above, else the largest there is. */
export function sizeNear({ sizes }: Pick<NewsPicture, 'sizes'>, format: NewsPictureFormat, width: number) {
  const ofFormat = sizes.filter((size) => size.format === format)
  return ofFormat.find((size) => size.width >= width) ?? ofFormat.at(-1)
}
