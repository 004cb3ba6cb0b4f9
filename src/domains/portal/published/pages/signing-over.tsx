import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { words } from '../../words.ts'
import type { SigningTerm } from '../signing-term.ts'

/** Says that nobody signs any more, though not all have. */
export const SigningOver = ({ term }: { term: SigningTerm | null }) => {
  const t = words(useLocale()).story
  if (term?.isOver !== true) return null
  return (
    <Notice kind="warning" title={t.signingOver(formatDay(term.day))}>
      <p>{t.signingOverBody}</p>
    </Notice>
  )
}

/** The day until which the others may sign, as a fact among others; none where nobody may. */
export function termFacts(term: SigningTerm | null, t: ReturnType<typeof words>['story']) {
  return term === null || term.isOver ? [] : [{ label: t.signBy, value: t.signByDay(formatDay(term.day)) }]
}
