import { sql } from 'kysely'
import { anomaliesOf, type AlikePair } from '#domains/evidence/alike/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { periodsOf } from '../periods/queries.ts'
import { assignmentsOf, targetsOf } from '../queries.ts'
import { normalNumber } from '../value.ts'
import { seesSignsOf } from './access.ts'
import { signsOf, type FigureSign, type SentFigure } from './sign.ts'

/** What does not fit together in a year, as far as this person looks at it. */
export interface Signs {
  figures: readonly FigureSign[]
  evidence: readonly AlikePair[]
}

interface Row {
  target: string
  unit: string
  period_id: string
  value: string
  note: string
}

async function sentFigures(db: Db, blocYear: string): Promise<SentFigure[]> {
  const { rows } = await sql<Row>`
    select e.target_id as target, r.unit_id as unit, r.period_id, e.value, e.note
    from report_period p
    join progress_report r on r.period_id = p.id and r.state in ('sent', 'verified')
    join progress_entry e on e.report_id = r.id and e.value is not null
    where p.bloc_year_id = ${blocYear} order by p.starts_on, p.ends_on`.execute(db)
  const periods = new Map((await periodsOf(db, blocYear)).map((period) => [period.id, period]))
  return rows.flatMap(({ period_id, value, ...row }) => {
    const period = periods.get(period_id)
    return period === undefined ? [] : [{ ...row, period, value: normalNumber(value) }]
  })
}

/** The signs of a year, from four queries however many reports there are. */
export async function gatherSigns(db: Db, actor: Actor, blocYear: string): Promise<Signs> {
  const [targets, assignments, figures, evidence] = await Promise.all([
    targetsOf(db, blocYear, { states: ['in_force'] }),
    assignmentsOf(db, blocYear),
    sentFigures(db, blocYear),
    anomaliesOf(db, blocYear),
  ])
  const sees = (unit: string) => seesSignsOf(actor, blocYear, unit)
  return {
    figures: signsOf({ targets, assignments, figures }).filter(({ unit }) => sees(unit)),
    evidence: evidence.filter((pair) => sees(pair.unit) || sees(pair.other_unit_id)),
  }
}
