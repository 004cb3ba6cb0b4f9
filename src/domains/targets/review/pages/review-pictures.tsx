import { HeatDrawing } from '#ui/chart/heat-map.tsx'
import { paperDrawing } from '#ui/chart/paper-drawing.ts'
import { PlanDrawing } from '#ui/chart/plan-chart.tsx'
import type { Board } from '../../board/gather-board.ts'
import { heatOfBoard } from '../../board/pages/heat-of-board.tsx'
import { describeSeries, planPoints, unitOf } from '../../board/pages/target-picture.tsx'
import type { SeriesPoint } from '../../board/series.ts'
import type { Target } from '../../target.ts'
import type { ReviewPicture } from '../review-document.ts'
import { words } from '../words.ts'

const t = words('vi').pictures

function heatPicture(board: Board): ReviewPicture[] {
  if (board.targets.length === 0 || board.members.length === 0) return []
  const heat = heatOfBoard({ board, locale: 'vi', id: 'khoi', unitHref: () => '' })
  const rows = heat.rows.map((row) => ({
    ...row,
    cells: row.cells.map(({ href: _href, words: _words, told: _told, ...cell }) => cell),
  }))
  const columns = heat.columns.map(({ label }) => ({ label }))
  const svg = paperDrawing(<HeatDrawing {...heat} rows={rows} columns={columns} />)
  return [{ svg, alt: heat.description, caption: t.heatTitle }]
}

function planPicture(target: Target, series: readonly SeriesPoint[], until: string): ReviewPicture[] {
  const shown = series.filter(({ endsOn, value }) => endsOn <= until || value !== null)
  if (shown.filter(({ value }) => value !== null).length < 2) return []
  const title = t.planTitle(target.name)
  const description = describeSeries(target, shown, 'vi')
  const svg = paperDrawing(
    <PlanDrawing
      id={`chi-tieu-${target.code}`}
      title={title}
      description={description}
      unit={unitOf(target)}
      points={planPoints(target, shown, 'vi')}
    />,
  )
  return [{ svg, alt: description, caption: title }]
}

const mostPlans = 3

/** Who stands where, and the course of the first targets that can be drawn; a unit's own review has courses alone. */
export function reviewPictures(
  board: Board,
  series: ReadonlyMap<string, SeriesPoint[]>,
  { unit, until }: { unit: string | null; until: string },
): ReviewPicture[] {
  const drawable = board.targets.filter(({ target }) => ['count', 'money', 'percent'].includes(target.measure))
  const plans = drawable.flatMap(({ target }) => planPicture(target, series.get(target.id) ?? [], until))
  const pictures = [...(unit === null ? heatPicture(board) : []), ...plans.slice(0, mostPlans)]
  return pictures.map((picture, index) => ({ ...picture, caption: `Hình ${index + 1}. ${picture.caption}` }))
}
