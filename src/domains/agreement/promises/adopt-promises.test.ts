import { beforeEach, describe, expect, test } from 'vitest'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { adoptTargets } from '#domains/targets/cards/adopt-targets.ts'
import { removeTarget } from '#domains/targets/cards/remove-target.ts'
import { assignmentsOfTarget, targetsOf } from '#domains/targets/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { newCode, newId } from '#platform/id.ts'
import { startDraft } from '../drafting/start-draft.ts'
import { clausesOfAgreement } from '../queries.ts'
import { adoptPromises } from './adopt-promises.ts'
import { lockAdopted, lockPromised } from './lock-promised.ts'
import { linkedMovements, linkedTargets } from './queries.ts'

let db: Db
let cast: Cast
let agreement: string
let clauses: Awaited<ReturnType<typeof clausesOfAgreement>>

beforeEach(async () => {
  ;({ db } = await testDatabase())
  cast = await makeCast(db)
  const head = {
    title: 'Giao ước',
    theme: '',
    place: '',
    signing_on: '2023-02-23',
    sign_by: null,
    witness: '',
    copies: null,
  }
  const unit = cast.units[1] ?? ''
  const beginning = {
    head,
    clauses: [
      { section: 'commitment' as const, text: 'Giúp mỗi xã một việc cụ thể.' },
      { section: 'movement' as const, text: 'Dân vận khéo', details: { from: '2021', to: '2025', scope: '' } },
      {
        section: 'target' as const,
        text: 'Tỷ lệ học chuyên đề từ 90% trở lên',
        details: { measure: '', plan: '', unit: '' },
      },
      { section: 'target' as const, text: 'Vận động ít nhất 5 nhà', details: { measure: '', plan: '', unit } },
    ],
  }
  agreement = await startDraft(db, cast.an, { blocYear: cast.blocYear, origin: 'template', beginning }, morning)
  clauses = await clausesOfAgreement(db, agreement)
})

const choose = (...choices: string[]) => choices.map((choice, index) => ({ clause: clauses[index]?.id ?? '', choice }))

const adopt = (actor = cast.an, ...choices: string[]) =>
  adoptPromises(db, actor, { agreement, choices: choose(...choices) }, morning)

/** As far as the state goes; signing itself is tried elsewhere. */
async function bringTo(state: 'frozen' | 'signed') {
  const document = newId()
  const row = { id: document, code: newCode(12), title: 'Giao ước', text_sha256: '', fields: '[]', created_at: morning }
  await db.insertInto('signed_document').values(row).execute()
  const fixed = { canonical_text: '{}', text_sha256: 'x', document_id: document }
  const signed_at = state === 'signed' ? morning : null
  await db
    .updateTable('agreement')
    .set({ state, signed_at, ...fixed })
    .where('id', '=', agreement)
    .execute()
  return document
}

describe('what a bloc promised', () => {
  test('becomes targets and movements as the head chose, linked both ways', async () => {
    await bringTo('frozen')
    await expect(adopt(cast.binh, 'make')).rejects.toThrow(Forbidden)
    await adopt(cast.an, 'none', 'make', 'make', 'make')
    const [share, houses] = await targetsOf(db, cast.blocYear)
    expect(share).toMatchObject({ code: 'CT01', measure: 'percent', state: 'draft', direction: 'more' })
    expect((await linkedTargets(db, cast.blocYear)).map(({ clause, code }) => [clause, code])).toEqual([
      [clauses[2]?.id, 'CT01'],
      [clauses[3]?.id, 'CT02'],
    ])
    expect(await linkedMovements(db, agreement)).toMatchObject([{ clause: clauses[1]?.id, title: 'Dân vận khéo' }])
    const given = (await assignmentsOfTarget(db, houses?.id ?? '')).filter((one) => one.is_assigned)
    expect(given).toMatchObject([{ unit_id: cast.units[1], planned: '5' }])
  })

  test('is made once, however often the button is pressed, and nothing of a text that may still change', async () => {
    await expect(adopt(cast.an, 'none', 'none', 'make')).rejects.toMatchObject({ key: 'promises.notFixed' })
    await bringTo('frozen')
    const both = await Promise.allSettled([
      adopt(cast.an, 'none', 'none', 'make'),
      adopt(cast.an, 'none', 'none', 'make'),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await targetsOf(db, cast.blocYear)).toHaveLength(1)
  })

  test('is locked with the signing as far as it is in force, and later as it is put in force', async () => {
    await bringTo('frozen')
    await adopt(cast.an, 'none', 'none', 'make')
    const announce = lockAdopted
    await adoptTargets(db, cast.an, cast.blocYear, { now: morning, announce })
    expect((await targetsOf(db, cast.blocYear))[0]?.locked_by_document).toBeNull()
    const document = await bringTo('signed')
    await db.transaction().execute((tx) => lockPromised(tx, cast.blocYear, morning))
    expect((await targetsOf(db, cast.blocYear))[0]?.locked_by_document).toBe(document)

    await adopt(cast.an, 'none', 'none', 'none', 'make')
    expect((await targetsOf(db, cast.blocYear))[1]?.locked_by_document).toBeNull()
    await adoptTargets(db, cast.an, cast.blocYear, { now: morning, announce })
    expect((await targetsOf(db, cast.blocYear))[1]?.locked_by_document).toBe(document)
  })

  test('may stand for a target that is there, and a draft that is deleted takes its link along', async () => {
    await bringTo('frozen')
    await adopt(cast.an, 'none', 'none', 'make')
    const [target] = await targetsOf(db, cast.blocYear)
    await adopt(cast.an, target?.id ?? '')
    expect(await linkedTargets(db, cast.blocYear)).toMatchObject([{ clause: clauses[0]?.id, target: target?.id }])
    const unknown = adopt(cast.an, newId())
    await expect(unknown).rejects.toMatchObject({ key: 'promises.unknownTarget' })
    await removeTarget(db, cast.an, target?.id ?? '', morning)
    expect(await linkedTargets(db, cast.blocYear)).toEqual([])
  })
})
