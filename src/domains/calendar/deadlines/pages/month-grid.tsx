import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Locale } from '#platform/words.ts'
import { weeksOf } from '../deadline.ts'
import { nameOf } from '../name-of.ts'
import { deadlinePaths } from '../paths.ts'
import type { DeadlineRow } from '../queries.ts'
import { words } from '../words.ts'

interface MonthGridProps {
  locale: Locale
  today: string
  year: BlocYearRow
  month: string
  deadlines: readonly DeadlineRow[]
}

/** More would make a row taller than a screen; the list below has them all. */
const mostInADay = 3

const DayCell = ({ day, ...props }: MonthGridProps & { day: string }) => {
  const t = words(props.locale)
  const { bloc, slug } = props.year
  const held = props.deadlines.filter((row) => row.starts_on <= day && day <= row.ends_on)
  return (
    <td class={day === props.today ? 'today' : undefined} aria-current={day === props.today ? 'date' : undefined}>
      <time datetime={day}>{Number(day.slice(8))}</time>
      {held.slice(0, mostInADay).map((row) => (
        <a
          class={row.cancelled_at === null ? `month-entry ${row.kind}` : 'month-entry cancelled'}
          href={deadlinePaths.deadline(bloc.slug, slug, row.id)}
        >
          {nameOf(row, props.locale)}
        </a>
      ))}
      {held.length > mostInADay && <span class="small mute">{t.more(held.length - mostInADay)}</span>}
    </td>
  )
}

/** A month as weeks from Monday; on a phone a day shows its marks, and the list below says what they are. */
export const MonthGrid = (props: MonthGridProps) => {
  const t = words(props.locale)
  return (
    <table class="month-grid">
      <caption class="hidden-text">{t.monthName(props.month.slice(5), props.month.slice(0, 4))}</caption>
      <thead>
        <tr>
          {t.weekdays.map((weekday) => (
            <th scope="col">{weekday}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(props.month).map((week) => (
          <tr>
            {week.map((day) =>
              day === null ? <td class="beyond" aria-hidden="true" /> : <DayCell {...props} day={day} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
