import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { postFacts } from '#domains/facts/post-facts.ts'
import { insertEntry } from '#domains/movements/log/add-log-entry.ts'
import { logKindsOf } from '#domains/movements/log/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { countsOfYear } from './queries.ts'

/** The kind of entry of the year's log that holds drafts commented on and supervisions, as the template has it. */
const logKind = 'policy-comments'

interface Logged {
  year: BlocYearRow
  unit: string
  text: string
  /** By the code of the number: `drafts`, `comments`, `accepted`, `supervisions`. */
  values: Readonly<Record<string, number>>
  onDay: string
}

/**
 * Writes an entry into the unit's log, from which targets count. A year whose log has no such kind, or that is over on
 * the day, is not written to: its figures stay what its units said.
 */
export async function logCounts(tx: Tx, actor: Actor, { year, unit, ...said }: Logged, now: Date): Promise<void> {
  const { onDay, text, values } = said
  if (onDay < year.starts_on || onDay > year.ends_on) return
  const kind = (await logKindsOf(tx, year.id)).find(({ code }) => code === logKind)
  if (kind === undefined || kind.ended_on !== null) return
  const known = kind.numbers.filter(({ code }) => values[code] !== undefined)
  const missing = kind.numbers.some(({ code, required }) => required && values[code] === undefined)
  if (known.length === 0 || missing) return
  const figures = Object.fromEntries(known.map(({ code }) => [code, String(values[code])]))
  await insertEntry(tx, actor, { id: newId(), unit, kind, onDay, text, values: figures }, now)
}

interface OfConsultation {
  year: BlocYearRow
  consultation: { id: string; title: string }
}

/** What scoring reads: how many drafts and comments, and how many of them were taken up. */
async function postCounts(tx: Tx, { year, consultation }: OfConsultation, units: readonly string[], now: Date) {
  const source = { kind: 'consultation', id: consultation.id }
  const facts = (await countsOfYear(tx, year.id, units)).flatMap(({ unit, drafts, comments, accepted }) => {
    const fact = { unit, blocYear: year.id, isAssigned: true, source }
    return [
      { ...fact, key: 'consultation.drafts', value: `${drafts}`, measure: 'văn bản', standing: 'declared' as const },
      { ...fact, key: 'consultation.comments', value: `${comments}`, measure: 'ý kiến', standing: 'declared' as const },
      { ...fact, key: 'consultation.accepted', value: `${accepted}`, measure: 'ý kiến', standing: 'verified' as const },
    ]
  })
  await postFacts(tx, facts, now)
}

interface Sent extends OfConsultation {
  unit: string
  /** Comments that go out now, and whether they are the unit's first on this draft. */
  count: number
  isFirst: boolean
}

export async function postSent(tx: Tx, actor: Actor, sent: Sent, now: Date): Promise<void> {
  const { year, unit, count, isFirst, consultation } = sent
  const values = { comments: count, ...(isFirst ? { drafts: 1 } : {}) }
  const text = `Góp ý dự thảo “${consultation.title}”: ${count} ý kiến`
  await logCounts(tx, actor, { year, unit, text, values, onDay: dayOf(now) }, now)
  await postCounts(tx, sent, [unit], now)
}

interface Published extends OfConsultation {
  /** How many comments of each unit were taken up, in whole or in part. */
  accepted: ReadonlyMap<string, number>
}

export async function postAccepted(tx: Tx, actor: Actor, published: Published, now: Date): Promise<void> {
  const { year, consultation, accepted } = published
  for (const [unit, count] of accepted) {
    const text = `Kết quả góp ý dự thảo “${consultation.title}”: tiếp thu toàn bộ hoặc một phần ${count} ý kiến`
    await logCounts(tx, actor, { year, unit, text, values: { accepted: count }, onDay: dayOf(now) }, now)
  }
  await postCounts(tx, published, [...accepted.keys()], now)
}
