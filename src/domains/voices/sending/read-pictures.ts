import type { Pictures } from '#capabilities/pictures/open-pictures.ts'
import { RuleViolation } from '#platform/errors.ts'
import type { CleanPicture } from './write-opinion.ts'

const mostBytes = 6 * 1024 * 1024
const mostPictures = 3

async function drawn(pictures: Pictures, file: File): Promise<CleanPicture> {
  if (file.size > mostBytes) throw new RuleViolation('voices.pictureTooLarge')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const sniffed = await pictures.sniff(bytes)
  const isPicture = sniffed.ok && 'medium' in sniffed.what && sniffed.what.medium === 'picture'
  if (!isPicture) throw new RuleViolation('voices.notAPicture')
  const shown = await pictures.show('picture', bytes)
  const [large] = shown.ok ? shown.what.large : []
  if (large === undefined) throw new RuleViolation('voices.notAPicture')
  return large
}

/** Draws the pictures of a form anew: names, places and times of the files are left behind here. */
export async function readPictures(pictures: Pictures, files: ReadonlyMap<string, File>): Promise<CleanPicture[]> {
  if (files.size > mostPictures) throw new RuleViolation('voices.tooManyPictures')
  const all: CleanPicture[] = []
  for (const file of files.values()) all.push(await drawn(pictures, file))
  return all
}
