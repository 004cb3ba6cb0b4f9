import { expect, test } from 'vitest'
import { jsonSchemas } from './json-schema.ts'
import { scoringRule } from './rule.ts'

test('both inputs have a JSON Schema of 2020-12 that names every rule kind and every default', () => {
  const { scoreTable, scoreFacts } = jsonSchemas()
  expect([scoreTable.$schema, scoreFacts.$schema]).toEqual(
    Array.from({ length: 2 }, () => 'https://json-schema.org/draft/2020-12/schema'),
  )
  const text = JSON.stringify(scoreTable)
  for (const { shape } of scoringRule.options) expect(text).toContain(`"const":"${shape.rule.value}"`)
  expect(text).toContain('"default":"1/2"')
  expect(text).toContain('Điểm chuẩn')
})

test('what has a default may be left out, and nothing unknown may stand in a table', () => {
  const { ScoreTable } = jsonSchemas().scoreTable.$defs ?? {}
  expect(ScoreTable?.required).toEqual(['format', 'code', 'title', 'version', 'sections'])
  expect(ScoreTable?.additionalProperties).toBe(false)
})
