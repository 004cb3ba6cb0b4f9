import type { Locale } from '#platform/words.ts'
import { formatDay } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { blocPaths } from '../../paths.ts'
import type { BlocYearRow } from '../../queries.ts'
import { words, type BlocWords } from '../../words.ts'
import type { Closing } from '../queries.ts'

const YearLink = ({ year, t }: { year: BlocYearRow; t: BlocWords }) => (
  <a href={blocPaths.year(year.bloc.slug, year.slug)}>{t.yearOfBloc(year.bloc.name, year.label)}</a>
)

const Successor = ({ closing, t }: { closing: Closing; t: BlocWords }) => {
  if (closing.successor !== null) {
    return (
      <p>
        {t.closedHanded} <YearLink year={closing.successor} t={t} />
      </p>
    )
  }
  const { elsewhere } = closing
  if (elsewhere === null) return <p>{t.closedNobody}</p>
  return (
    <p>
      {t.closedHanded} {t.closedElsewhere(elsewhere.name, elsewhere.tenant)}
    </p>
  )
}

interface ClosingNoticeProps {
  locale: Locale
  closing: Closing | undefined
  /** The closed years whose open work goes on here. */
  tookOver: readonly BlocYearRow[]
}

/** That a year was closed by reorganisation and who goes on; or whose work goes on here. */
export const ClosingNotice = ({ locale, closing, tookOver }: ClosingNoticeProps) => {
  const t = words(locale)
  return (
    <>
      {closing && (
        <Notice kind="warning" title={t.closedTitle(formatDay(closing.closed_on))}>
          <p>{t.closedBy(closing.document)}</p>
          <Successor closing={closing} t={t} />
        </Notice>
      )}
      {tookOver.length > 0 && (
        <Notice kind="info" title={t.tookOver}>
          <ul>
            {tookOver.map((year) => (
              <li>
                <YearLink year={year} t={t} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
