import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { activityPaths } from '../paths.ts'
import type { ActivityRow } from '../queries.ts'
import { words } from '../words.ts'

interface ReportPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  activity: ActivityRow
  /** The report's own id, made with the form: a form that is sent twice reports once. */
  id: string
  form: Returned
}

const written = (value: string | null | undefined) => value?.replace('.', ',')

/** What came of an activity. */
export const ReportPage = ({ year, at, activity, id, form }: ReportPageProps) => {
  const t = words(useLocale())
  const before = activity.report
  return (
    <YearFrame
      year={year}
      title={t.reportTitle(activity.title)}
      under={before === null ? undefined : t.reportNote}
      crumbs={[{ label: t.title, href: activityPaths.list(...at) }]}
    >
      <PostedForm
        action={activityPaths.report(...at, activity.id)}
        form={form}
        submit={t.send}
        cancel={{ label: t.cancel, href: activityPaths.one(...at, activity.id) }}
      >
        <input type="hidden" name="id" value={form.typed['id'] ?? id} />
        <DayField
          {...fieldOf(form, 'heldOn', before?.held_on ?? activity.held_on ?? activity.starts_on)}
          label={t.heldOn}
          required
        />
        <TextField
          {...fieldOf(form, 'participants', before?.participants?.toString())}
          label={t.participants}
          help={t.participantsHelp}
          inputmode="numeric"
          narrow
        />
        <TextField
          {...fieldOf(form, 'money', written(before?.money))}
          label={t.money}
          help={t.moneyHelp}
          example={t.moneyExample}
          inputmode="decimal"
          narrow
        />
        <TextArea
          {...fieldOf(form, 'result', before?.result)}
          label={t.result}
          example={t.resultExample}
          rows={6}
          maxlength={4000}
          required
        />
        {before !== null && <TextField {...fieldOf(form, 'reason')} label={t.replaceReason} maxlength={500} required />}
      </PostedForm>
    </YearFrame>
  )
}
