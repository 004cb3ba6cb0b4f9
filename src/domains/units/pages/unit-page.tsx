import { leavingPath } from '#domains/identity/leaving/paths.ts'
import { openRecoveryPath } from '#domains/identity/recovery/paths.ts'
import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatDay } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { Views, type ViewShown } from '#ui/views.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { Deed } from '../lineage/deed.ts'
import type { LifeEvent } from '../lineage/life.ts'
import { LifeSheet, LineageSheet } from '../lineage/pages/lineage-sheet.tsx'
import { reorganisePath } from '../lineage/paths.ts'
import { words as lineageWords } from '../lineage/words.ts'
import { mandatePaths } from '../mandates/paths.ts'
import { MandateTable } from '../mandates/pages/mandate-table.tsx'
import type { MandateRow } from '../mandates/queries.ts'
import { unitPaths } from '../paths.ts'
import type { pastOfUnit, peopleOfUnit, unitById } from '../queries.ts'
import type { UnitRoleName } from '../unit.ts'
import { words, type UnitWords } from '../words.ts'
import { tellWays } from './list-page.tsx'

type Unit = Awaited<ReturnType<typeof unitById>>
type Past = Awaited<ReturnType<typeof pastOfUnit>>
type Person = Awaited<ReturnType<typeof peopleOfUnit>>[number]

export interface UnitPageProps {
  locale: Locale
  unit: Unit
  past: Past
  today: string
  life: readonly LifeEvent[]
  family: readonly Deed[]
  /** Each way to those that carry on the work of a unit that is no more. */
  successors: readonly (readonly { name: string }[])[]
  hostOf: (tenant: string) => string | undefined
  people: readonly Person[]
  /** Nothing when the reader may not see the unit's mandates. */
  mandates: readonly MandateRow[] | undefined
  history: readonly HistoryEntry[]
  views: readonly ViewShown[] | null
  may: {
    keep: boolean
    name: (role: UnitRoleName) => boolean
    ask: boolean
    recover: (account: string) => boolean
    letGo: (account: string) => boolean
  }
}

const days = (row: { from_on: string; to_on: string | null }, t: UnitWords) =>
  `${formatDay(row.from_on)} – ${row.to_on === null ? t.now : formatDay(row.to_on)}`

const personColumns = (t: UnitWords, { unit, may }: UnitPageProps): Column<Person>[] => [
  { key: 'name', label: t.person, cell: (row) => row.full_name },
  { key: 'role', label: t.role, cell: (row) => t.rolePeriod(t.roles[row.role], days(row, t)) },
  { key: 'account', label: t.accountState, cell: (row) => t.accountStates[row.state] },
  ...(may.name('officer') ? [endColumn(t, unit, may), accountColumn(t, may)] : []),
]

/** What concerns the whole person: each leads to a page of its own. */
const accountColumn = (t: UnitWords, may: UnitPageProps['may']): Column<Person> => ({
  key: 'person',
  label: t.ofPerson,
  cell: ({ account_id: account, login, state }) => (
    <span class="row">
      {state === 'active' && may.recover(account) && <a href={openRecoveryPath(login)}>{t.recover}</a>}
      {state !== 'closed' && may.letGo(account) && <a href={leavingPath(account)}>{t.letGo}</a>}
    </span>
  ),
})

const endColumn = (t: UnitWords, unit: Unit, may: UnitPageProps['may']): Column<Person> => ({
  key: 'end',
  label: t.endRole,
  cell: (row) =>
    row.to_on === null && may.name(row.role) ? <a href={unitPaths.endRole(unit.id, row.id)}>{t.endRole}</a> : '',
})

const Keeping = ({ unit, t }: { unit: Unit; t: UnitWords }) => (
  <LinkButton icon="pen" href={reorganisePath(unit.id)}>
    {t.reorganise}
  </LinkButton>
)

const People = (props: UnitPageProps) => {
  const t = words(props.locale)
  const active = props.unit.status === 'active'
  return (
    <div class="stack tight">
      <Sheet title={t.people} flush>
        <Table
          caption={t.people}
          columns={personColumns(t, props)}
          rows={props.people}
          empty={
            <Empty title={t.noPeople} icon="people">
              {t.noPeopleBody}
            </Empty>
          }
        />
      </Sheet>
      {active && props.may.name('officer') && (
        <p class="row">
          <LinkButton icon="plus" href={unitPaths.invite(props.unit.id)}>
            {t.invitePerson}
          </LinkButton>
          <LinkButton href={unitPaths.addRole(props.unit.id)}>{t.addPerson}</LinkButton>
        </p>
      )}
    </div>
  )
}

const Mandates = (props: UnitPageProps) => {
  const t = words(props.locale)
  if (!props.mandates) return null
  return (
    <div class="stack tight">
      <Sheet title={t.mandates} id="uy-quyen" flush>
        <MandateTable locale={props.locale} mandates={props.mandates} />
      </Sheet>
      {props.unit.status === 'active' && props.may.ask && (
        <p class="row">
          <LinkButton icon="plus" href={mandatePaths.ask(props.unit.id)}>
            {t.askMandate}
          </LinkButton>
        </p>
      )}
    </div>
  )
}

/** Who carries on the work of a unit that is no more, or that its whole level is over. */
const Standing = ({ locale, unit, successors, today }: UnitPageProps) => {
  if (unit.status === 'ended') {
    return successors.length === 0 ? null : <Notice kind="info" title={words(locale).nowIs(tellWays(successors))} />
  }
  if (unit.level_ended_on === null || unit.level_ended_on >= today) return null
  const name = locale === 'vi' ? unit.level_name : unit.level_name_en
  return <Notice kind="warning">{lineageWords(locale).levelOverUnit(name, formatDay(unit.level_ended_on))}</Notice>
}

const Code = ({ locale, unit, may }: UnitPageProps) => {
  const t = words(locale)
  if (!may.keep) return <>{unit.code}</>
  return (
    <span class="row">
      {unit.code ?? t.noCode} <a href={unitPaths.code(unit.id)}>{t.correctCode}</a>
    </span>
  )
}

export const UnitPage = (props: UnitPageProps) => {
  const { unit, past } = props
  const t = words(props.locale)
  const active = unit.status === 'active'
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.units, href: unitPaths.list }]} />
      <PageHead
        title={unit.full_name}
        state={<State kind={active ? 'done' : 'none'}>{t.statuses[unit.status]}</State>}
        actions={props.may.keep && active && <Keeping unit={unit} t={t} />}
      />
      <Facts
        facts={[
          { label: t.shortName, value: unit.short_name },
          { label: t.level, value: props.locale === 'vi' ? unit.level_name : unit.level_name_en },
          ...(unit.code === null && !props.may.keep ? [] : [{ label: t.stateCode, value: <Code {...props} /> }]),
          { label: t.parents, value: past.parents.find((row) => row.to_on === null)?.name ?? t.noParent },
        ]}
      />
      <Standing {...props} />
      <People {...props} />
      <Mandates {...props} />
      <LifeSheet locale={props.locale} life={props.life} />
      <LineageSheet locale={props.locale} unit={unit} deeds={props.family} hostOf={props.hostOf} />
      <Sheet title={t.history}>
        <History entries={props.history} />
        <Views views={props.views} />
      </Sheet>
    </div>
  )
}
