import { SubmitButton } from '#ui/button.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { GreatDay } from '../great-day.ts'
import { activityPaths } from '../paths.ts'
import { words, type ActivityWords } from '../words.ts'

interface GreatDaysPageProps {
  days: readonly GreatDay[]
  mayKeep: boolean
  form: Returned
}

const two = (number: number) => String(number).padStart(2, '0')

const StateOfDay = ({ day, mayKeep }: { day: GreatDay; mayKeep: boolean }) => {
  const t = words(useLocale())
  if (day.ended_on !== null) return <State kind="none">{t.ended(formatDay(day.ended_on))}</State>
  if (!mayKeep) return <State kind="done">{t.inUse}</State>
  return (
    <form method="post" action={activityPaths.greatDayEnd(day.id)}>
      <SubmitButton look="quiet">{t.endGreatDay}</SubmitButton>
    </form>
  )
}

const columns = (t: ActivityWords, mayKeep: boolean): Column<GreatDay>[] => [
  { key: 'on', label: t.on, cell: (day) => `${two(day.day)}/${two(day.month)}` },
  {
    key: 'name',
    label: t.greatDayName,
    heading: true,
    cell: (day) => (day.is_local ? `${day.name} (${t.local})` : day.name),
  },
  { key: 'of', label: t.organisation, cell: (day) => day.organisation },
  { key: 'remind', label: t.remindDays, numeric: true, cell: (day) => String(day.remind_days) },
  { key: 'state', label: t.state, cell: (day) => <StateOfDay day={day} mayKeep={mayKeep} /> },
]

/** The great days of the tenant through the year. */
export const GreatDaysPage = ({ days, mayKeep, form }: GreatDaysPageProps) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      <PageHead title={t.greatDays} under={t.greatDaysNote} />
      <Sheet flush>
        <Table caption={t.greatDays} columns={columns(t, mayKeep)} rows={days} />
      </Sheet>
      {mayKeep && (
        <Sheet title={t.addGreatDay}>
          <PostedForm action={activityPaths.greatDays} form={form} submit={t.doAddGreatDay}>
            <TextField {...fieldOf(form, 'on')} label={t.on} example={t.onExample} maxlength={5} narrow required />
            <TextField {...fieldOf(form, 'name')} label={t.greatDayName} maxlength={200} required />
            <TextField
              {...fieldOf(form, 'organisation')}
              label={t.organisation}
              help={t.organisationHelp}
              maxlength={120}
            />
            <TextField
              {...fieldOf(form, 'remindDays', '21')}
              label={t.remindDays}
              inputmode="numeric"
              maxlength={3}
              narrow
              required
            />
          </PostedForm>
        </Sheet>
      )}
    </div>
  )
}
