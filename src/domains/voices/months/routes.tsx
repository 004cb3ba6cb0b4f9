import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { actorOf, get, type Route, type WebContext } from '#platform/web.ts'
import { readsOpinions } from '../access.ts'
import { digestPaths } from '../digest/paths.ts'
import { hotSpotsOf } from './hot-spots.ts'
import { endOfMonth } from './month.ts'
import { ChartsPage } from './pages/charts-page.tsx'
import { closedMonths, thresholdOn } from './queries.ts'
import { words } from './words.ts'

async function showCharts(c: WebContext) {
  const year = await readYear(c)
  demand(readsOpinions(actorOf(c), year.id))
  const months = await closedMonths(c.var.db, year.id)
  const asked = c.req.query('thang')
  const chosen = months.find(({ month }) => month.slice(0, 7) === asked) ?? months.at(-1)
  const threshold = await thresholdOn(c.var.db, chosen === undefined ? dayOf(c.var.now) : endOfMonth(chosen.month))
  const rule = { least: threshold.hot_least, factor: threshold.hot_factor, months: threshold.hot_months }
  return c.render(
    <ChartsPage
      at={[year.bloc.slug, year.slug]}
      blocName={year.bloc.name}
      months={months}
      chosen={chosen}
      hotSpots={chosen === undefined ? [] : hotSpotsOf(chosen.month, months, rule)}
      threshold={threshold}
    />,
    { ...yearHead(year, words(c.var.locale).charts.title), help: 'bao-cao-y-kien' },
  )
}

export const monthRoutes: Route[] = [get(digestPaths.charts(':bloc', ':year'), 'signed-in', showCharts)]
