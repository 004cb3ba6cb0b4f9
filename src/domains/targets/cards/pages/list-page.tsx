import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { targetPaths } from '../../paths.ts'
import type { FigureRow } from '../../roll-up/queries.ts'
import { isLocked, type Target } from '../../target.ts'
import { words } from '../../words.ts'
import { sayValue } from '../say-value.ts'

export interface ListPageProps {
  at: readonly [bloc: string, year: string]
  blocName: string
  label: string
  targets: readonly Target[]
  /** The bloc's plan and how many units have the target. */
  plans: ReadonlyMap<string, Pick<FigureRow, 'planned' | 'units_assigned'>>
  members: number
  mayKeep: boolean
  /** Rows are moved now. */
  isOrdering: boolean
  hasTemplate: boolean
  /** Where targets are made from the clauses of the agreement. */
  promises: string
  refused?: string | undefined
}

const stateKinds = { draft: 'open', in_force: 'done', withdrawn: 'none' } satisfies Record<Target['state'], StateKind>

interface OrderProps {
  at: ListPageProps['at']
  target: Target
  isFirst: boolean
  isLast: boolean
}

export const TargetState = ({ target }: { target: Target }) => {
  const t = words(useLocale())
  const isHeld = target.state === 'in_force' && isLocked(target)
  return (
    <State kind={isHeld ? 'honour' : stateKinds[target.state]}>{isHeld ? t.lockedState : t.states[target.state]}</State>
  )
}

/** One step up or down: enough to reach any order, by keyboard and without script. */
const Order = ({ at, target, isFirst, isLast }: OrderProps) => {
  const t = words(useLocale()).order
  return (
    <form class="row" method="post" action={targetPaths.order(...at, target.code)}>
      {!isFirst && (
        <SubmitButton look="quiet" name="step" value="up">
          {t.up}
          <span class="hidden-text"> {target.code}</span>
        </SubmitButton>
      )}
      {!isLast && (
        <SubmitButton look="quiet" name="step" value="down">
          {t.down}
          <span class="hidden-text"> {target.code}</span>
        </SubmitButton>
      )}
    </form>
  )
}

const Topic = ({ topic, ...props }: ListPageProps & { topic: string }) => {
  const locale = useLocale()
  const t = words(locale)
  const columns: Column<Target>[] = [
    { key: 'code', label: t.fields.code, cell: (target) => target.code },
    {
      key: 'name',
      label: t.fields.name,
      heading: true,
      cell: (target) => <a href={targetPaths.card(...props.at, target.code)}>{target.name}</a>,
    },
    { key: 'frequency', label: t.fields.frequency, cell: (target) => t.frequencies[target.frequency] },
    {
      key: 'units',
      label: t.planForm.unit,
      cell: (target) =>
        t.card.assignedCount(String(props.plans.get(target.id)?.units_assigned ?? 0), String(props.members)),
    },
    {
      key: 'plan',
      label: t.card.blocPlan,
      numeric: true,
      cell: (target) => sayValue(props.plans.get(target.id)?.planned ?? null, target, locale),
    },
    { key: 'state', label: t.state, cell: (target) => <TargetState target={target} /> },
  ]
  const rows = props.targets.filter((one) => one.topic === topic)
  const order: Column<Target> = {
    key: 'order',
    label: t.order.label,
    cell: (target) => (
      <Order at={props.at} target={target} isFirst={target === rows[0]} isLast={target === rows.at(-1)} />
    ),
  }
  const shown = props.isOrdering && rows.length > 1 ? [...columns, order] : columns
  const title = topic === '' ? t.noTopic : topic
  return (
    <Sheet title={title} flush>
      <Table caption={title} columns={shown} rows={rows} rowId={({ code }) => code} />
    </Sheet>
  )
}

const Actions = ({ at, mayKeep, isOrdering, promises, targets }: ListPageProps) => {
  const t = words(useLocale())
  return (
    <>
      {targets.length > 0 && (
        <LinkButton href={targetPaths.sheet(...at)} icon="download" download>
          {t.exportSheet}
        </LinkButton>
      )}
      <LinkButton href={targetPaths.changes(...at)}>{t.changes}</LinkButton>
      {mayKeep && targets.length > 1 && (
        <LinkButton href={isOrdering ? targetPaths.list(...at) : targetPaths.ordering(...at)}>
          {isOrdering ? t.order.done : t.order.begin}
        </LinkButton>
      )}
      {mayKeep && <LinkButton href={promises}>{t.fromClauses}</LinkButton>}
      {mayKeep && (
        <LinkButton href={targetPaths.add(...at)} look="main" icon="plus">
          {t.add}
        </LinkButton>
      )}
    </>
  )
}

const NoTargets = ({ at, mayKeep, hasTemplate }: ListPageProps) => {
  const t = words(useLocale())
  const take = (
    <form method="post" action={targetPaths.fromTemplate(...at)}>
      <SubmitButton>{t.fromTemplate}</SubmitButton>
    </form>
  )
  return (
    <Sheet>
      <Empty title={t.empty} icon="list" action={mayKeep && hasTemplate ? take : undefined}>
        {mayKeep ? t.emptyKeeper : t.emptyReader}
      </Empty>
    </Sheet>
  )
}

export const ListPage = (props: ListPageProps) => {
  const t = words(useLocale())
  const topics = [...new Set(props.targets.map(({ topic }) => topic))]
  const drafts = props.targets.filter(({ state }) => state === 'draft').length
  return (
    <div class="stack">
      <PageHead over={props.blocName} title={t.ofYear(props.label)} under={t.intro} actions={<Actions {...props} />} />
      {props.refused && <Notice kind="error">{props.refused}</Notice>}
      {drafts > 0 && (
        <Notice kind="info" title={t.draftsWait(String(drafts))}>
          <p>{t.draftsWaitBody}</p>
          {props.mayKeep && (
            <p>
              <LinkButton href={targetPaths.adoption(...props.at)}>{t.adopt}</LinkButton>
            </p>
          )}
        </Notice>
      )}
      {props.targets.length === 0 && <NoTargets {...props} />}
      {topics.map((topic) => (
        <Topic {...props} topic={topic} />
      ))}
    </div>
  )
}
