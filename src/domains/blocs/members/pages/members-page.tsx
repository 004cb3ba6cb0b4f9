import { unitPaths } from '#domains/units/paths.ts'
import type { UnitInList } from '#domains/units/unit.ts'
import type { Locale } from '#platform/words.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { FormSheet, yearCrumbs } from '../../pages/start-pages.tsx'
import { blocPaths } from '../../paths.ts'
import type { BlocYearRow, MemberRow } from '../../queries.ts'
import { words, type BlocWords } from '../../words.ts'

export interface MembersPageProps {
  locale: Locale
  year: BlocYearRow
  members: readonly MemberRow[]
  ended: readonly { id: string; name: string; from_on: string; to_on: string | null }[]
  may: { order: boolean; change: boolean }
  /** Units to choose from, for who may admit. */
  search: { text: string; units: readonly UnitInList[]; total: number }
  form: Returned
}

/** One step up: enough to reach any order, by keyboard and without script. */
const Rise = ({ member, year, t }: { member: MemberRow; year: BlocYearRow; t: BlocWords }) => (
  <form method="post" action={blocPaths.memberRise(year.bloc.slug, year.slug)}>
    <input type="hidden" name="membership" value={member.membership} />
    <SubmitButton look="quiet">
      {t.rise}
      <span class="hidden-text"> {member.short_name}</span>
    </SubmitButton>
  </form>
)

const columns = (t: BlocWords, { year, members, may }: MembersPageProps): Column<MemberRow>[] => [
  {
    key: 'unit',
    label: t.unit,
    cell: (member) => (
      <>
        {member.position}. <a href={unitPaths.unit(member.unit)}>{member.full_name}</a>
      </>
    ),
  },
  { key: 'from', label: t.fromOn, cell: (member) => formatDay(member.from_on) },
  ...(may.order ? [riseColumn(t, year, members[0])] : []),
  ...(may.change ? [endColumn(t, year)] : []),
]

const riseColumn = (t: BlocWords, year: BlocYearRow, first: MemberRow | undefined): Column<MemberRow> => ({
  key: 'rise',
  label: t.order,
  cell: (member) => (member === first ? '' : <Rise member={member} year={year} t={t} />),
})

const endColumn = (t: BlocWords, year: BlocYearRow): Column<MemberRow> => ({
  key: 'end',
  label: t.endMembership,
  cell: (member) => {
    const href = blocPaths.memberEnd(year.bloc.slug, year.slug, member.membership)
    return member.to_on === null ? <a href={href}>{t.endMembership}</a> : ''
  },
})

const endedColumns = (t: BlocWords): Column<MembersPageProps['ended'][number]>[] => [
  { key: 'unit', label: t.unit, cell: (row) => row.name },
  { key: 'from', label: t.fromOn, cell: (row) => formatDay(row.from_on) },
  { key: 'to', label: t.toOn, cell: (row) => (row.to_on === null ? '' : formatDay(row.to_on)) },
]

const Admit = ({ locale, year, search, form }: MembersPageProps) => {
  const t = words(locale)
  const here = blocPaths.members(year.bloc.slug, year.slug)
  return (
    <Sheet title={t.admit} id="ket-nap">
      <div class="stack">
        <p>{t.admitHelp}</p>
        <ListTools
          action={here}
          search={{ label: t.findUnit, value: search.text }}
          shown={search.units.length}
          total={search.total}
          count={t.foundUnits(search.units.length, search.total)}
        />
        <PostedForm action={`${here}?q=${encodeURIComponent(search.text)}`} form={form} submit={t.admit}>
          <SelectField
            {...fieldOf(form, 'unit')}
            label={t.unit}
            options={search.units.map((unit) => ({ value: unit.id, label: unit.full_name }))}
            required
          />
          <DayField {...fieldOf(form, 'fromOn', year.starts_on)} label={t.fromOn} required />
          <TextField {...fieldOf(form, 'document')} label={t.document} example={t.documentExample} maxlength={200} />
        </PostedForm>
      </div>
    </Sheet>
  )
}

export const MembersPage = (props: MembersPageProps) => {
  const t = words(props.locale)
  return (
    <FormSheet
      crumbs={yearCrumbs(props.year, props.locale)}
      title={t.members}
      over={props.year.bloc.short_name}
      under={t.membersNote}
    >
      <Sheet flush>
        <Table
          caption={t.members}
          columns={columns(t, props)}
          rows={props.members}
          empty={
            <Empty title={t.noMembers} icon="people">
              {t.noMembersBody}
            </Empty>
          }
        />
      </Sheet>
      {props.may.change && <Admit {...props} />}
      {props.ended.length > 0 && (
        <Sheet title={t.endedMembers} flush>
          <Table caption={t.endedMembers} columns={endedColumns(t)} rows={props.ended} />
        </Sheet>
      )}
    </FormSheet>
  )
}

interface EndPageProps {
  locale: Locale
  year: BlocYearRow
  member: MemberRow
  form: Returned
}

export const EndMembershipPage = ({ locale, year, member, form }: EndPageProps) => {
  const t = words(locale)
  return (
    <FormSheet
      crumbs={yearCrumbs(year, locale)}
      title={t.endMembershipTitle(member.short_name)}
      under={t.endMembershipNote}
    >
      <PostedForm
        action={blocPaths.memberEnd(year.bloc.slug, year.slug, member.membership)}
        form={form}
        submit={t.endMembership}
        look="danger"
        cancel={{ label: t.cancel, href: blocPaths.members(year.bloc.slug, year.slug) }}
      >
        <DayField {...fieldOf(form, 'toOn')} label={t.toOn} required />
        <TextField
          {...fieldOf(form, 'document')}
          label={t.document}
          example={t.documentExample}
          maxlength={200}
          required
        />
      </PostedForm>
    </FormSheet>
  )
}
