import { createHash } from 'node:crypto'
import type { Pool } from 'pg'

/** How much stands in one tenant; times 34 it is a country's year. */
export const size = { blocs: 60, units: 8, targets: 40, months: 12 }

export const login = { authority: 'co-quan', head: 'don-vi-dau' }

/** The same words give the same id (RFC 9562, version 8) in every tenant, so that a page's address needs no look-up. */
const id = (words: string) => `overlay(overlay(md5(${words}) placing '8' from 13) placing '8' from 17)::uuid`

/** As PostgreSQL makes an id of the same words. */
const idOf = (words: string) =>
  createHash('md5')
    .update(words)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5')

export const unitId = (bloc: number, unit: number) => idOf(`unit ${bloc} ${unit}`)

const year = new Date().getFullYear()
export const yearSlug = String(year)

const unit = id(`'unit ' || b || ' ' || u`)
const blocYear = id(`'year ' || b`)
const target = id(`'target ' || b || ' ' || t`)
const period = id(`'period ' || b || ' ' || m`)
const report = id(`'report ' || b || ' ' || m || ' ' || u`)
const [blocs, units, targets, months] = [size.blocs, size.units, size.targets, size.months].map(
  (count, index) => `generate_series(1, ${count}) ${'butm'[index]}`,
)

const people = (hash: string) => [
  `insert into unit_level (code, name, name_en, rank) values ('tinh', 'Tỉnh', 'Province', 1)`,
  `insert into person (id, full_name) values (${id(`'authority'`)}, 'Cơ quan thi đua'), (${id(`'head'`)}, 'Đơn vị đầu')`,
  `insert into account (id, person_id, login, password_hash, state)
   select ${id('who')}, ${id('who')}, login, '${hash}', 'active'
   from (values ('authority', '${login.authority}'), ('head', '${login.head}')) v (who, login)`,
  `insert into tenant_role (id, account_id, role, from_on)
   values (gen_random_uuid(), ${id(`'authority'`)}, 'authority', '${year}-01-01')`,
]

const structure = [
  `insert into unit (id, level_code) select ${unit}, 'tinh' from ${blocs}, ${units}`,
  `insert into unit_name (id, unit_id, full_name, short_name, from_on)
   select gen_random_uuid(), ${unit}, 'Đơn vị số ' || u || ' của khối ' || b, 'Đơn vị ' || b || '.' || u, '2000-01-01'
   from ${blocs}, ${units}`,
  `insert into unit_status (id, unit_id, status, from_on)
   select gen_random_uuid(), ${unit}, 'active', '2000-01-01' from ${blocs}, ${units}`,
  `insert into unit_role (id, account_id, unit_id, role, from_on)
   values (gen_random_uuid(), ${id(`'head'`)}, ${id(`'unit 1 1'`)}, 'leader', '${year}-01-01')`,
  `insert into bloc (id, slug, code, name, short_name, kind, level_code)
   select ${id(`'bloc ' || b`)}, 'khoi-' || b, 'K' || b, 'Khối thi đua số ' || b, 'Khối ' || b, 'khoi', 'tinh' from ${blocs}`,
  `insert into bloc_year (id, bloc_id, slug, kind, starts_on, ends_on)
   select ${blocYear}, ${id(`'bloc ' || b`)}, '${year}', 'calendar', '${year}-01-01', '${year}-12-31' from ${blocs}`,
  `insert into bloc_year_stop (bloc_year_id, stop, state)
   select ${blocYear}, stop, case when stop < 'reporting' then 'done'::stop_state when stop = 'reporting' then 'open' else 'ahead' end
   from ${blocs}, unnest(enum_range(null::road_stop)) stop`,
  `insert into membership (id, bloc_year_id, unit_id, position, from_on)
   select gen_random_uuid(), ${blocYear}, ${unit}, u, '${year}-01-01' from ${blocs}, ${units}`,
  `insert into bloc_office (id, bloc_year_id, unit_id, office, from_on)
   select gen_random_uuid(), ${blocYear}, ${unit}, 'head', '${year}-01-01' from ${blocs}, generate_series(1, 1) u`,
]

/** Sums, means and levels in turn, a weight here and there: what a real table has. */
const promises = [
  `insert into target (id, bloc_year_id, position, code, name, topic, measure, measure_unit, direction, accumulation,
     roll_up, frequency, weight, state, created_by, created_at, changed_at)
   select ${target}, ${blocYear}, t, 'C' || t, 'Chỉ tiêu số ' || t, 'Nhóm ' || t % 6,
     case t % 4 when 0 then 'percent' when 1 then 'money' else 'count' end::target_measure,
     case t % 4 when 0 then '%' when 1 then 'triệu đồng' else 'người' end,
     case t % 10 when 0 then 'less' else 'more' end::target_direction,
     case t % 4 when 0 then 'level' when 3 then 'running' else 'flow' end::target_accumulation,
     case t % 4 when 0 then 'weighted_mean' else 'sum' end::target_roll_up,
     'month', 1 + t % 3, 'in_force', ${id(`'authority'`)}, now(), now()
   from ${blocs}, ${targets}`,
  `insert into target_assignment (target_id, unit_id, planned)
   select ${target}, ${unit}, case t % 4 when 0 then 90 else 1200 end from ${blocs}, ${targets}, ${units}`,
]

const reports = [
  `insert into report_period (id, bloc_year_id, frequency, starts_on, ends_on, due_on, state)
   select ${period}, ${blocYear}, 'month', start, ends, ends + 5, 'open'
   from ${blocs}, ${months},
     lateral (select make_date(${year}, m, 1) as start, (make_date(${year}, m, 1) + interval '1 month - 1 day')::date as ends) d`,
  `insert into progress_report (id, period_id, unit_id, state, first_sent_on, sent_on, sent_by, sent_at)
   select ${report}, ${period}, ${unit}, 'sent', day, day, ${id(`'head'`)}, day
   from ${blocs}, ${months}, ${units},
     lateral (select (make_date(${year}, m, 1) + interval '1 month')::date + (b + m + u) % 9 as day) d`,
  `insert into progress_entry (report_id, target_id, value, entered_by, entered_at)
   select ${report}, ${target},
     case t % 4 when 0 then 70 + (b * 7 + t * 3 + m * 5 + u) % 30
       when 3 then m * (60 + (b + t + u) % 80) else 60 + (b * 5 + t * 11 + m * 7 + u * 3) % 80 end,
     ${id(`'head'`)}, now()
   from ${blocs}, ${months}, ${units}, ${targets}`,
]

/** One province's year by SQL: 60 blocs, 480 units, 2,400 targets, 230,400 figures. */
export async function fillProvince(owner: Pool, slug: string, passwordHash: string): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(`set local search_path = t_${slug}, extensions`)
    for (const filling of [...people(passwordHash), ...structure, ...promises, ...reports]) await client.query(filling)
    await client.query('commit')
  } finally {
    client.release()
  }
}
