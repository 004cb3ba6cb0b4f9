import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { voicePaths } from '../../paths.ts'
import type { VoicesYear } from '../../read-voices-year.ts'
import { words } from '../../words.ts'

interface DaysPageProps {
  place: VoicesYear
  /** What holds today: the bloc's own days, else those of the law's rule. */
  own: { days: number; urgent_days: number; basis: string } | undefined
  due: { count: number; basis: string } | undefined
  today: string
  form: Returned
}

/** Within how many working days a bloc answers. */
export const DaysPage = ({ place, own, due, today, form }: DaysPageProps) => {
  const t = words(useLocale())
  const law = due === undefined ? t.daysNone : t.daysLaw(due.count, due.basis)
  return (
    <YearFrame year={place.year} title={t.days} under={t.daysUnder} within>
      <Sheet>
        <p>{own === undefined ? law : t.daysOwn(own.days, own.urgent_days, own.basis)}</p>
        {place.mayKeep && (
          <PostedForm action={voicePaths.days(...place.at)} form={form} submit={t.daysDo}>
            <DayField {...fieldOf(form, 'fromOn', today)} label={t.daysFrom} required />
            <TextField
              {...fieldOf(form, 'days')}
              label={t.daysCount}
              inputmode="numeric"
              maxlength={2}
              required
              narrow
            />
            <TextField
              {...fieldOf(form, 'urgentDays')}
              label={t.daysUrgent}
              inputmode="numeric"
              maxlength={2}
              required
              narrow
            />
            <TextField
              {...fieldOf(form, 'basis')}
              label={t.daysBasis}
              example={t.daysBasisExample}
              maxlength={200}
              required
            />
          </PostedForm>
        )}
      </Sheet>
    </YearFrame>
  )
}
