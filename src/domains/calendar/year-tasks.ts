import type { MemberEndedFact, YearClosedFact } from '#domains/blocs/bloc-year.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import type { Tx } from '#platform/database/database.ts'
import { writeDays } from '#platform/write-days.ts'
import { openTask } from './open-task.ts'
import type { TaskFacts } from './task.ts'
import { words } from './words.ts'

const yearOf = (slug: string) => slug.replace('-', '–')

/** Who leads is told that a member is no more; where nobody leads any longer, the authority is asked for a head anyway. */
export async function tellMemberEnded(tx: Tx, now: Date, fact: MemberEndedFact): Promise<void> {
  if (fact.head === undefined) return
  await openTask(tx, now, {
    key: `blocs.memberEnded ${fact.blocYear} ${fact.unit}`,
    kind: 'blocs.memberEnded',
    unit: fact.head,
    blocYear: fact.blocYear,
    path: blocPaths.members(fact.blocSlug, fact.yearSlug),
    facts: { unit: fact.unitName, day: fact.day, document: fact.document },
  })
}

async function closeTasksOf(tx: Tx, now: Date, { blocYear }: YearClosedFact) {
  return tx
    .updateTable('task')
    .set({ closed_at: now, closed_with_year: blocYear })
    .where('bloc_year_id', '=', blocYear)
    .where('closed_at', 'is', null)
    .returning(['id', 'kind', 'path', 'due_on', 'facts'])
    .execute()
}

/** What only told something, asked for a head, or stands in the calendar of the year that is closed does not go on. */
const endsHere = ['blocs.headWanted', 'blocs.memberEnded', 'calendar.due', 'calendar.headDue']

type Title = Readonly<Record<string, { title: (facts: Record<string, string>) => string } | undefined>>

export function workIn(locale: 'vi' | 'en', { kind, facts }: { kind: string; facts: unknown }): string {
  const t = words(locale)
  const known: Title = t.kinds
  return known[kind]?.title(writeDays(facts as TaskFacts)) ?? t.unknown
}

/** The closed year's tasks are settled; each goes on as a task of the successor's head, and says where it came from. */
export async function handYearOn(tx: Tx, now: Date, fact: YearClosedFact): Promise<void> {
  const open = await closeTasksOf(tx, now, fact)
  const { successor } = fact
  if (successor === undefined) return
  const holder = successor.head === undefined ? { tenantRole: 'authority' as const } : { unit: successor.head }
  const seen = new Set<string>()
  for (const task of open.filter(({ kind }) => !endsHere.includes(kind))) {
    // Several units may have waited for the same act: the successor takes it over once.
    if (seen.has(`${task.kind} ${task.path}`)) continue
    seen.add(`${task.kind} ${task.path}`)
    const key = `blocs.handedOn ${task.id}`
    const said = {
      work: workIn('vi', task),
      workEn: workIn('en', task),
      bloc: fact.blocName,
      year: yearOf(fact.yearSlug),
    }
    const place = { blocYear: successor.blocYear, path: task.path, dueOn: task.due_on, facts: said }
    await openTask(tx, now, { key, kind: 'blocs.handedOn', ...holder, ...place })
    await tx.updateTable('task').set({ handed_from: task.id }).where('key', '=', key).execute()
  }
}
