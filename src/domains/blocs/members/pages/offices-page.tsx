import type { Locale } from '#platform/words.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { officeNames, type OfficeName } from '../../bloc-year.ts'
import { OpenChangeNotice } from '../../handover/pages/open-change-notice.tsx'
import type { NamedChange } from '../../handover/queries.ts'
import { FormSheet, yearCrumbs } from '../../pages/start-pages.tsx'
import { blocPaths } from '../../paths.ts'
import type { BlocYearRow, MemberRow } from '../../queries.ts'
import { words, type BlocWords } from '../../words.ts'

interface Term {
  id: string
  name: string
  office: OfficeName
  from_on: string
  to_on: string | null
}

export interface OfficesPageProps {
  locale: Locale
  year: BlocYearRow
  members: readonly MemberRow[]
  offices: readonly Term[]
  openChanges: readonly NamedChange[]
  secretaries: readonly { id: string; full_name: string }[]
  /** Who could be secretary. */
  people: readonly { account: string; name: string; unit: string }[]
  may: { appoint: boolean; nameSecretary: boolean }
  form: Returned
  /** The form of the secretary, when that is the one that came back. */
  secretaryForm: Returned
}

const columns = (t: BlocWords, { year, may }: OfficesPageProps): Column<Term>[] => [
  { key: 'unit', label: t.unit, cell: (term) => term.name },
  { key: 'office', label: t.officeLabel, cell: (term) => t.offices[term.office] },
  {
    key: 'days',
    label: t.officeDays,
    cell: (term) => `${formatDay(term.from_on)} – ${term.to_on === null ? t.now : formatDay(term.to_on)}`,
  },
  ...(may.appoint ? [endColumn(t, year)] : []),
]

const endColumn = (t: BlocWords, year: BlocYearRow): Column<Term> => ({
  key: 'end',
  label: t.endOffice,
  cell: (term) => {
    const href = blocPaths.officeEnd(year.bloc.slug, year.slug, term.id)
    return term.to_on === null ? <a href={href}>{t.endOffice}</a> : ''
  },
})

const Appoint = ({ locale, year, members, form }: OfficesPageProps) => {
  const t = words(locale)
  return (
    <Sheet title={t.appoint}>
      <PostedForm action={blocPaths.offices(year.bloc.slug, year.slug)} form={form} submit={t.appoint}>
        <RadioGroup
          {...fieldOf(form, 'office', 'head')}
          label={t.officeLabel}
          help={t.appointHelp}
          choices={officeNames.map((office) => ({ value: office, label: t.offices[office] }))}
          required
        />
        <SelectField
          {...fieldOf(form, 'unit')}
          label={t.unit}
          options={members.map((member) => ({ value: member.unit, label: member.full_name }))}
          required
        />
        <DayField {...fieldOf(form, 'fromOn', year.starts_on)} label={t.fromOn} required />
        <TextField {...fieldOf(form, 'document')} label={t.document} example={t.documentExample} maxlength={200} />
      </PostedForm>
    </Sheet>
  )
}

const Secretaries = ({ locale, year, secretaries, people, may, secretaryForm }: OfficesPageProps) => {
  const t = words(locale)
  const { slug } = year.bloc
  return (
    <Sheet title={t.secretaries} id="thu-ky">
      <div class="stack">
        {secretaries.length === 0 && <p>{t.noSecretary}</p>}
        {secretaries.map((person) => (
          <form class="row" method="post" action={blocPaths.secretaryEnd(slug, year.slug, person.id)}>
            <span>{person.full_name}</span>
            {may.nameSecretary && <SubmitButton look="quiet">{t.endSecretary}</SubmitButton>}
          </form>
        ))}
        {may.nameSecretary && (
          <PostedForm action={blocPaths.secretary(slug, year.slug)} form={secretaryForm} submit={t.nameSecretary}>
            <SelectField
              {...fieldOf(secretaryForm, 'account')}
              label={t.nameSecretary}
              help={t.secretaryHelp}
              options={people.map((person) => ({ value: person.account, label: t.personOf(person.name, person.unit) }))}
              required
            />
          </PostedForm>
        )}
      </div>
    </Sheet>
  )
}

export const OfficesPage = (props: OfficesPageProps) => {
  const t = words(props.locale)
  return (
    <FormSheet
      crumbs={yearCrumbs(props.year, props.locale)}
      title={t.officesTitle}
      over={`${props.year.bloc.short_name} ${props.year.label}`}
    >
      <OpenChangeNotice year={props.year} changes={props.openChanges} />
      <Sheet title={t.officesPast} flush>
        <Table
          caption={t.officesPast}
          columns={columns(t, props)}
          rows={props.offices}
          empty={
            <Empty title={t.noOffices} icon="person">
              {t.noOfficesBody}
            </Empty>
          }
        />
      </Sheet>
      {props.may.appoint && <Appoint {...props} />}
      <Secretaries {...props} />
    </FormSheet>
  )
}

interface EndOfficePageProps {
  locale: Locale
  year: BlocYearRow
  term: Term
  form: Returned
}

export const EndOfficePage = ({ locale, year, term, form }: EndOfficePageProps) => {
  const t = words(locale)
  return (
    <FormSheet
      crumbs={yearCrumbs(year, locale)}
      title={t.endOffice}
      under={t.personOf(term.name, t.offices[term.office])}
    >
      <PostedForm
        action={blocPaths.officeEnd(year.bloc.slug, year.slug, term.id)}
        form={form}
        submit={t.endOffice}
        look="danger"
        cancel={{ label: t.cancel, href: blocPaths.offices(year.bloc.slug, year.slug) }}
      >
        <DayField {...fieldOf(form, 'toOn')} label={t.toOn} required />
      </PostedForm>
    </FormSheet>
  )
}
