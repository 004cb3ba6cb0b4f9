import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addOfficer, morning } from '../../../../test/cast.ts'
import { tasksOf } from '#domains/calendar/queries.ts'
import { factsOfYear } from '#domains/facts/queries.ts'
import { countsOfLog } from '#domains/movements/log/queries.ts'
import { closeConsultation } from '../drafts/close-consultation.ts'
import { closeDueConsultations } from '../drafts/close-due-consultations.ts'
import { correctText } from '../drafts/correct-text.ts'
import { openConsultation } from '../drafts/open-consultation.ts'
import { consultationOf, invitedUnits, provisionsOf } from '../drafts/queries.ts'
import { withdrawConsultation } from '../drafts/withdraw-consultation.ts'
import { decideComment } from '../table/decide-comment.ts'
import { publishOutcome } from '../table/publish-outcome.ts'
import { after, bringTestDraft, lawText, openTestDraft, type Opened } from '../testing/drafts.ts'
import { checkPublicComment } from './check-public-comment.ts'
import { correctComment } from './correct-comment.ts'
import { givePublicComment } from './give-public-comment.ts'
import { publicComments, sentComments } from './queries.ts'
import { removeComment } from './remove-comment.ts'
import { sendComments } from './send-comments.ts'
import { writeComment } from './write-comment.ts'

const year = { startsOn: '2023-01-01', endsOn: '2023-12-31' }
const wide = { text: '', proposed: '' }

const waits = async ({ db, cast }: Pick<Opened, 'db' | 'cast'>, actor = cast.binh) =>
  (await tasksOf(db, actor)).map(({ kind }) => kind).filter((kind) => kind.startsWith('consultation.'))

