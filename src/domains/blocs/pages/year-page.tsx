import { mandateRights } from '#domains/units/mandates/mandate.ts'
import { mandatePaths } from '#domains/units/mandates/paths.ts'
import type { MandateRow } from '#domains/units/mandates/queries.ts'
import { words as mandateWords } from '#domains/units/mandates/words.ts'
import { unitPaths } from '#domains/units/paths.ts'
import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { ColumnsList } from '#ui/columns-list.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay, formatPeriod } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Road } from '#ui/road.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TodoList, type Todo } from '#ui/todo-list.tsx'
import type { Stop } from '../bloc-year.ts'
import { ClosingNotice } from '../closing/pages/closing-notice.tsx'
import type { Closing } from '../closing/queries.ts'
import { OpenChangeNotice } from '../handover/pages/open-change-notice.tsx'
import { handoverPaths } from '../handover/paths.ts'
import type { NamedChange } from '../handover/queries.ts'
import { words as handoverWords } from '../handover/words.ts'
import { blocPaths } from '../paths.ts'
import type { BlocYearRow, MemberRow } from '../queries.ts'
import { roadStopsOf } from '../road-stops.ts'
import { words, type BlocWords } from '../words.ts'

export interface YearPageProps {
  locale: Locale
  today: string
  year: BlocYearRow
  road: readonly Stop[]
  todos: readonly Todo[]
  members: readonly MemberRow[]
  /** Who signs, by unit. */
  signers: ReadonlyMap<string, MandateRow>
  mandates: readonly MandateRow[]
  secretaries: readonly { full_name: string }[]
  history: readonly HistoryEntry[]
  closing: Closing | undefined
  /** Changes of head whose hand-over is not closed. */
  openChanges: readonly NamedChange[]
  tookOver: readonly BlocYearRow[]
  /** Members that left within the year; they stay to be seen, with their last day. */
  ended: readonly { unit_id: string; name: string; from_on: string; to_on: string | null }[]
  may: Record<'seeMandates' | 'keepRoad' | 'editMembers' | 'editOffices' | 'startNext' | 'close', boolean>
}

const memberColumns = (t: BlocWords, { signers, may }: YearPageProps): Column<MemberRow>[] => [
  {
    key: 'unit',
    label: t.unit,
    heading: true,
    cell: (member) => (
      <>
        {member.position}. <a href={unitPaths.unit(member.unit)}>{member.full_name}</a>
      </>
    ),
  },
  {
    key: 'office',
    label: t.officeLabel,
    cell: (member) => (member.office === null ? t.member : <b>{t.offices[member.office]}</b>),
  },
  {
    key: 'signer',
    label: t.signer,
    cell: (member) => {
      const signer = signers.get(member.unit)
      if (!signer) return <State kind="soon">{t.noSigner}</State>
      const name = t.personOf(signer.person, signer.post)
      return may.seeMandates ? <a href={mandatePaths.mandate(signer.id)}>{name}</a> : name
    },
  },
]

const mandateColumns = (t: BlocWords, { locale, members }: YearPageProps): Column<MandateRow>[] => {
  const m = mandateWords(locale)
  const names = new Map(members.map((member) => [member.unit, member.short_name]))
  const rights = (row: MandateRow) => mandateRights.filter((right) => row[right]).map((right) => m.right[right])
  return [
    { key: 'person', label: m.person, cell: (row) => <a href={mandatePaths.mandate(row.id)}>{row.person}</a> },
    { key: 'unit', label: t.unit, cell: (row) => names.get(row.unit_id) ?? '' },
    { key: 'rights', label: m.rights, cell: (row) => rights(row).join(', ') },
    { key: 'term', label: m.term, cell: (row) => `${formatDay(row.from_on)} – ${formatDay(row.to_on)}` },
    {
      key: 'state',
      label: m.state,
      cell: (row) => <State kind={row.state === 'confirmed' ? 'done' : 'none'}>{m.states[row.state]}</State>,
    },
  ]
}

