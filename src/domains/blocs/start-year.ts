import { sql } from 'kysely'
import { z } from 'zod'
import { statusOn } from '#domains/units/queries.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { day, ticked } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayStartYear } from './access.ts'
import { roadStops, yearKinds, yearSlug, type BlocFact } from './bloc-year.ts'
import { tellWantedHandovers } from './handover/tell-handover.ts'
import { yearSubject } from './lock-year.ts'
import { membersOn, yearById, yearsOfBloc, type BlocYearRow } from './queries.ts'

export const startYearInput = z.object({
  bloc: z.uuid(),
  kind: z.enum(yearKinds),
  startsOn: day(),
  endsOn: day(),
  /** The unit that leads; may be chosen later. */
  head: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  /** Takes over the days of last year's stops, each moved by as many years. */
  moveDates: ticked().default(false),
})
export type StartYear = z.output<typeof startYearInput>

function checkYears(input: StartYear, earlier: readonly BlocYearRow[]): string {
  if (input.endsOn < input.startsOn) throw new RuleViolation('blocs.endsBeforeStart')
  const slug = yearSlug(input.kind, input.startsOn, input.endsOn)
  if (slug === undefined) throw new RuleViolation(`blocs.notA_${input.kind}_year`)
  const clash = earlier.find((year) => year.starts_on <= input.endsOn && input.startsOn <= year.ends_on)
  if (clash) throw new RuleViolation('blocs.yearsOverlap', { year: clash.label })
  return slug
}

/** The members of the last year's last day, in their order, without those that are no more. */
async function copyMembers(tx: Tx, last: BlocYearRow, blocYear: string, from: string): Promise<string[]> {
  const units: string[] = []
  for (const member of await membersOn(tx, last.id, last.ends_on)) {
    if ((await statusOn(tx, member.unit, from)) === 'active') units.push(member.unit)
  }
  if (units.length === 0) return []
  const rows = units.map((unit, index) => ({
    id: newId(),
    bloc_year_id: blocYear,
    unit_id: unit,
    position: index + 1,
    from_on: from,
  }))
  await tx.insertInto('membership').values(rows).execute()
  return units
}

/** Nine stops ahead; what the bloc's rules do not have stays skipped. */
async function layRoad(tx: Tx, last: BlocYearRow | undefined, blocYear: string, input: StartYear) {
  await tx
    .insertInto('bloc_year_stop')
    .values(roadStops.map((stop) => ({ bloc_year_id: blocYear, stop })))
    .execute()
  if (!last) return
  const yearsOn = input.moveDates ? Number(input.startsOn.slice(0, 4)) - Number(last.starts_on.slice(0, 4)) : null
  await sql`
    update bloc_year_stop as next
    set state = case when past.state = 'skipped' then past.state else next.state end,
      note = case when past.state = 'skipped' then past.note else '' end,
      due_on = (past.due_on + make_interval(years => ${yearsOn}::integer))::date
    from bloc_year_stop as past
    where next.bloc_year_id = ${blocYear} and past.bloc_year_id = ${last.id} and past.stop = next.stop`.execute(tx)
}

async function setHead(tx: Tx, blocYear: string, units: readonly string[], { head, startsOn }: StartYear) {
  if (head === undefined) return
  if (!units.includes(head)) throw new RuleViolation('blocs.headNotMember')
  await tx
    .insertInto('bloc_office')
    .values({ id: newId(), bloc_year_id: blocYear, unit_id: head, office: 'head', from_on: startsOn })
    .execute()
}

async function insertYear(tx: Tx, input: StartYear, slug: string, last: BlocYearRow | undefined): Promise<string> {
  const id = newId()
  await tx
    .insertInto('bloc_year')
    .values({
      id,
      bloc_id: input.bloc,
      slug,
      kind: input.kind,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      started_from: last?.id ?? null,
    })
    .execute()
  return id
}

/** Starts a bloc's next year from its last one; answers with the year as it begins. */
export async function startYear(
  db: Db,
  actor: Actor,
  input: StartYear,
  { now, announce }: Telling<BlocFact>,
): Promise<BlocYearRow> {
  return db.transaction().execute(async (tx) => {
    found(await tx.selectFrom('bloc').select('id').where('id', '=', input.bloc).forUpdate().executeTakeFirst())
    const earlier = await yearsOfBloc(tx, input.bloc)
    const last = earlier[0]
    demand(mayStartYear(actor, last?.id))
    const slug = checkYears(input, earlier)

    const id = await insertYear(tx, input, slug, last)
    const units = last ? await copyMembers(tx, last, id, input.startsOn) : []
    await layRoad(tx, last, id, input)
    await setHead(tx, id, units, input)
    const year = await yearById(tx, id)
    await announce(tx, now, factOfYear('blocs.roadMoved', year))
    if (input.head === undefined) await announce(tx, now, factOfYear('blocs.headWanted', year))
    else await tellWantedHandovers(tx, { now, announce }, year.id)
    await record(tx, actor, now, {
      action: 'year.started',
      subject: yearSubject(id),
      facts: { year: year.label, from: last?.label ?? '', members: units.length },
    })
    return year
  })
}

export const factOfYear = <Name extends string>(name: Name, year: BlocYearRow) => ({
  name,
  blocYear: year.id,
  blocSlug: year.bloc.slug,
  yearSlug: year.slug,
  blocName: year.bloc.short_name,
})