test('a draft is read, mended by hand by who keeps it, and fixed once it is opened', async () => {
  const { db, cast, ids } = await bringTestDraft()
  const fixed = {
    ...ids,
    version: 1,
    title: 'Nghị quyết',
    drafter: '',
    about: '',
    text: `${lawText}\nĐiều 3. Ba\nHết.`,
  }
  await expect(correctText(db, cast.binh, fixed, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await correctText(db, cast.an, fixed, morning)
  await expect(correctText(db, cast.an, fixed, morning)).rejects.toMatchObject({ name: 'Conflict' })
  expect((await provisionsOf(db, ids.consultation)).map(({ kind, number }) => `${kind} ${number}`)).toEqual([
    'chapter I',
    'article 1',
    'article 2',
    'article 3',
  ])
  const asking = { ...ids, closesOn: '2023-03-01', units: [], people: [], isPublic: false }
  const open = (more: object, actor = cast.an) => openConsultation(db, actor, { ...asking, ...more }, morning)
  await expect(open({ isPublic: true }, cast.binh)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(open({})).rejects.toMatchObject({ key: 'consultation.nobodyAsked' })
  await expect(open({ units: [cast.outsideUnit] })).rejects.toMatchObject({ key: 'consultation.notMember' })
  await expect(open({ people: [cast.chi.account] })).rejects.toMatchObject({ key: 'consultation.notPerson' })
  await expect(open({ isPublic: true, closesOn: '2023-02-19' })).rejects.toMatchObject({
    key: 'consultation.closesInPast',
  })
  await open({ units: [cast.units[0]] })
  await expect(correctText(db, cast.an, { ...fixed, version: 2 }, morning)).rejects.toMatchObject({
    key: 'consultation.not_correct',
  })
  expect(await waits({ db, cast })).toEqual(['consultation.comment'])
  await withdrawConsultation(db, cast.an, { ...ids, reason: 'Nhầm bản' }, morning)
  expect(await waits({ db, cast })).toEqual([])
})

test('an officer drafts, the leader sends, and what is sent counts in the log and the facts', async () => {
  const { db, cast, ids, articles } = await openTestDraft()
  const unit = cast.units[0] ?? ''
  const officer = { ...(await addOfficer(db, 'Phan Thị Lụa', unit)), memberships: cast.binh.memberships }
  const write = (more: object, actor = officer) =>
    writeComment(db, actor, { ...ids, ...wide, provision: undefined, unit, ...more }, morning)
  const article = articles[1]
  const asItStands = `${article.title}\n${article.body}`
  await expect(write({ provision: article.id, proposed: asItStands })).rejects.toMatchObject({
    key: 'policyComments.nothingSaid',
  })
  await expect(write({ text: 'Ý kiến' }, cast.leaders[1])).rejects.toMatchObject({ name: 'Forbidden' })
  const kept = await write({ provision: article.id, proposed: asItStands.replace('Mỗi năm', 'Mỗi quý') })
  const dropped = await write({ text: 'Nhất trí về cơ bản' })
  await expect(removeComment(db, cast.an, { ...ids, comment: dropped }, morning)).rejects.toMatchObject({
    name: 'Forbidden',
  })
  await removeComment(db, officer, { ...ids, comment: dropped }, morning)
  const fuller = { ...ids, comment: kept, version: 1, text: 'Họp nhiều hơn', proposed: '' }
  await correctComment(db, cast.binh, fuller, morning)
  await expect(correctComment(db, officer, fuller, morning)).rejects.toMatchObject({ name: 'Conflict' })
  expect(await sentComments(db, ids.consultation)).toEqual([])
  const sending = { ...ids, unit, hasNone: false }
  await expect(sendComments(db, officer, sending, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  const both = await Promise.allSettled([1, 2].map(() => sendComments(db, cast.binh, sending, morning)))
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await sentComments(db, ids.consultation)).toMatchObject([
    { text: 'Họp nhiều hơn', state: 'sent', unit_id: unit },
  ])
  expect(await waits({ db, cast })).toEqual([])
  const count = async (number: string) =>
    (await countsOfLog(db, ids.blocYear, { kind: 'policy-comments', number }, year)).get(unit)
  expect([await count('drafts'), await count('comments'), await count('accepted')]).toEqual(['1', '1', undefined])
  await write({ text: 'Thêm một ý' })
  await sendComments(db, cast.binh, sending, morning)
  expect([await count('drafts'), await count('comments')]).toEqual(['1', '2'])
  const facts = await factsOfYear(db, ids.blocYear, { unit, prefix: 'consultation.' })
  expect(facts.map(({ key, value }) => `${key} ${value}`)).toEqual([
    'consultation.accepted 0',
    'consultation.comments 2',
    'consultation.drafts 1',
  ])
})

test('a unit that agrees says so, a person who was asked speaks at once, and nobody after the last day', async () => {
  const { db, cast, ids } = await openTestDraft()
  const second = cast.leaders[1] ?? cast.chi
  const [, unit = ''] = cast.units
  await expect(sendComments(db, second, { ...ids, unit, hasNone: false }, morning)).rejects.toMatchObject({
    key: 'policyComments.nothingToSend',
  })
  await sendComments(db, second, { ...ids, unit, hasNone: true }, morning)
  expect((await invitedUnits(db, ids.consultation)).find((one) => one.unit === unit)).toMatchObject({ has_none: true })
  const own = { ...ids, provision: undefined, unit: undefined, text: 'Ý kiến riêng', proposed: '' }
  await expect(writeComment(db, second, own, morning)).rejects.toMatchObject({ key: 'policyComments.notAsked' })
  await writeComment(db, cast.leaders[5] ?? cast.chi, own, morning)
  expect(await sentComments(db, ids.consultation)).toMatchObject([{ origin: 'member', writer: 'Đỗ Hải Yến' }])
  await expect(writeComment(db, cast.leaders[5] ?? cast.chi, own, after)).rejects.toMatchObject({
    key: 'policyComments.notOpen',
  })
  await closeDueConsultations(db, new Date('2023-03-01T23:59:00+07:00'))
  expect((await consultationOf(db, ids.blocYear, ids.consultation)).state).toBe('open')
  await closeDueConsultations(db, new Date('2023-03-02T00:00:00+07:00'))
  expect((await consultationOf(db, ids.blocYear, ids.consultation)).state).toBe('closed')
})

test('what the public writes is neither shown nor counted before a person looked at it', async () => {
  const { db, cast, ids, slug, articles } = await openTestDraft()
  const given = { slug, provision: articles[0].id, writer: '', place: 'Nam Trực', text: 'Nên rõ hơn', proposed: '' }
  await givePublicComment(db, given, morning)
  await givePublicComment(db, { ...given, provision: undefined, text: 'Quảng cáo' }, morning)
  expect(await sentComments(db, ids.consultation)).toEqual([])
  expect(await waits({ db, cast }, cast.an)).toContain('consultation.check')
  const [first, second] = await publicComments(db, ids.consultation)
  const check = (comment = '', verdict: 'show' | 'hide' = 'show', reason = '', actor = cast.an) =>
    checkPublicComment(db, actor, { ...ids, comment, verdict, reason }, morning)
  await expect(check(first?.id, 'show', '', cast.binh)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(check(second?.id, 'hide')).rejects.toMatchObject({ key: 'policyComments.reasonMissing' })
  await check(second?.id, 'hide', 'Quảng cáo')
  await check(first?.id)
  expect(await sentComments(db, ids.consultation)).toMatchObject([{ text: 'Nên rõ hơn', written_by: null }])
  expect(await waits({ db, cast }, cast.an)).not.toContain('consultation.check')
  const entries = await sql<{ actor_name: string; account_id: string | null }>`select actor_name, account_id
    from audit_entry where subject_id = ${ids.consultation} and action = 'policyComments.publicWrote'`.execute(db)
  expect(entries.rows).toEqual(Array.from({ length: 2 }, () => ({ actor_name: 'Người dân', account_id: null })))
  await expect(givePublicComment(db, given, after)).rejects.toMatchObject({ key: 'policyComments.notOpen' })
})

test('each comment is decided on by another unit, and one who decided alone does not publish', async () => {
  const { db, cast, ids } = await openTestDraft()
  const [unit = ''] = cast.units
  const own = { ...ids, provision: undefined, text: 'Một ý', proposed: '' }
  await writeComment(db, cast.binh, { ...own, unit }, morning)
  await writeComment(db, cast.an, { ...own, unit: cast.headUnit }, morning)
  await sendComments(db, cast.binh, { ...ids, unit, hasNone: false }, morning)
  await sendComments(db, cast.an, { ...ids, unit: cast.headUnit, hasNone: false }, morning)
  const sent = await sentComments(db, ids.consultation)
  const of = (wanted: string) => sent.find(({ unit_id }) => unit_id === wanted)?.id ?? ''
  const decide = (comment: string, actor = cast.an, outcome: 'accepted' | 'refused' = 'accepted', reason = '') =>
    decideComment(db, actor, { ...ids, comment, outcome, reason }, morning)
  await expect(decide(of(unit))).rejects.toMatchObject({ key: 'consultation.not_decide' })
  await expect(closeConsultation(db, cast.binh, ids, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await closeConsultation(db, cast.an, ids, morning)
  await expect(decide(of(unit), cast.binh)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(decide(of(cast.headUnit))).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(decide(of(unit), cast.an, 'refused')).rejects.toMatchObject({ key: 'policyComments.reasonMissing' })
  await decide(of(unit), cast.dung)
  const publish = (actor = cast.dung) => publishOutcome(db, actor, { ...ids, note: '' }, morning)
  await expect(publish(cast.an)).rejects.toMatchObject({ key: 'policyComments.undecided' })
  await decide(of(cast.headUnit), cast.dung, 'refused', 'Đã có ở Điều 1')
  await expect(publish()).rejects.toMatchObject({ name: 'Forbidden' })
  await publish(cast.an)
  await expect(publish(cast.an)).rejects.toMatchObject({ key: 'consultation.not_publish' })
  const taken = await countsOfLog(db, ids.blocYear, { kind: 'policy-comments', number: 'accepted' }, year)
  expect([taken.get(unit), taken.get(cast.headUnit)]).toEqual(['1', '0'])
  await expect(decide(of(unit), cast.dung)).rejects.toMatchObject({ key: 'consultation.not_decide' })
  const touched = sql`update policy_comment set decided_by = written_by where id = ${of(unit)}`.execute(db)
  await expect(touched).rejects.toThrow(/check constraint/)
})
