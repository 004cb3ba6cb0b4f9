import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { storeFile, type FileStore } from '#platform/files.ts'
import { day, line, optionalDay, optionalLine, ticked } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { sniffMediaType } from '#platform/media-type.ts'
import { mayKeepUnits } from '../access.ts'
import { mostDocumentBytes, type MandateFact } from '../mandates/mandate.ts'
import { checkUnits, lockTree } from './check-units.ts'
import {
  deedKinds,
  documentLine,
  endedBy,
  faultOfSides,
  foreignUnitsOf,
  newUnitsOf,
  type Deed,
  type UnitFact,
} from './deed.ts'
import { endUnits } from './end-units.ts'
import { foundUnits } from './found-units.ts'
import { moveUnits } from './move-units.ts'
import { renameUnit } from './rename-unit.ts'

const ids = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/u).filter((id) => id !== ''))
  .pipe(z.array(z.uuid()))

/** The deciding document, as it is typed; its number may be unknown, and then this must be said. */
export const documentInput = z.object({
  documentName: line(200),
  documentNumber: optionalLine(80),
  numberUnknown: ticked().default(false),
  documentOn: optionalDay(),
  documentIssuer: line(200),
})

export const recordDeedInput = documentInput.extend({
  kind: z.enum(deedKinds),
  effectiveOn: day(),
  /** Units of this tenant by id; those of others and new ones as lines of text. */
  before: ids,
  beforeElsewhere: z.string().max(4000).default('').transform(foreignUnitsOf),
  after: ids,
  afterElsewhere: z.string().max(4000).default('').transform(foreignUnitsOf),
  afterNew: z.string().max(4000).default('').transform(newUnitsOf),
  /** The level of new units; that of the first unit before, unless said otherwise. */
  level: optionalLine(20),
  anotherUnit: ticked().default(false),
})
export type RecordDeed = z.output<typeof recordDeedInput>

export interface RecordingDeed extends Telling<MandateFact | UnitFact> {
  files: FileStore
  /** The document itself, if it is at hand: PDF, PNG or JPEG. */
  document?: Uint8Array | undefined
}

type DocumentInput = z.output<typeof documentInput>

/** The number is typed, or said to be unknown; a document does not take effect before it is issued. */
function checkDocument({ documentNumber, numberUnknown, documentOn }: DocumentInput, effectiveOn: string) {
  if (documentNumber === '' && !numberUnknown) throw new RuleViolation('lineage.number')
  if (documentNumber !== '' && numberUnknown) throw new RuleViolation('lineage.numberBoth')
  if (documentOn !== undefined && documentOn > effectiveOn) {
    throw new RuleViolation('lineage.documentLater', { on: documentOn, from: effectiveOn })
  }
}

/** The columns of the document. */
export function documentOf(input: DocumentInput, effectiveOn: string) {
  checkDocument(input, effectiveOn)
  return {
    document_name: input.documentName,
    document_number: input.documentNumber === '' ? null : input.documentNumber,
    document_on: input.documentOn ?? null,
    document_issuer: input.documentIssuer,
  }
}

function mediaTypeOf(document: Uint8Array): string {
  if (document.length > mostDocumentBytes) throw new RuleViolation('mandates.documentTooLarge')
  const mediaType = sniffMediaType(document)
  if (mediaType === undefined) throw new RuleViolation('mandates.notAPaper')
  return mediaType
}

async function keepDocument(tx: Tx, { files, document }: RecordingDeed): Promise<string | null> {
  if (document === undefined || document.length === 0) return null
  return storeFile(tx, files, document, mediaTypeOf(document))
}

async function insertDeed(tx: Tx, actor: Actor, input: RecordDeed, recording: RecordingDeed): Promise<Deed> {
  const row = {
    id: newId(),
    kind: input.kind,
    effective_on: input.effectiveOn,
    ...documentOf(input, input.effectiveOn),
    document_sha256: await keepDocument(tx, recording),
  }
  await tx
    .insertInto('deed')
    .values({ ...row, recorded_by: actor.account, recorded_at: recording.now })
    .execute()
  return { ...row, undone_at: null, undone_reason: null, parties: [] }
}

/** What a deed does to units, by kind; who ends, ends after the units that go on are there. */
async function apply(tx: Tx, deed: Deed, input: RecordDeed, doing: { actor: Actor } & RecordingDeed) {
  if (input.kind === 'rename') return renameUnit(tx, deed, input)
  if (input.kind === 'move') return moveUnits(tx, deed, input)
  const after = await foundUnits(tx, deed, input)
  await endUnits(tx, deed, { units: endedBy(input), after }, doing)
}

/**
 * One decided reorganisation: names, parents and states of the units change from its day on, mandates and memberships of
 * ended units end with it, and what was signed before stays as it is. Answers with the deed's id.
 */
export async function recordDeed(db: Db, actor: Actor, input: RecordDeed, recording: RecordingDeed): Promise<string> {
  demand(mayKeepUnits(actor))
  const fault = faultOfSides(input)
  if (fault !== undefined) throw new RuleViolation(`lineage.${fault}`)
  return db.transaction().execute(async (tx) => {
    await lockTree(tx)
    const names = await checkUnits(tx, input, dayOf(recording.now))
    const deed = await insertDeed(tx, actor, input, recording)
    await apply(tx, deed, input, { actor, ...recording })
    await record(tx, actor, recording.now, {
      action: 'deed.recorded',
      subject: { kind: 'deed', id: deed.id },
      facts: {
        kind: deed.kind,
        from: deed.effective_on,
        document: documentLine(deed),
        before: [...names.before, ...input.beforeElsewhere.map(({ name }) => name)].join(', '),
        after: [...names.after, ...input.afterNew.map(({ fullName }) => fullName)]
          .concat(input.afterElsewhere.map(({ name }) => name))
          .join(', '),
      },
    })
    return deed.id
  })
}
