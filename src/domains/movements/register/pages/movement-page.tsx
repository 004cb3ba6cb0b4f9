import type { Child } from 'hono/jsx'
import type { BlocYearRow, MemberRow } from '#domains/blocs/queries.ts'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { ColumnsList } from '#ui/columns-list.tsx'
import { Facts } from '#ui/facts.tsx'
import type { Returned } from '#ui/form/posted-form.tsx'
import { formatDay } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { examplePaths } from '../../examples/paths.ts'
import type { ExampleRow } from '../../examples/queries.ts'
import { words as exampleWords } from '../../examples/words.ts'
import { Act, YearFrame } from '../../pages/year-frame.tsx'
import type { Hint } from './hints.ts'
import { missingToLaunch } from '../launch-movement.ts'
import type { MovementVerb } from '../movement.ts'
import { movementPaths } from '../paths.ts'
import { writePeriod } from '../period.ts'
import { periodOf, type adoptionsOf, type MovementRow, type ReviewRow, type yearsOfMovement } from '../queries.ts'
import { words } from '../words.ts'
import { Cascade } from './cascade-part.tsx'
import { Hints } from './hints-part.tsx'
import { MovementStateWord } from './register-page.tsx'
import { Reviews } from './reviews-part.tsx'

export interface MovementPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  today: string
  movement: MovementRow
  unitNames: ReadonlyMap<string, string>
  members: readonly MemberRow[]
  ownUnit: string | undefined
  years: Awaited<ReturnType<typeof yearsOfMovement>>
  adoptions: Awaited<ReturnType<typeof adoptionsOf>>
  followers: readonly MovementRow[]
  reviews: readonly ReviewRow[]
  examples: readonly ExampleRow[]
  hints: readonly Hint[]
  /** Who takes part and what came of it. */
  participation: Child
  history: readonly HistoryEntry[]
  can: (verb: MovementVerb) => boolean
  mayAdopt: boolean
  forms: Partial<Record<'act' | 'adoption' | 'review', Returned>>
}

const Actions = ({ at, movement, can }: MovementPageProps) => {
  const t = words(useLocale())
  const { id } = movement
  return (
    <>
      {can('launch') && (
        <LinkButton href={movementPaths.launch(...at, id)} look="main">
          {t.launch}
        </LinkButton>
      )}
      {can('begin') && (
        <Act action={movementPaths.begin(...at, id)}>
          <SubmitButton>{t.begin}</SubmitButton>
        </Act>
      )}
      {can('close') && (
        <Act action={movementPaths.close(...at, id)}>
          <SubmitButton>{t.close}</SubmitButton>
        </Act>
      )}
      {can('edit') && <LinkButton href={movementPaths.correct(...at, id)}>{t.correct}</LinkButton>}
      {can('remove') && (
        <Act action={movementPaths.remove(...at, id)}>
          <SubmitButton look="quiet">{t.remove}</SubmitButton>
        </Act>
      )}
    </>
  )
}

const Card = ({ at, movement, unitNames }: MovementPageProps) => {
  const t = words(useLocale())
  const unit = (id: string | null) => (id === null ? '' : (unitNames.get(id) ?? ''))
  const day = (on: string | null) => (on === null ? '' : formatDay(on))
  const parent = movement.parent_id !== null && (
    <a href={movementPaths.one(...at, movement.parent_id)}>{movement.parent_title}</a>
  )
  const facts: [string, Child][] = [
    [t.form, t.forms[movement.form]],
    [t.level, t.levels[movement.level]],
    [t.ofUnit, unit(movement.unit_id)],
    [t.parent, parent],
    [t.period, writePeriod(periodOf(movement)) || t.periodUnknown],
    [t.launcher, movement.launcher],
    [t.launchedOn, day(movement.launched_on)],
    [t.document, t.documentOf(movement.document_number, day(movement.document_on), movement.document_issuer)],
    [t.slogan, movement.slogan],
    [t.content, movement.content],
    [t.subjects, movement.subjects],
    [t.chargeUnit, unit(movement.charge_unit_id)],
    [t.milestone, movement.milestone],
    [t.closedOn, day(movement.closed_on)],
  ]
  const told = facts.filter(([, value]) => value !== '' && value !== false)
  return (
    <Sheet>
      <Facts facts={told.map(([label, value]) => ({ label, value }))} />
    </Sheet>
  )
}

const Missing = ({ movement }: Pick<MovementPageProps, 'movement'>) => {
  const t = words(useLocale())
  const missing = missingToLaunch(movement)
  if (missing.length === 0) return null
  return (
    <Notice kind="warning" title={t.missing}>
      <ul>
        {missing.map((what) => (
          <li>{t.missingWhat[what]}</li>
        ))}
      </ul>
    </Notice>
  )
}

const Examples = ({ at, examples }: MovementPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const e = exampleWords(locale)
  if (examples.length === 0) return <p class="mute">{t.examplesNone}</p>
  return (
    <ColumnsList
      items={examples.map((example) => ({
        label: example.name === '' ? e.emptied : example.name,
        href: examplePaths.one(...at, example.id),
        note: `${e.kinds[example.kind]}, ${example.unit}, ${e.states[example.state]}`,
      }))}
    />
  )
}

/** One movement in one of its years. */
export const MovementPage = (props: MovementPageProps) => {
  const t = words(useLocale())
  const { year, at, movement, years, followers, forms, can } = props
  return (
    <YearFrame
      year={year}
      title={movement.title}
      state={<MovementStateWord state={movement.state} />}
      actions={<Actions {...props} />}
      crumbs={[{ label: t.title, href: movementPaths.list(...at) }]}
    >
      {forms.act?.refused !== undefined && <Notice kind="error">{forms.act.refused}</Notice>}
      {can('launch') && <Missing movement={movement} />}
      <Hints hints={props.hints} />
      <Card {...props} />
      {props.participation}
      <Reviews {...props} />
      <Cascade {...props} />
      {years.length > 1 && (
        <Sheet title={t.milestones}>
          <Facts
            facts={years.map((one) => ({
              label: one.slug.replace('-', '–'),
              value: one.milestone === '' ? <span class="mute">{t.noMilestone}</span> : one.milestone,
            }))}
          />
        </Sheet>
      )}
      {followers.length > 0 && (
        <Sheet title={t.children}>
          <ColumnsList
            items={followers.map((child) => ({
              label: child.title,
              href: movementPaths.one(...at, child.id),
              note: t.levels[child.level],
            }))}
          />
        </Sheet>
      )}
      <Sheet title={t.examples}>
        <Examples {...props} />
      </Sheet>
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </YearFrame>
  )
}
