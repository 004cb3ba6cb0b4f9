import type { Db } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/id.ts'
import { morning, type Cast } from '../cast.ts'

/** Drafts that a bloc comments on, and what one of its units says and supervises. */
export interface ConsultationPlace {
  draftConsultation: string
  /** Open to all units and to everyone, with a comment of somebody that waits. */
  openConsultation: string
  openSlug: string
  provision: string
  publicComment: string
  /** Closed, with a comment of the fifth unit, in which nobody who asks works. */
  closedConsultation: string
  sentComment: string
  /** Drafted by the unit. */
  unitComment: string
  plannedSupervision: string
  heldSupervision: string
  recommendation: string
}

type OfUnit = Pick<ConsultationPlace, 'unitComment' | 'plannedSupervision' | 'heldSupervision' | 'recommendation'>

async function addDraft(db: Db, cast: Cast, state: 'draft' | 'open' | 'closed') {
  const [id, provision] = [newId(), newId()]
  const slug = `du-thao-${id.slice(-12)}`
  const days = state === 'draft' ? {} : { opened_on: '2023-02-01', closes_on: '2023-03-01', is_public: true }
  const closed = state === 'closed' ? { closed_at: morning } : {}
  const row = { id, bloc_year_id: cast.blocYear, slug, title: 'Nghị quyết mẫu', source_text: 'Điều 1. Một', state }
  await db
    .insertInto('consultation')
    .values({ ...row, ...days, ...closed, brought_by: cast.chi.account, brought_at: morning })
    .execute()
  await db
    .insertInto('provision')
    .values({ id: provision, consultation_id: id, position: 1, kind: 'article', number: '1', title: 'Một' })
    .execute()
  const asked = cast.units.map((unit_id) => ({ consultation_id: id, unit_id }))
  if (state !== 'draft') await db.insertInto('consultation_unit').values(asked).execute()
  return { id, slug, provision }
}

/** What a bloc's year holds for all its units. */
export async function addConsultations(db: Db, cast: Cast): Promise<Omit<ConsultationPlace, keyof OfUnit>> {
  const draft = await addDraft(db, cast, 'draft')
  const open = await addDraft(db, cast, 'open')
  const closed = await addDraft(db, cast, 'closed')
  const [publicComment, sentComment] = [newId(), newId()]
  await db
    .insertInto('policy_comment')
    .values({
      id: publicComment,
      consultation_id: open.id,
      origin: 'public',
      text: 'Ý dân',
      state: 'waiting',
      written_at: morning,
    })
    .execute()
  await db
    .insertInto('policy_comment')
    .values({
      id: sentComment,
      consultation_id: closed.id,
      origin: 'unit',
      unit_id: cast.units[4] ?? '',
      written_by: cast.chi.account,
      text: 'Ý đơn vị',
      state: 'sent',
      written_at: morning,
      sent_at: morning,
      sent_by: cast.chi.account,
    })
    .execute()
  return {
    draftConsultation: draft.id,
    openConsultation: open.id,
    openSlug: open.slug,
    provision: open.provision,
    publicComment,
    closedConsultation: closed.id,
    sentComment,
  }
}

async function addSupervision(db: Db, cast: Cast, unit: string, held_on: string | null): Promise<string> {
  const id = newId()
  const told = { kind: 'supervision', title: 'Giám sát', subject: 'UBND huyện', planned_on: '2023-02-18' } as const
  const state = held_on === null ? 'planned' : 'held'
  await db
    .insertInto('supervision')
    .values({
      id,
      bloc_year_id: cast.blocYear,
      ...told,
      lead_unit_id: unit,
      held_on,
      state,
      created_by: cast.an.account,
      created_at: morning,
    })
    .execute()
  return id
}

/** What one of its units has to say, and what it leads. */
export async function addSayings(db: Db, cast: Cast, unit: string, consultation: string): Promise<OfUnit> {
  const [unitComment, recommendation] = [newId(), newId()]
  await db
    .insertInto('policy_comment')
    .values({
      id: unitComment,
      consultation_id: consultation,
      origin: 'unit',
      unit_id: unit,
      written_by: cast.chi.account,
      text: 'Ý soạn',
      state: 'draft',
      written_at: morning,
    })
    .execute()
  const heldSupervision = await addSupervision(db, cast, unit, '2023-02-18')
  const asked = { text: 'Rà soát', addressee: 'UBND huyện', due_on: '2023-03-01' }
  await db
    .insertInto('supervision_recommendation')
    .values({
      id: recommendation,
      supervision_id: heldSupervision,
      position: 1,
      ...asked,
      added_by: cast.an.account,
      added_at: morning,
    })
    .execute()
  return {
    unitComment,
    recommendation,
    heldSupervision,
    plannedSupervision: await addSupervision(db, cast, unit, null),
  }
}
