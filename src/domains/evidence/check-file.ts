import type { Pictures } from '#capabilities/pictures/open-pictures.ts'
import type { FileMedium } from '#capabilities/pictures/sniff-medium.ts'
import { demandQuietPdf } from '#capabilities/signatures/uploads/demand-quiet-pdf.ts'
import type { PdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import type { Content } from '#platform/content.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'

export interface CheckedFile {
  content: Content
  name: string
  medium: FileMedium
  mediaType: string
}

/** How many bytes a medium may have on a day. */
export async function mostBytes(db: Db | Tx, medium: FileMedium, today: string): Promise<number> {
  const row = await db
    .selectFrom('evidence_limit')
    .select('most_bytes')
    .where('medium', '=', medium)
    .where('from_on', '<=', today)
    .orderBy('from_on', 'desc')
    .executeTakeFirst()
  return row?.most_bytes ?? 0
}

export interface CheckPieces {
  pictures: Pictures
  pdfs: PdfReader
  today: string
}

const megabytes = (bytes: number) => Math.floor(bytes / 1_048_576)

async function demandKnown(pictures: Pictures, content: Content) {
  const seen = await pictures.sniff(content)
  if (!seen.ok) throw new RuleViolation(`evidence.${seen.fault}`)
  if ('fault' in seen.what) throw new RuleViolation(`evidence.${seen.what.fault}`)
  return seen.what
}

async function demandDrawable(pictures: Pictures, { medium, content }: CheckedFile) {
  if (medium === 'office') return
  const seen = await pictures.look(medium, content)
  if (!seen.ok) throw new RuleViolation(`evidence.${seen.fault}`)
}

/** Refuses what is no evidence, too large, a bomb, or does more than lie still; before anything decodes it. */
export async function checkFile(
  db: Db | Tx,
  { content, name }: Pick<CheckedFile, 'content' | 'name'>,
  { pictures, pdfs, today }: CheckPieces,
): Promise<CheckedFile> {
  if (content.length === 0) throw new RuleViolation('evidence.noFile')
  const { medium, mediaType } = await demandKnown(pictures, content)
  const most = await mostBytes(db, medium, today)
  if (content.length > most) throw new RuleViolation('evidence.fileTooLarge', { most: megabytes(most) })
  await demandQuietPdf(pdfs, content)
  const file = { content, name: name.normalize('NFC').slice(-200), medium, mediaType }
  await demandDrawable(pictures, file)
  return file
}
