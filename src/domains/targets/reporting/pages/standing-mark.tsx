import { useLocale } from '#ui/locale.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import type { Standing } from '../report.ts'
import { words } from '../words.ts'

const shapes = {
  none: 'open',
  open: 'open',
  sent: 'soon',
  returned: 'late',
  verified: 'done',
  missing: 'late',
} satisfies Record<Standing, StateKind>

/** How a report stands; one that is waited for beyond its last day says since when. */
export const StandingMark = ({ standing, overdue = 0 }: { standing: Standing; overdue?: number }) => {
  const t = words(useLocale())
  const waits = standing === 'none' || standing === 'open'
  if (waits && overdue > 0) return <State kind="late">{t.overdue(overdue)}</State>
  return <State kind={shapes[standing]}>{t.states[standing]}</State>
}
