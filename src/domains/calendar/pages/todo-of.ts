import type { Locale } from '#platform/words.ts'
import { writeDays } from '#platform/write-days.ts'
import { dayOf, deadline, formatDay } from '#ui/format.ts'
import type { EscalationStep } from '../../../../db/types.ts'
import type { TaskRow } from '../queries.ts'
import { wordsOf } from '../title-of.ts'
import { words } from '../words.ts'

export function blocOf(task: Pick<TaskRow, 'bloc' | 'year'>, locale: Locale): string {
  if (task.bloc === null || task.year === null) return ''
  return words(locale).year(task.bloc, task.year.replace('-', '–'))
}

export interface Told {
  task_id: string
  step: EscalationStep
  told_at: Date
}

interface TodoView {
  locale: Locale
  today: string
  /** Who was told that tasks are overdue. */
  told?: readonly Told[]
}

/** A task as `ui/todo-list.tsx` shows it: what, where, until when, and its one button. */
export function todoOf(task: TaskRow, { locale, today, told = [] }: TodoView) {
  const t = words(locale)
  const kind = wordsOf(task.kind, t)
  const facts = writeDays(task.facts)
  const due = task.due_on === null ? '' : t.dueOn(formatDay(task.due_on))
  const heard = told.filter(({ task_id }) => task_id === task.id)
  const overdue = heard.map(({ step, told_at }) => t.told[step](formatDay(dayOf(told_at))))
  const detail = [blocOf(task, locale), kind.detail(facts), due, ...overdue].filter((part) => part !== '')
  return {
    title: kind.title(facts),
    detail: detail.map((part) => (part.endsWith('.') ? part : `${part}.`)).join(' '),
    ...(task.due_on === null ? {} : { deadline: deadline(task.due_on, today, locale) }),
    action: { label: kind.action, href: task.path },
  }
}
