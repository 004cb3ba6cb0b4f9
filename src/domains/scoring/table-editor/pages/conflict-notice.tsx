import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { words } from '../words.ts'

/** Somebody else saved first: what was typed stays in the form, and what stands now is shown. */
export const ConflictNotice = ({ who, theirs }: { who: string | undefined; theirs?: string | null }) => {
  const t = words(useLocale()).edit
  if (who === undefined) return null
  return (
    <Notice kind="warning" title={t.conflict(who)}>
      <p>{t.conflictBody}</p>
      {theirs === null && <p>{t.gone}</p>}
      {theirs && (
        <p>
          {t.theirs}: {theirs}
        </p>
      )}
    </Notice>
  )
}
