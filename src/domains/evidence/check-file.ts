import type { Pictures } from '#capabilities/pictures/open-pictures.ts'
import { sniffMedium, type FileMedium } from '#capabilities/pictures/sniff-medium.ts'
import { demandQuietPdf } from '#capabilities/signatures/uploads/demand-quiet-pdf.ts'
import type { PdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'

export interface CheckedFile {
  bytes: Uint8Array
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

async function demandDrawable(pictures: Pictures, { medium, bytes }: CheckedFile) {
  if (medium === 'office') return
  const seen = await pictures.look(medium, bytes)
  if (!seen.ok) throw new RuleViolation(`evidence.${seen.fault}`)
}

/** Refuses what is no evidence, too large, a bomb, or does more than lie still; before anything decodes it. */
export async function checkFile(
  db: Db | Tx,
  { bytes, name }: Pick<CheckedFile, 'bytes' | 'name'>,
  { pictures, pdfs, today }: CheckPieces,
): Promise<CheckedFile> {
  if (bytes.length === 0) throw new RuleViolation('evidence.noFile')
  const sniffed = sniffMedium(bytes)
  if ('fault' in sniffed) throw new RuleViolation(`evidence.${sniffed.fault}`)
  const { medium, mediaType } = sniffed
  const most = await mostBytes(db, medium, today)
  if (bytes.length > most) throw new RuleViolation('evidence.fileTooLarge', { most: megabytes(most) })
  await demandQuietPdf(pdfs, bytes)
  const file = { bytes, name: name.normalize('NFC').slice(-200), medium, mediaType }
  await demandDrawable(pictures, file)
  return file
}
