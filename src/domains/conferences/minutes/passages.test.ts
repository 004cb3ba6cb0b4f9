import { expect, test } from 'vitest'
import { textOf } from '#capabilities/documents/pdf.fixture.ts'
import { testRenderer } from '../../../../test/signing.ts'
import type { Attendee, ConferenceRecord } from './conference-record.ts'
import type { CanonicalMinutes } from './minutes.ts'
import { minutesPaper } from './minutes-document.ts'
import { passagesOf, reachesShare } from './passages.ts'

const person = (name: string, more: Partial<Attendee> = {}): Attendee => ({
  name,
  post: 'Chủ tịch',
  hasVote: true,
  isAskedInWriting: false,
  presence: 'present',
  proxyName: '',
  proxyMandate: '',
  ...more,
})

const carried = { id: 'v', question: 'Thông qua giao ước', voting: 3, votesFor: 2, votesAgainst: 0, abstained: 1 }
const none = { speakers: [], decisions: [], votes: [] }

const conference: ConferenceRecord = {
  bloc: 'Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh',
  title: 'Hội nghị ký giao ước thi đua năm 2023',
  heldOn: '2023-02-23',
  startsAt: '14:00',
  endsAt: '16:30',
  place: 'Hội trường Hội Liên hiệp Phụ nữ tỉnh',
  chair: { name: 'Lê Thị Thu An', post: 'Chủ tịch Hội Liên hiệp Phụ nữ tỉnh' },
  secretary: { name: 'Đặng Thùy Linh', post: 'Chánh Văn phòng' },
  quorum: { share: '2/3', source: 'Quy chế hoạt động của khối' },
  units: [
    { unit: 'a', name: 'Liên đoàn Lao động tỉnh', people: [person('Trần Văn Bình')] },
    {
      unit: 'b',
      name: 'Hội Cựu chiến binh tỉnh',
      people: [
        person('Phạm Quốc Cường', {
          presence: 'proxy',
          proxyName: 'Mai Văn Lộc',
          proxyMandate: 'Giấy ủy quyền 12/GUQ',
        }),
        person('Vũ Thị Hà', { hasVote: false, presence: 'unmarked', post: '' }),
      ],
    },
    { unit: 'c', name: 'Tỉnh Đoàn', people: [person('Đỗ Hải Yến', { presence: 'absent', isAskedInWriting: true })] },
  ],
  guests: [
    { name: 'Hoàng Minh Đức', post: 'Trưởng ban', organisation: 'Ban Thi đua - Khen thưởng tỉnh', presence: 'present' },
    { name: 'Khách vắng', post: '', organisation: '', presence: 'unmarked' },
  ],
  items: [
    {
      id: '1',
      title: 'Thông qua dự thảo giao ước',
      body: 'Toàn văn dự thảo đã gửi các đơn vị.',
      presenter: 'Lê Thị Thu An',
      speakers: [
        {
          name: 'Trần Văn Bình',
          post: 'Chủ tịch',
          unit: 'LĐLĐ tỉnh',
          topic: 'Chỉ tiêu',
          summary: 'đề nghị giữ như dự thảo',
        },
      ],
      decisions: [{ id: 'd', text: 'Thông qua giao ước năm 2023', votes: [{ ...carried, isCarried: true }] }],
      votes: [],
    },
    { ...none, id: '2', title: 'Ký giao ước', body: '', presenter: '' },
  ],
  others: {
    ...none,
    votes: [{ ...carried, question: 'Họp hằng quý', votesFor: 1, votesAgainst: 2, abstained: 0, isCarried: false }],
  },
  tasks: [{ unit: 'Tỉnh Đoàn', text: 'Gửi kế hoạch thi đua', dueOn: '2023-03-15' }],
  agreement: {
    title: 'Giao ước thi đua năm 2023',
    places: [
      { unit: 'Liên đoàn Lao động tỉnh', signer: 'Trần Văn Bình', post: 'Chủ tịch', signedOn: '2023-02-23' },
      { unit: 'Hội Cựu chiến binh tỉnh', signer: 'Phạm Quốc Cường', post: 'Chủ tịch', signedOn: '2023-02-25' },
      { unit: 'Tỉnh Đoàn', signer: 'Đỗ Hải Yến', post: 'Bí thư', signedOn: null },
    ],
  },
  copies: 4,
}

const signer = {
  name: 'Lê Thị Thu An',
  post: 'Chủ tịch',
  unit: 'Hội Liên hiệp Phụ nữ tỉnh',
  mandate: 'm',
  field: 'chu-tri',
}
const canonical: CanonicalMinutes = {
  format: 'giao-uoc/minutes/1',
  id: 'm',
  version: 1,
  draft: 1,
  tenant: 'Tỉnh Nam Định',
  bloc: { id: 'b', code: 'K05', name: conference.bloc },
  year: '2023',
  conference: { id: 'c', title: conference.title, heldOn: conference.heldOn, place: conference.place },
  passages: passagesOf(conference).map((passage) => ({ ...passage, isWritten: false })),
  copies: 4,
  signers: {
    chair: signer,
    secretary: { ...signer, field: 'thu-ky', name: 'Đặng Thùy Linh', post: 'Chánh Văn phòng' },
  },
  isSample: false,
}

const proof = {
  hash: 'cd'.repeat(32),
  code: '0123456789AB',
  url: 'http://namdinh.test/kiem-tra/0123456789AB',
  checkpoint: 'gu1:abc',
}

test('minutes print as they were once looked at, with a field for the secretary and one for the chair', async () => {
  const { pdf, boxes } = await testRenderer().renderPdf(minutesPaper(canonical, proof))
  expect(boxes.map(({ field }) => field)).toEqual(['thu-ky', 'chu-tri'])
  await expect(textOf(pdf)).toMatchFileSnapshot('./golden/minutes.txt')
})

test('each passage says where it comes from, the same record gives the same words, and what did not happen is not told', () => {
  const passages = passagesOf(conference)
  expect(passagesOf(conference)).toEqual(passages)
  expect(new Set(passages.map(({ key }) => key)).size).toBe(passages.length)
  const empty = passagesOf({ ...conference, guests: [], tasks: [], agreement: null, others: none })
  expect(passages.map(({ key }) => key).filter((key) => !empty.some((one) => one.key === key))).toEqual([
    'guests',
    'others',
    'agreement',
    'tasks',
  ])
})

test('what was put to the vote and not carried is not told as decided', () => {
  const decisions = [{ id: 'd', text: 'Họp hằng tháng', votes: [{ ...carried, isCarried: false }] }]
  const told = passagesOf({ ...conference, items: [], others: { ...none, decisions } }).find(
    ({ key }) => key === 'others',
  )
  expect(told?.text).toContain('Nội dung đưa ra biểu quyết: Họp hằng tháng')
  expect(told?.text).not.toContain('thống nhất')
})

test('a share is reached by whole people: 2/3 of 7 are 5', () => {
  expect([reachesShare(4, 7, '2/3'), reachesShare(5, 7, '2/3'), reachesShare(4, 6, '2/3')]).toEqual([false, true, true])
})
