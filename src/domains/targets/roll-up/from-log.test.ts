import { expect, test } from 'vitest'
import { logKinds, targets } from '../../../../db/seed/year-template.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addLogEntry } from '#domains/movements/log/add-log-entry.ts'
import { countsOfLog } from '#domains/movements/log/queries.ts'
import { startLog } from '#domains/movements/log/start-log.ts'
import { withdrawLogEntry } from '#domains/movements/log/withdraw-log-entry.ts'
import { newId } from '#platform/id.ts'
import { addTemplate } from '../cards/add-target.ts'
import { adoptTargets } from '../cards/adopt-targets.ts'
import { redLaneOf } from '../outlook/queries.ts'
import { openPeriods } from '../periods/open-periods.ts'
import { targetByCode } from '../queries.ts'
import { figuresOf } from './queries.ts'

test('a target that the log feeds counts what stands in it, without any report', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const { an, binh, blocYear } = cast
  const [first = '', second = ''] = cast.units
  await startLog(db, an, { blocYear, from: 'template' }, { now: morning, template: logKinds })
  const template = [
    ...targets.map((target) => ({ ...target, formula: null })),
    { ...(targets.find(({ code }) => code === 'CT02') ?? targets[0]), code: 'TIN', name: 'Tin, bài', logKind: 'news' },
    {
      ...(targets.find(({ code }) => code === 'CT03') ?? targets[0]),
      code: 'HOC',
      name: 'Tỷ lệ đã học',
      logKind: 'theme-study.share',
    },
  ]
  await addTemplate(db, an, blocYear, { template: template as typeof targets, now: morning })
  await adoptTargets(db, an, blocYear, { now: morning, announce: async () => {} })
  const add = async (kind: string, onDay: string, values: Record<string, string>) => {
    const entry = { id: newId(), blocYear, unit: first, kind, onDay, text: 'Đã làm', values }
    return addLogEntry(db, binh, entry, morning)
  }
  await add('propaganda', '2023-01-10', { sessions: '2', people: '100' })
  await add('propaganda', '2023-02-05', { sessions: '3', people: '60' })
  const mistaken = await add('propaganda', '2023-02-06', { sessions: '40', people: '9' })
  await withdrawLogEntry(db, binh, { id: newId(), blocYear, entry: mistaken, reason: 'Nhập nhầm' }, morning)
  const little = {
    unit: cast.headUnit,
    kind: 'propaganda',
    onDay: '2023-01-11',
    text: 'Đã làm',
    values: { sessions: '1' },
  }
  await addLogEntry(db, an, { id: newId(), blocYear, ...little }, morning)
  await openPeriods(db, an, { blocYear, frequencies: ['month'], rules: {} }, morning)
  await add('news', '2023-01-20', { items: '4' })
  await add('theme-study', '2023-01-15', { sessions: '1', share: '30' })
  await add('theme-study', '2023-02-15', { sessions: '1', share: '55.5' })

  const asked = { blocYears: [blocYear], standing: 'verified' } as const
  const figure = async (code: string, unit: string | null, until: string) => {
    const { id } = await targetByCode(db, blocYear, code)
    const rows = await figuresOf(db, { ...asked, until })
    return rows.find((row) => row.target_id === id && row.unit_id === unit)?.value
  }
  expect(await figure('CT02', first, '2023-01-31')).toBe('2')
  expect(await figure('CT02', first, '2023-02-28')).toBe('5')
  expect(await figure('CT02', null, '2023-02-28')).toBe('6')
  expect(await figure('CT02', second, '2023-02-28')).toBeNull()
  expect(await figure('TIN', first, '2023-02-28')).toBe('1')
  expect(await figure('HOC', first, '2023-02-28')).toBe('55.5')
  const { targets: behind } = await redLaneOf(db, blocYear, '2023-03-05')
  const late = behind.filter(({ target }) => target.code === 'CT02').map(({ unit, since }) => [unit, since])
  expect(late).toEqual([[cast.headUnit, '2023-01-31']])
  const span = { startsOn: '2023-01-01', endsOn: '2023-02-28' }
  const counted = await countsOfLog(db, blocYear, { kind: 'propaganda', number: 'sessions' }, span)
  expect(counted.get(first)).toBe('5')
})
