import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { Details } from '#ui/details.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { movementPaths } from '../../register/paths.ts'
import type { MovementRow } from '../../register/queries.ts'
import { words as movementWords } from '../../register/words.ts'
import type { ParticipationRow } from '../queries.ts'
import { words } from '../words.ts'

interface Shared {
  year: BlocYearRow
  at: readonly [string, string]
  movement: MovementRow
  unitName: string
  form: Returned
}

const crumbsOf = ({ at, movement }: Shared, title: string) => [
  { label: title, href: movementPaths.list(...at) },
  { label: movement.title, href: movementPaths.one(...at, movement.id) },
]

const Leave = ({ at, movement, leaving }: Shared & { leaving: Returned }) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.leave}>
      <Details summary={t.leaveNote} open={leaving.errors.length > 0 || leaving.refused !== undefined}>
        <PostedForm action={movementPaths.leave(...at, movement.id)} form={leaving} submit={t.leave} look="danger">
          <TextField {...fieldOf(leaving, 'reason')} label={t.reason} maxlength={500} required />
        </PostedForm>
      </Details>
    </Sheet>
  )
}

/** A unit registers, or changes its plan, or leaves. */
export const JoinPage = (props: Shared & { own: ParticipationRow | undefined; leaving: Returned }) => {
  const locale = useLocale()
  const t = words(locale)
  const { year, at, movement, form, own, unitName } = props
  const isIn = own !== undefined && own.withdrawn_on === null
  return (
    <YearFrame
      year={year}
      title={t.joinTitle(movement.title)}
      under={`${unitName}. ${t.joinNote}`}
      crumbs={crumbsOf(props, movementWords(locale).title)}
    >
      <PostedForm
        action={movementPaths.join(...at, movement.id)}
        form={form}
        submit={t.save}
        cancel={{ label: t.cancel, href: movementPaths.one(...at, movement.id) }}
      >
        <TextArea
          {...fieldOf(form, 'plan', own?.plan)}
          label={t.plan}
          example={t.planExample}
          rows={6}
          maxlength={4000}
          required
        />
        <TextField
          {...fieldOf(form, 'people', own?.people === null ? undefined : own?.people.toString())}
          label={t.people}
          help={t.peopleHelp}
          inputmode="numeric"
          narrow
        />
        <DayField {...fieldOf(form, 'finishOn', own?.finish_on ?? undefined)} label={t.finishOn} />
      </PostedForm>
      {isIn && <Leave {...props} />}
    </YearFrame>
  )
}

/** What a unit reached in a period. */
export const ResultPage = (props: Shared & { period: { startsOn: string; endsOn: string } }) => {
  const locale = useLocale()
  const t = words(locale)
  const { year, at, movement, form, period, unitName } = props
  return (
    <YearFrame
      year={year}
      title={t.reportTitle(movement.title)}
      under={`${unitName}. ${t.reportNote}`}
      crumbs={crumbsOf(props, movementWords(locale).title)}
    >
      <PostedForm
        action={movementPaths.result(...at, movement.id)}
        form={form}
        submit={t.send}
        cancel={{ label: t.cancel, href: movementPaths.one(...at, movement.id) }}
      >
        <DayField {...fieldOf(form, 'startsOn', period.startsOn)} label={t.startsOn} required />
        <DayField {...fieldOf(form, 'endsOn', period.endsOn)} label={t.endsOn} required />
        <TextArea
          {...fieldOf(form, 'text')}
          label={t.text}
          example={t.textExample}
          rows={6}
          maxlength={4000}
          required
        />
        <TextArea
          {...fieldOf(form, 'figures')}
          label={t.figures}
          help={t.figuresHelp}
          example={t.figuresExample}
          rows={4}
          maxlength={4000}
        />
        <TextField {...fieldOf(form, 'reason')} label={t.replaceReason} help={t.replaceReasonHelp} maxlength={500} />
      </PostedForm>
    </YearFrame>
  )
}
