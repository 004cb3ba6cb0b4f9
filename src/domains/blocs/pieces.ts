import type { Announce } from '#platform/announcements.ts'
import type { WebContext } from '#platform/web.ts'
import type { BlocFact } from './bloc-year.ts'

/** A thing to do as `ui/todo-list.tsx` shows it. */
interface YearTodo {
  title: string
  detail?: string
  deadline?: { state: 'late' | 'soon' | 'open'; text: string }
  action: { label: string; href: string }
}

/** What `app` hands in: who listens, and what a higher domain knows of a year. */
export interface BlocPieces {
  announce: Announce<BlocFact>
  /** What the reader must do in a bloc-year. */
  todosOfYear: (c: WebContext, blocYear: string) => Promise<YearTodo[]>
}
