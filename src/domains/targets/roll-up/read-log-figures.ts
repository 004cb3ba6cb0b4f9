import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { normalNumber } from '../value.ts'

export interface LogFigure {
  target_id: string
  unit_id: string
  ends_on: string
  value: string
}

/**
 * What the log says of the targets that it feeds, by unit and period of the target, as if it had been reported: what came
 * in the period where figures are added up, else as it stood at the period's end.
 */
export async function readLogFigures(db: Db | Tx, blocYear: string, until: string): Promise<LogFigure[]> {
  const { rows } = await sql<LogFigure>`
    select t.id as target_id, e.unit_id, q.ends_on,
      (case when max(n.counting) = 'last' then (max(array[(e.on_day - date '1970-01-01')::numeric, v.value]))[2]
        when split_part(t.log_kind, '.', 2) = '' then count(*) else sum(v.value) end)::text as value
    from target t
    join report_period q on q.bloc_year_id = t.bloc_year_id and q.frequency = t.frequency and q.ends_on <= ${until}::date
    join log_kind k on k.bloc_year_id = t.bloc_year_id and k.code = split_part(t.log_kind, '.', 1)
    join log_entry e on e.log_kind_id = k.id and not e.is_withdrawal and e.on_day <= q.ends_on
      and (t.accumulation <> 'flow' or e.on_day >= q.starts_on)
      and not exists (select from log_entry later where later.replaces_id = e.id)
    left join log_number n on n.log_kind_id = k.id and n.code = split_part(t.log_kind, '.', 2)
    left join log_value v on v.entry_id = e.id and v.number_code = n.code
    where t.bloc_year_id = ${blocYear} and t.state = 'in_force'
      and (split_part(t.log_kind, '.', 2) = '' or v.value is not null)
    group by t.id, e.unit_id, q.ends_on order by q.ends_on`.execute(db)
  return rows.map((row) => ({ ...row, value: normalNumber(row.value) }))
}
