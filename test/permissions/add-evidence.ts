import type { Db } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/id.ts'
import { morning, type Cast } from '../cast.ts'

interface EvidenceIds {
  evidence: string
  citation: string
  /** A copy of it that is being made. */
  copy: string
}

/** A piece of the unit, and one of a unit in which nobody who asks works. */
export interface EvidencePlace extends EvidenceIds {
  fifth: EvidenceIds
}

/** A link of the unit, brought by somebody from elsewhere and cited once. */
export async function addEvidence(db: Db, cast: Cast, unit: string): Promise<EvidenceIds> {
  const [evidence, citation, copy] = [newId(), newId(), newId()]
  const link = `https://vtv.vn/${evidence}`
  const brought = { brought_by: cast.chi.account, bringer_name: cast.chi.name, brought_at: morning }
  const row = { id: evidence, bloc_year_id: cast.blocYear, unit_id: unit, medium: 'link', title: 'Phóng sự' } as const
  await db
    .insertInto('evidence')
    .values({ ...row, link, ...brought })
    .execute()
  const subject = { subject_kind: 'thu', subject_id: newId(), label: 'Báo cáo', path: '/viec-can-lam' }
  const cited = { cited_by: cast.chi.account, citer_name: cast.chi.name, cited_at: morning }
  await db
    .insertInto('evidence_citation')
    .values({ id: citation, evidence_id: evidence, unit_id: unit, ...subject, ...cited })
    .execute()
  const asked = { made_by: cast.chi.account, maker_name: cast.chi.name, asked_at: morning }
  await db
    .insertInto('evidence_copy')
    .values({ id: copy, evidence_id: evidence, ...asked })
    .execute()
  return { evidence, citation, copy }
}
