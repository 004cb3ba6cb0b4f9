import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Facts, type Fact } from '#ui/facts.tsx'
import { formatDay } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { dayOf } from '#platform/clock.ts'
import { TargetPicture } from '../../board/pages/target-picture.tsx'
import type { SeriesPoint } from '../../board/series.ts'
import { words as boardWords } from '../../board/words.ts'
import { words as changeWords } from '../../changes/words.ts'
import type { ChangeRow } from '../../changes/queries.ts'
import { targetPaths } from '../../paths.ts'
import { isLocked, targetCan, type Target } from '../../target.ts'
import { writeNumber } from '../../value.ts'
import { words, type TargetWords } from '../../words.ts'
import { figureFromOf } from '../target-draft.ts'
import { unitOfMeasure } from '../say-value.ts'
import { TargetState } from './list-page.tsx'
import { PlanTable, type PlanTableProps } from './plan-table.tsx'

export interface CardPageProps extends PlanTableProps {
  year: string
  clause: { text: string; href: string } | undefined
  /** The name of the log that the figure comes from. */
  logName: string | undefined
  /** Plan against actual of the bloc by period. */
  series: readonly SeriesPoint[]
  history: readonly HistoryEntry[]
  changes: readonly ChangeRow[]
  mayKeep: boolean
  mayPropose: boolean
}

function howCounted(target: Target, t: TargetWords, logName: string | undefined): string {
  if (target.log_kind !== null) return t.fromLog(logName ?? target.log_kind)
  const way = t.how[figureFromOf(target) as keyof typeof t.how]
  return target.formula === null ? way : `${way}, ${t.formulaOfCodes(target.formula.of.join(', '))}`
}

const measureWords = (target: Target, t: TargetWords, locale: 'vi' | 'en') => {
  const unit = unitOfMeasure(target, locale)
  if (target.measure === 'class') return `${t.measures.class}: ${target.classes.join(', ')}`
  return target.measure === 'count' && unit !== '' ? `${t.measures.count}, ${unit}` : t.measures[target.measure]
}

const filled = (facts: readonly { label: string; value: Fact['value'] | null }[]): Fact[] =>
  facts.flatMap(({ label, value }) => (value === null || value === '' ? [] : [{ label, value }]))

const Definition = ({ target, clause, logName }: CardPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const facts = filled([
    { label: t.fields.measure, value: measureWords(target, t, locale) },
    { label: t.fields.direction, value: target.measure === 'day' ? t.earlier : t.directions[target.direction] },
    { label: t.fields.figureFrom, value: howCounted(target, t, logName) },
    { label: t.fields.accumulation, value: target.formula === null ? t.accumulations[target.accumulation] : null },
    { label: t.fields.rollUp, value: target.formula === null ? t.rollUps[target.roll_up] : null },
    { label: t.fields.frequency, value: t.frequencies[target.frequency] },
    { label: t.fields.dueOn, value: target.due_on && formatDay(target.due_on) },
    { label: t.fields.weight, value: writeNumber(target.weight, locale) },
    { label: t.fields.source, value: target.source },
    { label: t.fields.reporter, value: target.reporter },
    { label: t.fields.explanation, value: target.explanation },
    { label: t.card.clause, value: clause === undefined ? t.card.noClause : <a href={clause.href}>{clause.text}</a> },
  ])
  return (
    <Sheet title={t.card.definition}>
      <Facts facts={facts} />
    </Sheet>
  )
}

const Actions = ({ at, target, mayKeep, mayPropose }: CardPageProps) => {
  const t = words(useLocale())
  const may = (verb: Parameters<typeof targetCan>[0]) => mayKeep && targetCan(verb, target)
  return (
    <>
      {may('remove') && <LinkButton href={targetPaths.removal(...at, target.code)}>{t.remove}</LinkButton>}
      {may('withdraw') && <LinkButton href={targetPaths.withdrawal(...at, target.code)}>{t.withdraw}</LinkButton>}
      {isLocked(target) && targetCan('change', target) && mayPropose && (
        <LinkButton look="main" href={targetPaths.propose(...at, target.code)}>
          {t.propose}
        </LinkButton>
      )}
      {may('edit') && (
        <LinkButton look="main" icon="pen" href={targetPaths.edit(...at, target.code)}>
          {t.edit}
        </LinkButton>
      )}
    </>
  )
}

const Changes = ({ changes, at }: CardPageProps) => {
  const locale = useLocale()
  const [t, own] = [words(locale), changeWords(locale)]
  if (changes.length === 0) return null
  return (
    <Sheet title={t.card.changes}>
      <ul>
        {changes.map((change) => (
          <li>
            <a href={targetPaths.change(...at, change.id)}>
              {own.proposedOn(formatDay(dayOf(change.proposed_at)), change.proposed_name)}
            </a>
            {`: ${own.states[change.state]}`}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** Shown from the first figure on. */
const Course = ({ target, series }: CardPageProps) =>
  series.some(({ value }) => value !== null) ? (
    <Sheet title={boardWords(useLocale()).series.heading}>
      <TargetPicture target={target} series={series} isTitleHidden />
    </Sheet>
  ) : null

export const CardPage = (props: CardPageProps) => {
  const t = words(useLocale())
  const { at, target, mayKeep } = props
  const mayPlan = mayKeep && targetCan('edit', target)
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.ofYear(props.year), href: targetPaths.list(...at) }]} />
      <PageHead
        over={target.code}
        title={target.name}
        state={<TargetState target={target} />}
        actions={<Actions {...props} />}
      />
      {isLocked(target) && (
        <Notice kind="info" title={t.locked}>
          {target.locked_at && `${t.lockedOn(formatDay(dayOf(target.locked_at)))}. `}
          {t.lockedBody}
        </Notice>
      )}
      <Definition {...props} />
      <Sheet
        title={t.card.plan}
        flush
        {...(mayPlan ? { more: { label: t.editPlan, href: targetPaths.plan(...at, target.code) } } : {})}
      >
        <PlanTable {...props} />
      </Sheet>
      <Course {...props} />
      <Changes {...props} />
      <Sheet title={t.card.history}>
        <History entries={props.history} />
      </Sheet>
    </div>
  )
}
