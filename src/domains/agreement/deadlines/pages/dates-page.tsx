import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { deadlinePaths } from '#domains/calendar/deadlines/paths.ts'
import { addDays } from '#platform/clock.ts'
import type { Locale } from '#platform/words.ts'
import { Empty } from '#ui/empty.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { datesPath } from '../paths.ts'
import type { ProposedDate } from '../queries.ts'
import { words } from '../words.ts'

interface DatesPageProps {
  locale: Locale
  year: BlocYearRow
  dates: readonly ProposedDate[]
  /** The form that came back, for the date that it names; the others are untouched. */
  form: Returned
}

const untouched: Returned = { typed: {}, errors: [] }

const readings = (date: ProposedDate, locale: Locale) => {
  const t = words(locale)
  const [first] = date.days
  if (first === undefined) return []
  const told = (day: string) => t.first(formatDay(day), date.days.length)
  const named = { value: 'named', label: t.named(told(first.day)) }
  const before = { value: 'before', label: t.before(told(addDays(first.day, -1))) }
  return [...(date.isBefore ? [before, named] : [named]), { value: 'none', label: t.notADeadline }]
}

const DateForm = ({ locale, year, form, date }: DatesPageProps & { date: ProposedDate }) => {
  const t = words(locale)
  return (
    <Sheet title={t.read(date.words)}>
      <div class="stack">
        <p class="mute">
          {t.clause}: {date.text}
        </p>
        <PostedForm action={datesPath(year.bloc.slug, year.slug)} form={form} submit={t.confirm}>
          <input type="hidden" name="clause" value={date.clause} />
          <input type="hidden" name="at" value={String(date.at)} />
          <TextField
            {...fieldOf(form, 'title', date.title)}
            id={`title-${date.at}`}
            label={t.name}
            maxlength={160}
            required
          />
          <RadioGroup
            {...fieldOf(form, 'reading', date.isBefore ? 'before' : 'named')}
            id={`reading-${date.at}`}
            label={t.reading}
            choices={readings(date, locale)}
            required
          />
          <RadioGroup
            {...fieldOf(form, 'audience', 'members')}
            id={`audience-${date.at}`}
            label={t.audience}
            choices={(['members', 'head'] as const).map((value) => ({ value, label: t.audiences[value] }))}
            required
          />
          <Checkbox {...tickOf(form, 'asksTask', true)} id={`asksTask-${date.at}`} label={t.asksTask} />
        </PostedForm>
      </div>
    </Sheet>
  )
}

/** Each date that was read in the signed text, with its clause, to be confirmed or set aside. */
export const DatesPage = (props: DatesPageProps) => {
  const { locale, year, dates, form } = props
  const t = words(locale)
  const isBack = (date: ProposedDate) => form.typed['clause'] === date.clause && form.typed['at'] === String(date.at)
  return (
    <div class="stack">
      <PageHead over={`${year.bloc.short_name}, ${year.label}`} title={t.title} under={t.under} />
      {dates.map((date) => (
        <DateForm {...props} date={date} form={isBack(date) ? form : untouched} />
      ))}
      {dates.length === 0 && (
        <Sheet>
          <Empty
            title={t.none}
            icon="check"
            action={<a href={deadlinePaths.calendar(year.bloc.slug, year.slug)}>{t.calendar}</a>}
          >
            {t.noneBody}
          </Empty>
        </Sheet>
      )}
    </div>
  )
}
