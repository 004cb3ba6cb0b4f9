import type { BlocYearRow, MemberRow } from '#domains/blocs/queries.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { memberOptions, YearFrame } from '../../pages/year-frame.tsx'
import type { MovementRow } from '../../register/queries.ts'
import type { GreatDayOn } from '../great-day.ts'
import { activityPaths } from '../paths.ts'
import type { ActivityRow } from '../queries.ts'
import { words } from '../words.ts'

interface PlanPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  /** Absent when one is planned. */
  activity: ActivityRow | undefined
  members: readonly MemberRow[]
  /** Who may be in charge: all members for the head, else the own unit. */
  chargeable: readonly MemberRow[]
  greatDays: readonly GreatDayOn[]
  /** The great day from whose reminder the reader came. */
  greatDay: GreatDayOn | undefined
  movements: readonly MovementRow[]
  form: Returned
}

const When = ({ form, activity, greatDays, greatDay }: PlanPageProps) => {
  const t = words(useLocale())
  const endsOn = activity?.ends_on === activity?.starts_on ? undefined : activity?.ends_on
  return (
    <>
      <SelectField
        {...fieldOf(form, 'greatDay', activity?.great_day_id ?? greatDay?.id)}
        label={t.greatDay}
        none={t.greatDayNone}
        options={greatDays.map((day) => ({ value: day.id, label: `${formatDay(day.on).slice(0, 5)}: ${day.name}` }))}
      />
      <DayField {...fieldOf(form, 'startsOn', activity?.starts_on ?? greatDay?.on)} label={t.startsOn} required />
      <DayField {...fieldOf(form, 'endsOn', endsOn)} label={t.endsOn} help={t.endsOnHelp} />
    </>
  )
}

const Fields = ({ form, activity, chargeable, movements }: PlanPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <TextField
        {...fieldOf(form, 'place', activity?.place)}
        label={t.place}
        example={t.placeExample}
        maxlength={200}
      />
      <TextArea {...fieldOf(form, 'plan', activity?.plan)} label={t.plan} rows={5} maxlength={4000} />
      <SelectField
        {...fieldOf(form, 'chargeUnit', activity?.charge_unit_id ?? chargeable[0]?.unit)}
        label={t.chargeUnit}
        options={memberOptions(chargeable)}
        required
      />
      <TextField {...fieldOf(form, 'chargePerson', activity?.charge_person)} label={t.chargePerson} maxlength={120} />
      <SelectField
        {...fieldOf(form, 'movement', activity?.movement_id ?? undefined)}
        label={t.movement}
        none={t.movementNone}
        options={movements.map((movement) => ({ value: movement.id, label: movement.title }))}
      />
    </>
  )
}

/** The plan of a joint activity, new or to be changed. */
export const PlanPage = (props: PlanPageProps) => {
  const t = words(useLocale())
  const { year, at, activity, form, members } = props
  const isNew = activity === undefined
  const takesPart = (unit: string) => isNew || activity.units.some((one) => one.unit === unit)
  return (
    <YearFrame
      year={year}
      title={isNew ? t.planTitle : t.correct}
      crumbs={[{ label: t.title, href: activityPaths.list(...at) }]}
    >
      <PostedForm
        action={isNew ? activityPaths.plan(...at) : activityPaths.correct(...at, activity.id)}
        form={form}
        submit={t.save}
        cancel={{ label: t.cancel, href: isNew ? activityPaths.list(...at) : activityPaths.one(...at, activity.id) }}
      >
        {!isNew && <input type="hidden" name="version" value={String(activity.version)} />}
        <TextField
          {...fieldOf(form, 'title', activity?.title)}
          label={t.name}
          example={t.nameExample}
          maxlength={200}
          required
        />
        <When {...props} />
        <Fields {...props} />
        <Fieldset legend={t.units} help={t.unitsHelp}>
          {members.map((member) => (
            <Checkbox {...tickOf(form, `u_${member.unit}`, takesPart(member.unit))} label={member.full_name} />
          ))}
        </Fieldset>
      </PostedForm>
    </YearFrame>
  )
}