const YearHead = ({ locale, year, may }: YearPageProps) => {
  const t = words(locale)
  const { bloc } = year
  return (
    <PageHead
      over={bloc.name}
      title={t.year(year.label)}
      under={formatPeriod(year.starts_on, year.ends_on, locale)}
      actions={
        Object.values({ ...may, keepRoad: false }).includes(true) && (
          <>
            {may.editMembers && <LinkButton href={blocPaths.members(bloc.slug, year.slug)}>{t.editMembers}</LinkButton>}
            {may.editOffices && <LinkButton href={blocPaths.offices(bloc.slug, year.slug)}>{t.editOffices}</LinkButton>}
            {may.seeMandates && (
              <LinkButton href={handoverPaths.list(bloc.slug, year.slug)}>{handoverWords(locale).title}</LinkButton>
            )}
            {may.seeMandates && (
              <LinkButton href={handoverPaths.book(bloc.slug, year.slug)}>{handoverWords(locale).book}</LinkButton>
            )}
            {may.close && <LinkButton href={blocPaths.close(bloc.slug, year.slug)}>{t.closeYear}</LinkButton>}
            {may.startNext && <LinkButton href={blocPaths.start(bloc.slug)}>{t.startYear}</LinkButton>}
          </>
        )
      }
    />
  )
}

const Mandates = (props: YearPageProps) => {
  const t = words(props.locale)
  const { none, noneOfUnitBody } = mandateWords(props.locale)
  return (
    <Sheet title={t.mandates} flush>
      <Table
        caption={t.mandates}
        columns={mandateColumns(t, props)}
        rows={props.mandates}
        empty={<Empty title={none}>{noneOfUnitBody}</Empty>}
      />
    </Sheet>
  )
}

/** A bloc-year's home: its road, what the reader must do now, and who is in it. */
export const YearPage = (props: YearPageProps) => {
  const { locale, year, road, today, may } = props
  const t = words(locale)
  const { bloc } = year
  const href = may.keepRoad ? (stop: Stop['stop']) => blocPaths.stop(bloc.slug, year.slug, stop) : undefined
  return (
    <div class="stack">
      <Breadcrumb
        crumbs={[
          { label: t.blocs, href: blocPaths.list },
          { label: bloc.short_name, href: blocPaths.bloc(bloc.slug) },
        ]}
      />
      <YearHead {...props} />
      <ClosingNotice locale={locale} closing={props.closing} tookOver={props.tookOver} />
      <OpenChangeNotice year={year} changes={props.openChanges} />
      <Road stops={roadStopsOf(road, { locale, today, href })} label={t.road} />
      {href && <p class="mute small">{t.roadNote}</p>}
      <Sheet title={t.todo} flush>
        {props.todos.length === 0 ? <Empty title={t.nothingToDo} icon="check" /> : <TodoList todos={props.todos} />}
      </Sheet>
      {(props.members.length > 0 || props.ended.length === 0) && (
        <Sheet title={t.members} flush>
          <Table
            caption={t.members}
            columns={memberColumns(t, props)}
            rows={props.members}
            empty={
              <Empty title={t.noMembers} icon="people">
                {t.noMembersBody}
              </Empty>
            }
          />
        </Sheet>
      )}
      {props.ended.length > 0 && (
        <Sheet title={t.endedMembers}>
          <ColumnsList
            items={props.ended.map((row) => ({
              label: row.name,
              href: unitPaths.unit(row.unit_id),
              note: t.memberUntil(formatDay(row.to_on ?? year.ends_on)),
            }))}
          />
        </Sheet>
      )}
      <Sheet title={t.secretaries}>
        <p>{props.secretaries.map((person) => person.full_name).join(', ') || t.noSecretary}</p>
      </Sheet>
      {may.seeMandates && <Mandates {...props} />}
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </div>
  )
}
