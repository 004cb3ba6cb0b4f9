import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { ReturnedForm } from '#platform/answer-form.ts'
import { Facts } from '#ui/facts.tsx'
import { formatDay, formatNumber } from '#ui/format.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { caseCan, type CareCase } from '../care-case.ts'
import { carePaths } from '../paths.ts'
import { words } from '../words.ts'
import { stateKinds } from './list-page.tsx'

export interface CasePageProps {
  year: BlocYearRow
  at: readonly [bloc: string, year: string]
  care: CareCase
  unit: string
  mayKeep: boolean
  forms: Readonly<Partial<Record<'support' | 'finish', ReturnedForm>>>
  history: readonly HistoryEntry[]
}

const none: ReturnedForm = { typed: {}, errors: [] }

const CaseFacts = ({ care, unit }: CasePageProps) => {
  const locale = useLocale()
  const all = words(locale)
  const told = (label: string, value: string | null) => (value === null || value === '' ? [] : [{ label, value }])
  const day = (value: string | null) => (value === null ? null : formatDay(value))
  const money = care.care_value === null ? null : formatNumber(care.care_value as `${number}`, locale)
  return (
    <Facts
      facts={[
        { label: all.list.unit, value: unit },
        { label: all.list.receivedOn, value: formatDay(care.received_on) },
        { label: all.form.people, value: formatNumber(String(care.people) as `${number}`, locale) },
        ...told(all.form.subject, care.subject),
        ...told(all.form.place, care.place_name),
        ...told(all.support.on, day(care.supported_on)),
        ...told(all.support.text, care.support),
        ...told(all.finish.on, day(care.ended_on)),
        ...told(all.finish.outcome, care.outcome),
        ...told(all.finish.value, money),
      ]}
    />
  )
}

const Steps = ({ at, care, forms }: CasePageProps) => {
  const all = words(useLocale())
  const support = forms.support ?? none
  const finish = forms.finish ?? none
  return (
    <>
      <Sheet title={all.support.title}>
        <PostedForm action={carePaths.support(care.id, ...at)} form={support} submit={all.support.submit}>
          <DayField {...fieldOf(support, 'supportedOn')} label={all.support.on} required />
          <TextArea {...fieldOf(support, 'support')} label={all.support.text} rows={3} maxlength={2000} required />
        </PostedForm>
      </Sheet>
      <Sheet title={all.finish.title}>
        <p>{all.finish.body}</p>
        <PostedForm action={carePaths.finish(care.id, ...at)} form={finish} submit={all.finish.submit}>
          <RadioGroup
            {...fieldOf(finish, 'state', 'solved')}
            label={all.finish.state}
            choices={(['solved', 'ended'] as const).map((value) => ({ value, label: all.states[value] }))}
            required
          />
          <DayField {...fieldOf(finish, 'endedOn')} label={all.finish.on} required />
          <TextArea {...fieldOf(finish, 'outcome')} label={all.finish.outcome} rows={3} maxlength={2000} required />
          <TextField
            {...fieldOf(finish, 'value')}
            label={all.finish.value}
            help={all.finish.valueHelp}
            inputmode="numeric"
            maxlength={30}
          />
        </PostedForm>
      </Sheet>
    </>
  )
}

/** One case: what is known of it, and the next steps for those who keep it. */
export const CasePage = (props: CasePageProps) => {
  const { year, care, mayKeep } = props
  const all = words(useLocale())
  return (
    <YearFrame
      year={year}
      title={care.title}
      state={<State kind={stateKinds[care.state]}>{all.states[care.state]}</State>}
      within
    >
      <Sheet>
        <CaseFacts {...props} />
      </Sheet>
      {mayKeep && caseCan('finish', care) && <Steps {...props} />}
      <History entries={props.history} />
    </YearFrame>
  )
}
