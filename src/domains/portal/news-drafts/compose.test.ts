import { expect, test } from 'vitest'
import { composeConference, composeMovement, composeSigning } from './compose.ts'
import { readDraftSource } from './draft-source.ts'

const conference = {
  title: 'Hội nghị sơ kết',
  heldOn: '2023-07-05',
  place: '',
  chair: '',
  secretary: '',
  voters: null,
  present: null,
  proxy: null,
  items: [],
  decisions: [],
}

test('what a record does not say is not told', () => {
  expect(composeConference(conference).content).toMatchObject({
    lead: 'Ngày 05/07/2023, hội nghị sơ kết được tổ chức.',
    body: '',
  })
  const movement = { title: 'Dân vận khéo', slogan: '', content: '', subjects: '', launcher: '', participants: 0 }
  const unknown = { documentNumber: '', documentOn: null, launchedOn: null, fromOn: null, toOn: null }
  expect(composeMovement({ ...movement, ...unknown }).content).toMatchObject({
    lead: 'Khối phát động phong trào thi đua “Dân vận khéo”.',
    body: '',
    sources: '',
  })
})

test('a roll is told with who sent somebody, and text of a record never becomes a tag', () => {
  const held = { ...conference, voters: 6, present: 5, proxy: 1, decisions: ['Giữ <b>mười</b> chỉ tiêu'] }
  const { rule, content } = composeConference(held)
  expect(rule).toBe('tin-hoi-nghi')
  expect(content.body).toContain('6 trên 6 đại biểu có quyền biểu quyết, trong đó 1 đơn vị cử người dự thay.')
  expect(content.body).toContain('<li><p>Giữ &lt;b&gt;mười&lt;/b&gt; chỉ tiêu</p></li>')
})

test('a signing names who signed, the head and the commitments', () => {
  const { body } = composeSigning({
    bloc: 'Khối A',
    year: '2023',
    title: 'Giao ước',
    theme: 'Đoàn kết',
    signingOn: '2023-02-23',
    place: 'Nam Định',
    units: ['Hội A', 'Hội B', 'Hội C'],
    signed: 2,
    head: 'Hội A',
    commitments: ['Chăm lo người nghèo'],
    code: null,
  }).content
  expect(body).toContain('2 trên 3 đơn vị thành viên đã ký: Hội A, Hội B và Hội C.')
  expect(body).not.toContain('mã')
})

test('an address names a record or nothing', () => {
  const id = '0190a5d2-7b1c-7000-8000-000000000000'
  expect(readDraftSource(`activity:${id}`)).toEqual({ kind: 'activity', id })
  for (const text of [undefined, '', `unit:${id}`, 'activity:1']) expect(readDraftSource(text)).toBeUndefined()
})
