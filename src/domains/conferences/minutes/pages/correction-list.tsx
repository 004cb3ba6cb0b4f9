import { LinkButton } from '#ui/button.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import type { CorrectionState } from '../minutes.ts'
import { minutesPaths } from '../paths.ts'
import type { CorrectionRow, PassageRow } from '../queries.ts'
import { words } from '../words.ts'
import type { At } from './minutes-frame.tsx'
import { PassageText } from './passages.tsx'

const shapes = { open: 'late', accepted: 'done', refused: 'none' } satisfies Record<CorrectionState, StateKind>

interface CorrectionListProps {
  at: At
  corrections: readonly CorrectionRow[]
  passages: readonly PassageRow[]
  may: { freeze: boolean }
}

const One = ({
  at,
  correction,
  passage,
  mayAnswer,
}: {
  at: At
  correction: CorrectionRow
  passage: string
  mayAnswer: boolean
}) => {
  const t = words(useLocale())
  const { said, wanted, state, answer, decided_name: answerer } = correction
  return (
    <div class="stack">
      <div class="row">
        <b>{t.correctionBy(correction.requested_name, correction.unit)}</b>
        <State kind={shapes[state]}>{t.correctionStates[state]}</State>
        <span class="mute">{formatMoment(correction.requested_at)}</span>
      </div>
      {passage !== '' && <p class="mute">{passage}</p>}
      <p>{said}</p>
      {wanted !== '' && <PassageText text={wanted} />}
      {answerer !== null && <p class="mute">{t.answered(answerer, answer)}</p>}
      {mayAnswer && state === 'open' && (
        <div class="row">
          <LinkButton href={minutesPaths.correction(...at, correction.id)}>{t.answer}</LinkButton>
        </div>
      )}
    </div>
  )
}

/** What members asked to correct, and what became of it. */
export const CorrectionList = ({ at, corrections, passages, may }: CorrectionListProps) => {
  const t = words(useLocale())
  const open = corrections.filter(({ state }) => state === 'open').length
  const titles = new Map(passages.map(({ id, title, section }) => [id, title === '' ? t.sections[section] : title]))
  return (
    <Sheet title={t.corrections} beside={open > 0 && <State kind="late">{t.correctionsOpen(open)}</State>}>
      <div class="stack">
        {corrections.map((correction) => (
          <One
            at={at}
            correction={correction}
            passage={titles.get(correction.passage_id) ?? ''}
            mayAnswer={may.freeze}
          />
        ))}
      </div>
    </Sheet>
  )
}
