import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { LinkButton } from '#ui/button.tsx'
import { TimelineChart, type TimelineBar } from '#ui/chart/timeline-chart.tsx'
import { Empty } from '#ui/empty.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { examplePaths } from '../../examples/paths.ts'
import { words as exampleWords } from '../../examples/words.ts'
import type { Hint } from './hints.ts'
import type { MovementState } from '../movement.ts'
import { movementPaths } from '../paths.ts'
import { writePeriod } from '../period.ts'
import { periodOf, type MovementRow, type ReviewRow } from '../queries.ts'
import { words, type RegisterWords } from '../words.ts'
import { Hints } from './hints-part.tsx'

const shapes = { draft: 'none', launched: 'open', running: 'soon', reviewed: 'done', closed: 'done' } satisfies Record<
  MovementState,
  StateKind
>

export const MovementStateWord = ({ state }: { state: MovementState }) => (
  <State kind={shapes[state]}>{words(useLocale()).states[state]}</State>
)

export interface RegisterPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  today: string
  movements: readonly MovementRow[]
  reviews: readonly ReviewRow[]
  toCarry: readonly MovementRow[]
  hints: readonly Hint[]
  may: { keep: boolean; open: boolean }
  form: Returned
}

const columns = (t: RegisterWords, at: readonly [string, string]): Column<MovementRow>[] => [
  {
    key: 'name',
    label: t.movement,
    heading: true,
    cell: (row) => (
      <>
        <a href={movementPaths.one(...at, row.id)}>{row.title}</a>
        {row.carried_from !== null && <span class="mute small"> {t.carriedFrom}</span>}
      </>
    ),
  },
  { key: 'level', label: t.level, cell: (row) => t.levels[row.level] },
  { key: 'period', label: t.period, cell: (row) => writePeriod(periodOf(row)) || t.periodUnknown },
  { key: 'participants', label: t.participants, numeric: true, cell: (row) => String(row.participants) },
  { key: 'milestone', label: t.milestone, cell: (row) => row.milestone },
  { key: 'state', label: t.state, cell: (row) => <MovementStateWord state={row.state} /> },
]

const phaseOf = ({ state, from_on }: MovementRow, today: string): TimelineBar['phase'] => {
  if (state === 'reviewed' || state === 'closed') return 'over'
  return state === 'draft' || (from_on ?? today) > today ? 'ahead' : 'running'
}

const Timeline = ({ at, year, today, movements, reviews }: RegisterPageProps) => {
  const t = words(useLocale())
  const known = movements.flatMap((row) => (row.from_on === null ? [] : [{ ...row, from_on: row.from_on }]))
  if (known.length === 0) return null
  const bars = known.map((row): TimelineBar => ({
    label: row.title,
    from: row.from_on,
    to: row.to_on,
    phase: phaseOf(row, today),
    state: t.states[row.state],
    marks: reviews
      .filter((review) => review.movement_id === row.id)
      .map(({ kind, held_on, planned_on }) => ({ on: held_on ?? planned_on, label: t.reviewKinds[kind] })),
    href: movementPaths.one(...at, row.id),
  }))
  const first = Math.min(...known.map((row) => Number(row.from_on.slice(0, 4))))
  const last = Math.max(...known.map((row) => Number((row.to_on ?? year.ends_on).slice(0, 4))))
  return (
    <Sheet title={t.timeline}>
      <TimelineChart
        id="movements"
        title={t.timeline}
        description={t.timelineBody(bars.length)}
        isTitleHidden
        bars={bars}
        from={`${first}-01-01`}
        to={`${last}-12-31`}
        {...(today <= year.ends_on ? { today } : {})}
      />
    </Sheet>
  )
}

const Carry = ({ at, toCarry, form }: RegisterPageProps) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.carryTitle}>
      <p>{t.carryNote}</p>
      <PostedForm action={movementPaths.carry(...at)} form={form} submit={t.carry}>
        {toCarry.map((row) => (
          <Checkbox {...tickOf(form, `m_${row.id}`, true)} label={t.carryOf(row.title, writePeriod(periodOf(row)))} />
        ))}
      </PostedForm>
    </Sheet>
  )
}

/** The register of a year: what goes on, from the centre down, and in time. */
export const RegisterPage = (props: RegisterPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { year, at, movements, toCarry, may, hints } = props
  return (
    <YearFrame
      year={year}
      title={t.title}
      under={t.note}
      actions={
        <>
          {may.open && (
            <LinkButton href={movementPaths.open(...at)} look="main" icon="plus">
              {t.open}
            </LinkButton>
          )}
          <LinkButton href={movementPaths.joined(...at)}>{t.joined}</LinkButton>
          <LinkButton href={examplePaths.list(...at)}>{exampleWords(locale).title}</LinkButton>
        </>
      }
    >
      <Hints hints={hints} />
      {may.keep && toCarry.length > 0 && <Carry {...props} />}
      <Timeline {...props} />
      <Sheet title={movements.length > 0 && t.count(movements.length)} flush>
        <Table
          caption={t.title}
          columns={columns(t, at)}
          rows={movements}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
        />
      </Sheet>
    </YearFrame>
  )
}
