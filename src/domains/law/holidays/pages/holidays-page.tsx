import { SubmitButton } from '#ui/button.tsx'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { legalTextsPath } from '../../paths.ts'
import { words as lawWords } from '../../words.ts'
import { holidayPaths } from '../paths.ts'
import { holidayKinds, type Holiday } from '../queries.ts'
import { words } from '../words.ts'

export interface HolidaysPageProps {
  year: string
  years: readonly string[]
  days: readonly Holiday[]
  mayKeep: boolean
  mayConfirm: boolean
  /** Of the day that was typed, and of the verification. */
  form: Returned
  confirming: Returned
}

function columnsOf(mayKeep: boolean, locale: 'vi' | 'en'): Column<Holiday>[] {
  const t = words(locale)
  return [
    { key: 'day', label: t.day, cell: ({ day }) => formatDay(day) },
    { key: 'kind', label: t.kind, cell: ({ kind }) => t.kinds[kind] },
    { key: 'name', label: t.name, cell: ({ name }) => name },
    { key: 'source', label: t.source, cell: ({ source }) => source },
    {
      key: 'state',
      label: lawWords(locale).confirmation,
      cell: ({ confirmed_at }) =>
        confirmed_at === null ? <State kind="open">{t.unconfirmed}</State> : <State kind="done">{t.confirmed}</State>,
    },
    ...(mayKeep
      ? [
          {
            key: 'remove',
            label: '',
            cell: ({ day }: Holiday) => (
              <form method="post" action={holidayPaths.removal}>
                <input type="hidden" name="day" value={day} />
                <SubmitButton look="quiet">{t.remove(formatDay(day))}</SubmitButton>
              </form>
            ),
          },
        ]
      : []),
  ]
}

const KeepForm = ({ form }: Pick<HolidaysPageProps, 'form'>) => {
  const t = words(useLocale())
  const kinds = holidayKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))
  return (
    <Sheet title={t.add}>
      <PostedForm action={holidayPaths.list} form={form} submit={t.save}>
        <DayField {...fieldOf(form, 'day')} label={t.day} required />
        <SelectField {...fieldOf(form, 'kind', 'off')} label={t.kind} options={kinds} required />
        <TextField {...fieldOf(form, 'name')} label={t.name} example={t.nameExample} maxlength={120} required />
        <TextField {...fieldOf(form, 'source')} label={t.source} maxlength={500} />
      </PostedForm>
    </Sheet>
  )
}

const ConfirmForm = ({ year, mayConfirm, confirming }: HolidaysPageProps) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.confirm(year)}>
      {mayConfirm ? (
        <PostedForm action={holidayPaths.confirmation} form={confirming} submit={t.confirm(year)}>
          <input type="hidden" name="year" value={year} />
          <TextField {...fieldOf(confirming, 'source')} label={t.confirmSource} maxlength={500} required />
        </PostedForm>
      ) : (
        <p class="mute">{t.confirmApart}</p>
      )}
    </Sheet>
  )
}

/** The days of one year, and for who keeps them the forms under the list. */
export const HolidaysPage = (props: HolidaysPageProps) => {
  const { year, years, days, mayKeep } = props
  const locale = useLocale()
  const t = words(locale)
  const options = [...new Set([year, ...years])]
    .toSorted()
    .toReversed()
    .map((value) => ({ value, label: value }))
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: lawWords(locale).title, href: legalTextsPath }]} />
      <PageHead title={t.title} under={t.intro} />
      <ListTools
        action={holidayPaths.list}
        filters={[{ name: 'nam', label: t.year, value: year, options }]}
        shown={days.length}
        total={days.length}
        count={t.count(days.length)}
      />
      <Sheet flush>
        <Table
          caption={t.title}
          rows={days}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
          columns={columnsOf(mayKeep, locale)}
        />
      </Sheet>
      {mayKeep && days.some(({ confirmed_at }) => confirmed_at === null) && <ConfirmForm {...props} />}
      {mayKeep && <KeepForm form={props.form} />}
    </div>
  )
}
