import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { words } from '../../words.ts'

/** Stands on every page of an agreement that the demonstration signed. */
export const SampleNotice = () => {
  const t = words(useLocale()).sample
  return (
    <Notice kind="warning" title={t.title}>
      {t.body}
    </Notice>
  )
}
