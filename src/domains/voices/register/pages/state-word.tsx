import { useLocale } from '#ui/locale.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import type { OpinionState } from '../../opinion.ts'
import { words, type VoiceWords } from '../../words.ts'

const shapes = {
  received: 'open',
  accepted: 'open',
  routed: 'soon',
  answered: 'done',
  closed: 'done',
  merged: 'none',
  refused: 'none',
} satisfies Record<OpinionState, StateKind>

/** Its title; until it is taken it has none. */
export const headlineOf = ({ title, state }: { title: string; state: OpinionState }, t: VoiceWords) =>
  title || (state === 'refused' ? t.notTaken : t.waiting)

export const OpinionStateWord = ({ state, isLate = false }: { state: OpinionState; isLate?: boolean }) => {
  const t = words(useLocale())
  return (
    <State kind={isLate ? 'late' : shapes[state]}>
      {t.states[state]}
      {isLate && `, ${t.onlyLate}`}
    </State>
  )
}
