import { expect, test } from 'vitest'
import { attempt, refusal, refusalOf } from './attempt.ts'
import { NotFound, RuleViolation } from './errors.ts'

const sentences = {
  closed: 'Đã đóng.',
  tooEarly: (values: Record<string, string>) => `Phải sau ngày ${values['from']}.`,
}
const tooEarly = new RuleViolation('units.tooEarly', { from: '2023-02-23' })

test('a rule that says no comes back as a value, and any other error goes on', async () => {
  expect(await attempt(Promise.resolve(7))).toEqual({ ok: true, value: 7 })
  expect(await attempt(Promise.reject(tooEarly))).toEqual({ ok: false, violation: tooEarly })
  await expect(attempt(Promise.reject(new NotFound('gone')))).rejects.toThrow('gone')
})

test('a refusal is told in a sentence, with its days written out', () => {
  expect(refusal(sentences, tooEarly)).toBe('Phải sau ngày 23/02/2023.')
  expect(refusalOf(new RuleViolation('units.closed'), { units: () => ({ violations: sentences }) }, 'vi')).toBe(
    'Đã đóng.',
  )
})

test('a rule without a sentence here goes on to the page of errors', () => {
  expect(() => refusalOf(tooEarly, {}, 'vi')).toThrow(tooEarly)
  expect(() => refusal({}, tooEarly)).toThrow(tooEarly)
})
