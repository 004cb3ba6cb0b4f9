import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import type { Db } from '#platform/database/database.ts'
import { newCode, newId } from '#platform/id.ts'
import { findEntries } from './find-entries.ts'
import { fillSourceOf } from './testing/fill-source.ts'
import { queries, texts } from './testing/sample-texts.ts'

const key = `member:${newCode(8)}`
const meanings = new Map([
  ['lhpn', [['lien', 'hiep', 'phu', 'nu']]],
  ['mttq', [['mat', 'tran', 'to', 'quoc']]],
  ['ldld', [['lien', 'doan', 'lao', 'dong']]],
])

async function placesFor(db: Db, text: string): Promise<number[]> {
  const { hits } = await findEntries(db, { text, audience: [key], expansions: meanings, size: 100 })
  return hits.map(({ path }) => Number(path.slice(1)))
}

describe('sixty texts and forty questions', () => {
  let db: Db
  beforeAll(async () => {
    ;({ db } = await testDatabase())
    const documents = texts.map((title, index) => ({
      subject: newId(),
      kind: 'text',
      title,
      path: `/${index + 1}`,
      audience: [key],
    }))
    await fillSourceOf(db, `quality-${newCode(6)}`, documents)
  })

  test('every question has its text first, every right text is found, and little else', async () => {
    let [first, recalled, precise] = [0, 0, 0]
    const wrong: string[] = []
    for (const { text, right } of queries) {
      const places = await placesFor(db, text)
      const hits = places.filter((place) => right.includes(place)).length
      first += places[0] === right[0] ? 1 : 0
      recalled += hits / right.length
      precise += places.length === 0 ? 0 : hits / places.length
      if (places[0] !== right[0] || hits < right.length)
        wrong.push(`${text}: ${places.join(' ')}, not ${right.join(' ')}`)
    }
    const share = (sum: number) => (sum / queries.length).toFixed(3)
    console.info(`search: recall ${share(recalled)}, precision ${share(precise)}, first ${first}/${queries.length}`)
    expect(wrong).toEqual([])
    expect(precise / queries.length).toBeGreaterThan(0.8)
  })
})
