import { LinkButton } from '#ui/button.tsx'
import { ProfileChart } from '#ui/chart/profile-chart.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Locale } from '#platform/words.ts'
import type { ForecastRow } from '../../outlook/queries.ts'
import { writeValue } from '../../value.ts'
import type { Board, BoardTarget } from '../gather-board.ts'
import { boardPaths } from '../paths.ts'
import { unassigned } from '../progress.ts'
import type { SeriesPoint } from '../series.ts'
import { words } from '../words.ts'
import { percentText } from './heat-of-board.tsx'
import { TargetPicture } from './target-picture.tsx'

export interface UnitPageProps {
  at: readonly [bloc: string, year: string]
  blocName: string
  unit: { id: string; name: string }
  board: Board
  series: ReadonlyMap<string, SeriesPoint[]>
  forecasts: readonly ForecastRow[]
}

const drawn = (percent: string | null, locale: Locale) =>
  percent === null ? null : { value: Number(percent), text: percentText(percent, locale) }

const profileRow = ({ target, bloc, units }: BoardTarget, unit: string, locale: Locale) => {
  const own = units.get(unit) ?? unassigned
  return {
    label: target.name,
    own: drawn(own.percent, locale),
    bloc: drawn(bloc.percent, locale),
    isLate: own.isBehind,
  }
}

const Forecast = ({ row }: { row: ForecastRow | undefined }) => {
  const locale = useLocale()
  const t = words(locale).profile
  if (row === undefined) return null
  const { forecast, planned, target } = row
  const told =
    forecast === undefined
      ? t.forecastNone
      : `${writeValue(forecast.value, target, locale)} (${t.methods[forecast.method]})`
  return (
    <p class="small">
      {t.forecast}: <b>{told}</b>
      {planned !== null && `; ${t.planned}: ${writeValue(planned, target, locale)}`}
    </p>
  )
}

/** One unit: beside its bloc, then target by target over the year. */
export const UnitPage = ({ at, blocName, unit, board, series, forecasts }: UnitPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const own = board.targets.filter(({ units }) => units.get(unit.id)?.level !== 'unassigned')
  // Where nothing was due yet there is no share to set beside the bloc's.
  const rows = own
    .filter(({ units }) => units.get(unit.id)?.due !== null)
    .map((row) => profileRow(row, unit.id, locale))
  const reached = own.filter(({ units }) => units.get(unit.id)?.level === 'reached').length
  return (
    <>
      <PageHead
        over={blocName}
        title={t.profile.heading(unit.name)}
        under={board.until === null ? t.noPeriod : t.until(formatDay(board.until))}
        actions={<LinkButton href={boardPaths.board(...at)}>{t.profile.toBoard}</LinkButton>}
      />
      <div class="stack">
        <Sheet title={t.profile.title(unit.name)}>
          <ProfileChart
            id="ho-so-don-vi"
            title={t.profile.title(unit.name)}
            description={t.profile.description(reached, own.length)}
            own={unit.name}
            bloc={t.profile.bloc}
            rows={rows}
            isTitleHidden
          />
        </Sheet>
        {own.map(({ target }) => (
          <Sheet title={target.name}>
            <Forecast row={forecasts.find((one) => one.unit === unit.id && one.target.id === target.id)} />
            <TargetPicture target={target} series={series.get(target.id) ?? []} isTitleHidden />
          </Sheet>
        ))}
      </div>
    </>
  )
}
