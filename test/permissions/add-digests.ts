import type { Db } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/id.ts'
import { morning, type Cast } from '../cast.ts'

/** Digests of a bloc in each state, a case and a list of one of its units, and a topic; all begun by somebody else. */
export interface DigestPlace {
  /** A draft with one sentence. */
  digest: string
  digestClause: string
  /** Finished by somebody who does not ask. */
  finishedDigest: string
  careCase: string
  /** In its preview, and entered without an opinion. */
  opinionIntake: string
  enteredIntake: string
  topic: string
}

async function addDigest(db: Db, cast: Cast, isFinished: boolean): Promise<string> {
  const id = newId()
  const by = { started_by: cast.chi.account, started_at: morning }
  const closed = {
    state: 'finished',
    finished_by: cast.chi.account,
    finished_at: morning,
    paper: JSON.stringify({
      profile: 'state',
      language: 'vi',
      documentDate: '2023-02-20',
      metadata: { author: 'Khối' },
      head: { parent: [], body: ['KHỐI'], placeAndDate: 'Nam Định, ngày 20 tháng 02 năm 2023' },
      title: 'BÁO CÁO',
      blocks: [{ kind: 'paragraph', text: 'Không có ý kiến.' }],
    }),
    paper_sha256: '0'.repeat(64),
  } as const
  await db
    .insertInto('voice_digest')
    .values({
      id,
      bloc_year_id: cast.blocYear,
      kind: 'sudden',
      from_on: '2023-02-01',
      to_on: '2023-02-10',
      issuer: 'Khối thi đua',
      dated_on: '2023-02-20',
      ...by,
      ...(isFinished ? closed : {}),
    })
    .execute()
  return id
}

async function addIntake(db: Db, cast: Cast, unit: string, isEntered: boolean): Promise<string> {
  const id = newId()
  const entered = { state: 'applied', decided_by: cast.dung.account, decided_at: morning, added: 0 } as const
  const brought = { file_name: 'y-kien.xlsx', file_sha256: '0'.repeat(64), uploaded_by: cast.chi.account }
  await db
    .insertInto('opinion_intake')
    .values({
      id,
      bloc_year_id: cast.blocYear,
      unit_id: unit,
      uploaded_at: morning,
      ...brought,
      ...(isEntered ? entered : {}),
    })
    .execute()
  return id
}

async function addTopic(db: Db, cast: Cast): Promise<string> {
  const id = newId()
  await db
    .insertInto('opinion_topic')
    .values({ id, bloc_id: cast.bloc, name: `Chủ đề ${id}`, position: 1 })
    .execute()
  return id
}

export async function addDigests(db: Db, cast: Cast, unit: string): Promise<DigestPlace> {
  const [digest, digestClause, careCase] = [await addDigest(db, cast, false), newId(), newId()]
  await db
    .insertInto('voice_digest_clause')
    .values({
      id: digestClause,
      digest_id: digest,
      section: 'general',
      position: 1,
      text: 'Câu của người soạn',
      changed_at: morning,
    })
    .execute()
  const by = { entered_by: cast.chi.account, entrant_name: cast.chi.name, entered_at: morning }
  await db
    .insertInto('care_case')
    .values({
      id: careCase,
      bloc_year_id: cast.blocYear,
      unit_id: unit,
      title: 'Đòi lương',
      received_on: '2023-02-01',
      ...by,
    })
    .execute()
  return {
    digest,
    digestClause,
    careCase,
    finishedDigest: await addDigest(db, cast, true),
    opinionIntake: await addIntake(db, cast, unit, false),
    enteredIntake: await addIntake(db, cast, unit, true),
    topic: await addTopic(db, cast),
  }
}
