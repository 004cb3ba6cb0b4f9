import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { sha256Of, storeFile, type FileStore } from '#platform/files.ts'
import { line, optionalDay, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/queue.ts'
import { mayBring } from './access.ts'
import { checkFile, type CheckedFile } from './check-file.ts'
import { citeEvidence } from './cite-evidence.ts'
import { leadsTo } from './evidence.ts'
import type { EvidencePieces } from './pieces.ts'
import { linkHosts } from './queries.ts'
import type { Subject, SubjectKey } from './subject.ts'

/** What is told of a piece, file or link. */
export const tellingInput = z.object({
  unit: z.uuid(),
  title: line(200),
  shows: optionalLine(1000),
  documentNumber: optionalLine(60),
  documentOn: optionalDay(),
  documentIssuer: optionalLine(200),
  takenOn: optionalDay(),
})

export const linkInput = tellingInput.extend({ link: line(500) })

type Telling = z.output<typeof tellingInput> & { blocYear: string; subject?: SubjectKey | undefined }

export interface Added {
  id: string
  /** The unit had brought the same before; nothing was stored twice, and that piece is cited. */
  isKnown: boolean
}

export interface AddingPieces extends EvidencePieces {
  now: Date
}

interface Source {
  medium: CheckedFile['medium'] | 'link'
  file_sha256: string | null
  file_name: string
  link: string | null
}

function checkDays({ documentOn, takenOn }: Telling, today: string) {
  if ([documentOn, takenOn].some((day) => day !== undefined && day > today))
    throw new RuleViolation('evidence.dayInFuture')
}

const known = (tx: Tx, { blocYear, unit }: Telling, source: Source) =>
  tx
    .selectFrom('evidence')
    .select('id')
    .where('bloc_year_id', '=', blocYear)
    .where('unit_id', '=', unit)
    .where('withdrawn_at', 'is', null)
    .where((where) =>
      source.link === null ? where('file_sha256', '=', source.file_sha256) : where('link', '=', source.link),
    )
    .executeTakeFirst()

/** The subject must be one that this person may bring evidence for, and of the same unit. */
async function subjectFor(tx: Tx, actor: Actor, { subject }: Telling, { readSubject }: EvidencePieces) {
  if (subject === undefined) return undefined
  const read = await readSubject(tx, actor, subject)
  demand(read !== undefined)
  return read
}

async function insert(tx: Tx, actor: Actor, { telling, source }: { telling: Telling; source: Source }, now: Date) {
  const id = newId()
  await tx
    .insertInto('evidence')
    .values({
      ...source,
      id,
      bloc_year_id: telling.blocYear,
      unit_id: telling.unit,
      title: telling.title,
      shows: telling.shows,
      document_number: telling.documentNumber,
      document_on: telling.documentOn ?? null,
      document_issuer: telling.documentIssuer,
      taken_on: telling.takenOn ?? null,
      brought_by: actor.account,
      bringer_name: actor.name,
      brought_at: now,
    })
    .execute()
  const facts = { title: telling.title, medium: source.medium, sha256: source.file_sha256, link: source.link }
  await record(tx, actor, now, { action: 'evidence.added', subject: { kind: 'evidence', id }, facts })
  return id
}

interface Bringing {
  telling: Telling
  /** Puts the bytes where they stay, inside the transaction. */
  keep: (tx: Tx) => Promise<Source>
}

async function bring(db: Db, actor: Actor, { telling, keep }: Bringing, pieces: AddingPieces): Promise<Added> {
  const { now } = pieces
  demand(mayBring(actor, telling))
  checkDays(telling, dayOf(now))
  return db.transaction().execute(async (tx) => {
    await lockYear(tx, telling.blocYear)
    const subject: Subject | undefined = await subjectFor(tx, actor, telling, pieces)
    const source = await keep(tx)
    const before = await known(tx, telling, source)
    const id = before?.id ?? (await insert(tx, actor, { telling, source }, now))
    if (subject !== undefined) await citeEvidence(tx, actor, { evidence: id, subject }, now)
    return { id, isKnown: before !== undefined }
  })
}

async function keepFile(tx: Tx, files: FileStore, { content, medium, mediaType, name }: CheckedFile): Promise<Source> {
  const sha256 = await storeFile(tx, files, content, mediaType)
  const row = { sha256, medium, media_type: mediaType }
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('evidence_content')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows > 0n) await enqueue(tx, 'read-evidence', { sha256 }, { key: `read-evidence-${sha256}` })
  return { medium, file_sha256: sha256, file_name: name, link: null }
}

/** Brings a file as evidence of a unit, and cites it for a subject where one is named. The bytes are kept once. */
export async function addEvidence(
  db: Db,
  actor: Actor,
  input: Telling & { file: Pick<CheckedFile, 'content' | 'name'> },
  pieces: AddingPieces,
): Promise<Added> {
  const { file, ...telling } = input
  demand(mayBring(actor, telling))
  const checked = await checkFile(db, file, { ...pieces, today: dayOf(pieces.now) })
  // Before the transaction: a slow store must not hold the year's lock, and bytes without a row are harmless.
  await pieces.files.put(sha256Of(checked.content), checked.content)
  return bring(db, actor, { telling, keep: (tx) => keepFile(tx, pieces.files, checked) }, pieces)
}

/** Brings the address of a video or a page as evidence. It is kept as data and never fetched. */
export async function addLink(
  db: Db,
  actor: Actor,
  { link, ...telling }: Telling & { link: string },
  pieces: AddingPieces,
): Promise<Added> {
  const hosts = await linkHosts(db, dayOf(pieces.now))
  if (
    !leadsTo(
      link,
      hosts.map(({ host }) => host),
    )
  ) {
    const names = [...new Set(hosts.map(({ name }) => name))].join(', ')
    throw new RuleViolation('evidence.otherHost', { names })
  }
  const keep = async (): Promise<Source> => ({
    medium: 'link',
    file_sha256: null,
    file_name: '',
    link: new URL(link).href,
  })
  return bring(db, actor, { telling, keep }, pieces)
}
