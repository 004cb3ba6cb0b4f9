import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import { peopleOfUnits } from '#domains/calendar/notices/queries.ts'
import { tellPeople } from '#domains/calendar/notices/tell-people.ts'
import type { Actor } from '#platform/actor.ts'
import { canonicalHash, canonicalJson } from '#platform/canonical-json.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Conflict, RuleViolation } from '#platform/errors.ts'
import { optionalLine } from '#platform/form.ts'
import { checkDraft } from './check-draft.ts'
import { lockVersionFor, tableSubject } from './lock-table.ts'
import { tablePaths } from './paths.ts'
import { hasSheets, type TableVersion } from './queries.ts'

export const adoptTableInput = z.object({
  version: z.uuid(),
  edition: z.coerce.number().int().positive(),
  note: optionalLine(1000),
})

interface Adopted {
  version: TableVersion
  year: BlocYearRow
  isChange: boolean
}

/** Members hear of every table that is adopted; where sheets exist, that theirs stay as they are. */
async function tellMembers(tx: Tx, actor: Actor, { version, year, isChange }: Adopted, now: Date): Promise<void> {
  const day = dayOf(now)
  const units = (await membersOn(tx, year.id, day)).map(({ unit }) => unit)
  const people = await peopleOfUnits(tx, units, { day })
  const notice = {
    kind: 'calendar' as const,
    naming: isChange ? 'scoreTable.changed' : 'scoreTable.adopted',
    key: `score-table ${version.id}`,
    facts: { title: version.title, number: version.number },
    path: tablePaths.version(year.bloc.slug, version.code, String(version.number)),
    blocYear: year.id,
  }
  await tellPeople(
    tx,
    now,
    notice,
    people.filter((account) => account !== actor.account),
  )
}

function demandSound(version: TableVersion): void {
  const errors = checkDraft(version.content).filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first !== undefined)
    throw new RuleViolation('scoreTables.hasErrors', { count: errors.length, code: first.code ?? version.code })
}

/** Puts a draft in force as it stands; from now on it never changes, and its hash says so. */
export async function adoptTable(db: Db, actor: Actor, input: z.output<typeof adoptTableInput>, now: Date) {
  return db.transaction().execute(async (tx) => {
    const { version, years } = await lockVersionFor(tx, actor, input.version, now)
    if (version.state !== 'draft') throw new RuleViolation('scoreTables.notADraft')
    if (version.edition !== input.edition) throw new Conflict('scoreTables.changedMeanwhile', version.changedBy)
    demandSound(version)
    const sha256 = canonicalHash(canonicalJson(version.content))
    const adopted = { state: 'adopted', adopted_by: actor.account, adopted_at: now, content_sha256: sha256 } as const
    await tx
      .updateTable('score_table_version')
      .set({ ...adopted, note: input.note })
      .where('id', '=', version.id)
      .execute()
    const [year] = years
    const isChange = await hasSheets(tx, version.table)
    if (year !== undefined) await tellMembers(tx, actor, { version, year, isChange }, now)
    const facts = { code: version.code, number: version.number, sha256 }
    await record(tx, actor, now, { action: 'scoreTables.adopted', subject: tableSubject(version.table), facts })
  })
}
