import { paperDrawing } from '#ui/chart/paper-drawing.ts'
import { BarDrawing, type Bar } from '../../months/pages/bar-chart.tsx'
import { barsOf, barsOfMonths, describeBars } from '../../months/pages/month-bars.ts'
import type { MonthRow } from '../../months/queries.ts'
import type { DigestPicture } from '../digest-document.ts'
import { words } from '../words.ts'

function picture(id: string, caption: string, bars: readonly Bar[]): DigestPicture[] {
  if (bars.length < 2) return []
  const description = describeBars(bars, 'vi')
  const drawing = <BarDrawing id={id} title={caption} description={description} bars={bars} />
  return [{ svg: paperDrawing(drawing), alt: description, caption }]
}

/** The months told so far, and the topics of the month. */
export function digestPictures(months: readonly MonthRow[], month: string): DigestPicture[] {
  const t = words('vi').pictures
  const told = months.filter((one) => one.month <= month)
  const now = told.find((one) => one.month === month)
  const pictures = [
    ...picture('thang', t.months, barsOfMonths(told, 'vi')),
    ...(now === undefined ? [] : picture('chu-de', t.topics, barsOf(now.figures, 'topics', 'vi'))),
  ]
  return pictures.map((one, index) => ({ ...one, caption: `Hình ${index + 1}. ${one.caption}` }))
}
