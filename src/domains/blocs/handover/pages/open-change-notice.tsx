import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import type { BlocYearRow } from '../../queries.ts'
import { handoverPaths } from '../paths.ts'
import type { NamedChange } from '../queries.ts'
import { words } from '../words.ts'

/** On the pages of a year: a head has changed and its hand-over is not closed. */
export const OpenChangeNotice = ({ year, changes }: { year: BlocYearRow; changes: readonly NamedChange[] }) => {
  const t = words(useLocale())
  if (changes.length === 0) return null
  return (
    <Notice kind="info" title={t.openNotice}>
      {changes.map((change) => (
        <p>{t.openNoticeOf(change.giving_name, change.receiving_name)}</p>
      ))}
      <p>
        <a href={handoverPaths.list(year.bloc.slug, year.slug)}>{t.toHandover}</a>
      </p>
    </Notice>
  )
}
