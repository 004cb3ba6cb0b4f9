import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatDay } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { mandatePaths } from '../mandates/paths.ts'
import { MandateTable } from '../mandates/pages/mandate-table.tsx'
import type { MandateRow } from '../mandates/queries.ts'
import { unitPaths } from '../paths.ts'
import type { pastOfUnit, peopleOfUnit, unitById } from '../queries.ts'
import type { UnitRoleName } from '../unit.ts'
import { words, type UnitWords } from '../words.ts'

type Unit = Awaited<ReturnType<typeof unitById>>
type Past = Awaited<ReturnType<typeof pastOfUnit>>
type Person = Awaited<ReturnType<typeof peopleOfUnit>>[number]

export interface UnitPageProps {
  locale: Locale
  unit: Unit
  past: Past
  people: readonly Person[]
  /** Nothing when the reader may not see the unit's mandates. */
  mandates: readonly MandateRow[] | undefined
  history: readonly HistoryEntry[]
  may: { keep: boolean; name: (role: UnitRoleName) => boolean; ask: boolean }
}

const days = (row: { from_on: string; to_on: string | null }, t: UnitWords) =>
  `${formatDay(row.from_on)} – ${row.to_on === null ? t.now : formatDay(row.to_on)}`

const nameColumns = (t: UnitWords): Column<Past['names'][number]>[] => [
  { key: 'full', label: t.fullName, cell: (row) => row.full_name },
  { key: 'short', label: t.shortName, cell: (row) => row.short_name },
  { key: 'days', label: t.since, cell: (row) => days(row, t) },
  { key: 'document', label: t.document, cell: (row) => row.document },
]

const parentColumns = (t: UnitWords): Column<Past['parents'][number]>[] => [
  { key: 'name', label: t.newParent, cell: (row) => <a href={unitPaths.unit(row.parent_id)}>{row.name}</a> },
  { key: 'days', label: t.since, cell: (row) => days(row, t) },
  { key: 'document', label: t.document, cell: (row) => row.document },
]

const personColumns = (t: UnitWords, { unit, may }: UnitPageProps): Column<Person>[] => [
  { key: 'name', label: t.person, cell: (row) => row.full_name },
  { key: 'role', label: t.role, cell: (row) => t.rolePeriod(t.roles[row.role], days(row, t)) },
  { key: 'account', label: t.accountState, cell: (row) => t.accountStates[row.state] },
  ...(may.name('officer') ? [endColumn(t, unit, may)] : []),
]

const endColumn = (t: UnitWords, unit: Unit, may: UnitPageProps['may']): Column<Person> => ({
  key: 'end',
  label: t.endRole,
  cell: (row) =>
    row.to_on === null && may.name(row.role) ? <a href={unitPaths.endRole(unit.id, row.id)}>{t.endRole}</a> : '',
})

const Keeping = ({ unit, t }: { unit: Unit; t: UnitWords }) => (
  <>
    <LinkButton icon="pen" href={unitPaths.rename(unit.id)}>
      {t.rename}
    </LinkButton>
    <LinkButton href={unitPaths.move(unit.id)}>{t.move}</LinkButton>
    <LinkButton href={unitPaths.end(unit.id)}>{t.end}</LinkButton>
  </>
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
          ...(unit.code === null ? [] : [{ label: t.stateCode, value: unit.code }]),
          { label: t.parents, value: past.parents.find((row) => row.to_on === null)?.name ?? t.noParent },
        ]}
      />
      <People {...props} />
      <Mandates {...props} />
      <Sheet title={t.names} flush>
        <Table caption={t.names} columns={nameColumns(t)} rows={past.names} />
      </Sheet>
      {past.parents.length > 0 && (
        <Sheet title={t.parents} flush>
          <Table caption={t.parents} columns={parentColumns(t)} rows={past.parents} />
        </Sheet>
      )}
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </div>
  )
}
