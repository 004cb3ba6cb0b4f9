import { beforeAll, expect, test } from 'vitest'
import { makeCast, morning, type Cast } from '../../../test/cast.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { openTestWeb } from '../../../test/web.ts'
import { rollOf, type InviteeRow } from './attendance/queries.ts'
import { arrivalCode, invitationCode } from './invitations/invitation-code.ts'
import { writeInvitation } from './invitations/write-invitation.ts'
import { conferencePaths } from './paths.ts'
import { planConference, planConferenceInput } from './plan-conference.ts'
import { conferenceById } from './queries.ts'
import { conferenceRoutes } from './routes.tsx'

const secretKey = 'khóa thử'
let db: TestDatabase['db']
let cast: Cast
let web: ReturnType<typeof openTestWeb>
let conference: string
let roll: InviteeRow[]
const at = () => [cast.blocSlug, '2023', conference] as [string, string, string]

beforeAll(async () => {
  ;({ db } = await testDatabase())
  cast = await makeCast(db)
  const renderer = { renderPdf: () => Promise.reject(new Error('nothing is printed here')) }
  web = openTestWeb(db, conferenceRoutes({ renderer, secretKey, announce: async () => {} }))
  const input = {
    blocYear: cast.blocYear,
    pattern: 'signing',
    title: 'Hội nghị ký giao ước',
    heldOn: '20/02/2023',
    startsAt: '14:00',
    place: 'Hội trường',
    chair: cast.an.account,
    secretary: cast.binh.account,
  }
  conference = await planConference(db, cast.an, planConferenceInput.parse(input), morning)
  await web.as(cast.an).post(conferencePaths.invitations(...at()))
  roll = await rollOf(db, conference)
})

const codeOf = (index: number) => invitationCode({ id: roll[index]?.id ?? '', edition: 1 }, secretKey)

test('a wrong time comes back with what was typed, and the other bloc reads nothing', async () => {
  const [bloc, year] = at()
  const form = { pattern: 'other', title: 'Họp', heldOn: '20/02/2023', startsAt: 'chiều' }
  const { status, text } = await web.as(cast.an).post(conferencePaths.plan(bloc, year), form)
  expect(status).toBe(422)
  expect(text).toContain('value="chiều"')
  expect((await web.as(cast.chi).get(conferencePaths.one(...at()))).status).toBe(403)
  expect((await web.as(cast.binh).get(conferencePaths.list(bloc, year))).text).toContain('Hội nghị ký giao ước')
})

test('an entry for the calendar tells wall time of Vietnam, and is cancelled under the same UID', async () => {
  const row = await conferenceById(db, conference)
  const people = { organizer: { name: 'Khối', email: 'k@x.vn' }, invitee: { name: 'Ánh', email: 'a@x.vn' } }
  const about = { site: 'http://namdinh.test', description: '', now: morning, ...people }
  const asked = writeInvitation({ conference: row, ...about })
  expect(asked.method).toBe('REQUEST')
  for (const line of [
    'METHOD:REQUEST',
    'DTSTART;TZID=Asia/Ho_Chi_Minh:20230220T140000',
    `UID:conference-${conference}`,
  ])
    expect(asked.content).toContain(line)
  const cancelled = writeInvitation({ conference: { ...row, state: 'cancelled', sequence: 3 }, ...about })
  expect(cancelled.content).toContain('METHOD:CANCEL')
  expect(cancelled.content).toMatch(/SEQUENCE:3[\s\S]*STATUS:CANCELLED/u)
  expect(cancelled.content).toContain(`UID:conference-${conference}`)
})

test('by the link one answers and arrives without an account, and nobody keeps the page', async () => {
  const path = conferencePaths.invitation(codeOf(0))
  const stranger = web.as(null)
  const { status, text, headers } = await stranger.get(path)
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(text).toContain('Trả lời giấy mời của Nguyễn Thị Ngọc Ánh')
  const refused = await stranger.post(path, { answer: 'proxy', proxyName: 'Trần Thị Hoa' })
  expect([refused.status, refused.text.includes('value="Trần Thị Hoa"')]).toEqual([422, true])
  expect((await stranger.post(path, { answer: 'accepted' })).status).toBe(303)
  expect((await stranger.get(path)).text).toContain('Đã ghi trả lời: sẽ dự.')
  await stranger.post(conferencePaths.arrival(codeOf(0)))
  expect((await stranger.get(path)).text).toContain('Đã ghi có mặt.')
  expect((await stranger.get(conferencePaths.invitation('khong-ai-biet'))).status).toBe(404)
})

test('the code on the screen lists who has not come yet; another code tells nothing', async () => {
  const stranger = web.as(null)
  const path = conferencePaths.checkIn(conference, arrivalCode(conference, morning, secretKey))
  expect((await stranger.get(path)).text).toContain('Trần Văn Bình')
  const { text } = await stranger.post(path, { invitee: roll[1]?.id ?? '' })
  expect(text).toContain('Đã ghi có mặt.')
  const other = await stranger.get(conferencePaths.checkIn(conference, 'x'))
  expect(other.text).toContain('Mã đã hết hạn')
  expect(other.text).not.toContain('Hội nghị ký giao ước')
})

test('the secretary ticks, opens and steers, and the screen follows', async () => {
  const secretary = web.as(cast.binh)
  const ticks = roll.slice(2, 5).flatMap(({ id }) => [
    [`state.${id}`, 'present'],
    [`edition.${id}`, '0'],
  ])
  const [third] = roll.slice(2)
  expect((await secretary.post(conferencePaths.roll(...at()), Object.fromEntries(ticks))).status).toBe(303)
  const again = { [`state.${third?.id ?? ''}`]: 'absent', [`edition.${third?.id ?? ''}`]: '0' }
  const stale = await secretary.post(conferencePaths.roll(...at()), again)
  expect([stale.status, stale.text.includes('vừa được sửa ở nơi khác')]).toEqual([422, true])
  expect((await secretary.get(conferencePaths.roll(...at()))).text).toContain('chưa có mức nào để xét')
  expect((await secretary.post(conferencePaths.opening(...at()))).location).toBe(conferencePaths.desk(...at()))
  const tooMany = { question: 'Thông qua', votesFor: '6', votesAgainst: '0', abstained: '0' }
  const refused = await secretary.post(conferencePaths.votes(...at()), tooMany)
  expect([refused.status, refused.text.includes('6 phiếu là nhiều hơn 5')]).toEqual([422, true])
  const screen = await secretary.get(conferencePaths.screen(...at()))
  expect(screen.text).toContain('Ổn định tổ chức')
  expect(screen.text).toContain('class="qr"')
  const member = await web.as(cast.leaders[2] ?? cast.chi).get(conferencePaths.screen(...at()))
  expect([member.status, member.text.includes('class="qr"')]).toEqual([200, false])
})
