import { sql } from 'kysely'
import { standingFacts } from '#domains/facts/fact.ts'
import { factsOfYear } from '#domains/facts/queries.ts'
import { countsOfLog, logKindsOf } from '#domains/movements/log/queries.ts'
import { reportLogOf, type LogLine } from '#domains/targets/outlook/queries.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { wantedFrom, type FactsByUnit, type Gathering, type Put } from './fact-source.ts'
import { gatherTargetFacts } from './gather-target-facts.ts'

type Gather = (db: Db | Tx, gathering: Gathering, put: Put) => Promise<void>

const logged = ({ period, due_on, first_sent_on }: LogLine) => ({
  kind: period.frequency,
  period: period.starts_on,
  due: due_on,
  sent: first_sent_on,
})

const gatherReports: Gather = async (db, gathering, put) => {
  const { year, sheets, today } = gathering
  const asked = wantedFrom(gathering.table, 'reports')
  if (asked.length === 0) return
  // What is not due yet is neither late nor missing.
  const lines = (await reportLogOf(db, year.id, today)).filter(
    (line) => line.first_sent_on !== null || line.due_on < today,
  )
  for (const { key, from } of asked) {
    for (const { unit_id: unit } of sheets) {
      const own = lines.filter((line) => line.unit === unit && line.parent === null)
      const value = own.filter(({ period }) => from.kind === undefined || period.frequency === from.kind).map(logged)
      put(unit, key, { value, assigned: true, verified: true, source: { from: 'reports' } })
    }
  }
}

const gatherPosted: Gather = async (db, gathering, put) => {
  const asked = wantedFrom(gathering.table, 'posted')
  if (asked.length === 0) return
  const facts = standingFacts(await factsOfYear(db, gathering.year.id, { prefix: 'report.' }))
  for (const fact of facts) {
    for (const { key } of asked.filter(({ from }) => from.key === fact.key)) {
      const { value, isAssigned: assigned } = fact
      put(fact.unit, key, { value, assigned, verified: fact.standing === 'verified', source: { from: 'posted' } })
    }
  }
}

/** A unit that logged nothing of a kind is missing, which is never zero. */
const gatherLog: Gather = async (db, gathering, put) => {
  const { year } = gathering
  const asked = wantedFrom(gathering.table, 'log')
  if (asked.length === 0) return
  const days = { startsOn: year.starts_on, endsOn: year.ends_on }
  const [kinds, counted] = await Promise.all([
    logKindsOf(db, year.id),
    Promise.all(
      asked.map(async ({ key, from }) => {
        const logKey = { kind: from.kind, number: from.number }
        return { key, from, counts: await countsOfLog(db, year.id, logKey, days) }
      }),
    ),
  ])
  const names = new Map(kinds.map(({ code, name }) => [code, name]))
  for (const { key, from, counts } of counted) {
    const source = { from: 'log', name: names.get(from.kind) ?? from.kind } as const
    for (const [unit, value] of counts) put(unit, key, { value, assigned: true, verified: false, source })
  }
}

interface VerdictCount {
  sheet: string
  detail: string
  verdict: 'valid' | 'insufficient' | null
}

const gatherEvidence: Gather = async (db, gathering, put) => {
  const asked = wantedFrom(gathering.table, 'evidence')
  if (asked.length === 0) return
  const ids = gathering.sheets.map(({ id }) => id)
  const { rows } = await sql<VerdictCount>`
    select c.subject_id as sheet, c.detail,
      (select v.verdict from evidence_verdict v where v.citation_id = c.id order by v.judged_at desc, v.id desc limit 1)
        as verdict
    from evidence_citation c
    where c.subject_kind = 'criterion' and c.removed_at is null and c.subject_id = any(${ids}::uuid[])`.execute(db)
  for (const { key, from } of asked) {
    for (const { id, unit_id: unit } of gathering.sheets) {
      const own = rows.filter(({ sheet, detail }) => sheet === id && (from.code === undefined || detail === from.code))
      const counted = own.filter(({ verdict }) => from.verdict === 'cited' || verdict === from.verdict)
      put(unit, key, { value: String(counted.length), assigned: true, verified: true, source: { from: 'evidence' } })
    }
  }
}

/** Put aside until all have answered: the order of facts does not hang on who is quicker. */
async function knownTo(gather: Gather, db: Db | Tx, gathering: Gathering) {
  const known: Parameters<Put>[] = []
  await gather(db, gathering, (...one) => known.push(one))
  return known
}

const gatherers: readonly Gather[] = [gatherTargetFacts, gatherReports, gatherPosted, gatherLog, gatherEvidence]

/** What the rest of the system knows for the facts of a table, each with where from. What it does not know is absent. */
export async function gatherFacts(db: Db | Tx, gathering: Gathering): Promise<FactsByUnit> {
  const facts: FactsByUnit = new Map(gathering.sheets.map(({ unit_id }) => [unit_id, new Map()]))
  const known = await Promise.all(gatherers.map((gather) => knownTo(gather, db, gathering)))
  for (const [unit, key, fact] of known.flat()) facts.get(unit)?.set(key, fact)
  return facts
}
