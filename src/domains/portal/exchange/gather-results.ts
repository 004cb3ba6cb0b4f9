import { yearById } from '#domains/blocs/queries.ts'
import { resultsOfRound } from '#domains/scoring/results/queries.ts'
import { roundById } from '#domains/scoring/rounds/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { Known, Period } from './profile.ts'
import { finalRoundsIn } from './queries.ts'

async function ofRound(db: Db, round: string): Promise<Known<'results'>[]> {
  const [{ bloc_year_id, name }, results] = await Promise.all([roundById(db, round), resultsOfRound(db, round)])
  const year = await yearById(db, bloc_year_id)
  const final = results.filter(({ kind }) => kind === 'final')
  return final.flatMap(({ content, made_at, content_sha256 }) =>
    content.units.map((unit) => ({
      bloc: year.bloc.name,
      year: year.label,
      round: name,
      unit: unit.name,
      total: unit.total,
      bonus: unit.bonus,
      penalty: unit.penalty,
      max: unit.max,
      percent: unit.percent,
      rank: unit.rank === null ? null : String(unit.rank),
      class: unit.class,
      titles: unit.titles.join('; '),
      made_on: dayOf(made_at),
      sha256: content_sha256,
    })),
  )
}

/** Every unit of every final result that was made known in a period, as it was kept. */
export async function gatherResults(db: Db, period: Period): Promise<Known<'results'>[]> {
  const records: Known<'results'>[] = []
  for (const round of await finalRoundsIn(db, period)) records.push(...(await ofRound(db, round)))
  return records
}
