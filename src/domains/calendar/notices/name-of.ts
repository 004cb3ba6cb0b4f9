import type { Locale } from '#platform/words.ts'
import { writeDays } from '#platform/write-days.ts'
import { nameOf as nameOfDeadline } from '../deadlines/name-of.ts'
import { titleOf } from '../title-of.ts'
import type { NoticeFacts } from './notice.ts'
import { words } from './words.ts'

/** Facts of the thing that a notice is about travel beside the notice's own, behind this sign. */
const about = 'about.'

export const aboutFacts = (facts: NoticeFacts): NoticeFacts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [about + name, value]))

const factsAbout = (facts: NoticeFacts): NoticeFacts =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      name.startsWith(about) ? [[name.slice(about.length), value]] : [],
    ),
  )

type Sentence = (said: { facts: NoticeFacts; own: Record<string, string>; locale: Locale }) => string

const task: Sentence = ({ facts, locale }) => titleOf({ kind: String(facts['task']), facts: factsAbout(facts) }, locale)
const deadline: Sentence = ({ facts, locale }) =>
  nameOfDeadline({ naming: String(facts['naming']), facts: factsAbout(facts) }, locale)

const sentences: Readonly<Record<string, Sentence>> = {
  'task.new': (said) => words(said.locale).told.taskNew(task(said)),
  'task.due': (said) => words(said.locale).told.taskDue(Number(said.own['days']), task(said)),
  'task.overdue': (said) => words(said.locale).told.taskOverdue(task(said)),
  'task.escalated': (said) =>
    words(said.locale).told.taskEscalated(said.own['unit'] ?? '', Number(said.own['days']), task(said)),
  'calendar.added': (said) => words(said.locale).told.calendarAdded(deadline(said), said.own['when'] ?? ''),
  'calendar.changed': (said) => words(said.locale).told.calendarChanged(deadline(said), said.own['when'] ?? ''),
  'calendar.cancelled': (said) => words(said.locale).told.calendarCancelled(deadline(said), said.own['reason'] ?? ''),
  'address.changed': ({ own, locale }) => words(locale).told.addressChanged(own['address'] ?? '', own['by'] ?? ''),
  'scoring.provisional': ({ own, locale }) =>
    words(locale).told.provisionalResult(own['round'] ?? '', own['until'] ?? ''),
  'scoring.final': ({ own, locale }) => words(locale).told.finalResult(own['round'] ?? ''),
  'scoring.petitionAnswered': ({ own, locale }) => words(locale).told.petitionAnswered(own['bloc'] ?? ''),
  'scoreTable.adopted': ({ own, locale }) =>
    words(locale).told.scoreTableAdopted(own['title'] ?? '', own['number'] ?? ''),
  'scoreTable.changed': ({ own, locale }) =>
    words(locale).told.scoreTableChanged(own['title'] ?? '', own['number'] ?? ''),
  'address.refused': ({ own, locale }) => words(locale).told.addressRefused(own['address'] ?? ''),
}

/** Every sentence that a notice may be told with. */
export const noticeNamings = Object.keys(sentences)

/** A notice in one sentence. It goes into mails too: titles only, never a figure, a score or the text of a record. */
export function nameOf({ naming, facts }: { naming: string; facts: NoticeFacts }, locale: Locale): string {
  return sentences[naming]?.({ facts, own: writeDays(facts), locale }) ?? words(locale).title
}
