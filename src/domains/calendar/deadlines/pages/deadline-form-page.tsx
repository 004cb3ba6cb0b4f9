import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { audiences, deadlineKinds } from '../deadline.ts'
import { nameOf } from '../name-of.ts'
import { deadlinePaths } from '../paths.ts'
import type { DeadlineRow } from '../queries.ts'
import { words } from '../words.ts'
import { calendarCrumbs } from './deadline-page.tsx'

interface DeadlineFormProps {
  locale: Locale
  year: BlocYearRow
  form: Returned
  members: readonly { unit: string; short_name: string }[]
  /** The one that is changed; without it one is added. */
  deadline?: DeadlineRow
}

const When = ({ locale, form, deadline }: DeadlineFormProps) => {
  const t = words(locale)
  const lasts = deadline !== undefined && deadline.ends_on !== deadline.starts_on
  return (
    <>
      <DayField {...fieldOf(form, 'startsOn', deadline?.starts_on)} label={t.startsOn} help={t.startsOnHelp} required />
      <DayField
        {...fieldOf(form, 'endsOn', lasts ? deadline.ends_on : undefined)}
        label={t.endsOn}
        help={t.endsOnHelp}
      />
      <TextField
        {...fieldOf(form, 'startsAt', deadline?.starts_at ?? undefined)}
        label={t.startsAt}
        example={t.timeExample}
        maxlength={5}
        narrow
      />
      <TextField {...fieldOf(form, 'endsAt', deadline?.ends_at ?? undefined)} label={t.endsAt} maxlength={5} narrow />
    </>
  )
}

const ForWhom = ({ locale, form, members, deadline }: DeadlineFormProps) => {
  const t = words(locale)
  return (
    <>
      <RadioGroup
        {...fieldOf(form, 'audience', deadline?.audience ?? 'members')}
        label={t.audience}
        choices={audiences.map((value) => ({ value, label: t.audiences[value] }))}
        required
      />
      <SelectField
        {...fieldOf(form, 'unit', deadline?.unit_id ?? undefined)}
        label={t.unit}
        help={t.unitHelp}
        options={members.map(({ unit, short_name: label }) => ({ value: unit, label }))}
      />
      <Checkbox {...tickOf(form, 'asksTask', deadline?.asks_task ?? true)} label={t.asksTask} />
    </>
  )
}

/** What is written into the calendar, added or changed. */
export const DeadlineFormPage = (props: DeadlineFormProps) => {
  const { locale, year, form, deadline } = props
  const t = words(locale)
  const at = [year.bloc.slug, year.slug] as const
  const title = deadline === undefined ? t.addTitle : t.changeTitle(nameOf(deadline, locale))
  const back = deadline === undefined ? deadlinePaths.calendar(...at) : deadlinePaths.deadline(...at, deadline.id)
  return (
    <div class="stack">
      <Breadcrumb crumbs={calendarCrumbs(year, locale)} />
      <PageHead title={title} under={deadline === undefined ? t.addNote : t.changeNote} />
      <PostedForm
        action={deadline === undefined ? deadlinePaths.add(...at) : deadlinePaths.change(...at, deadline.id)}
        form={form}
        submit={deadline === undefined ? t.addIt : t.saveChange}
        cancel={{ label: t.back, href: back }}
      >
        <TextField
          {...fieldOf(form, 'title', deadline && nameOf(deadline, 'vi'))}
          label={t.name}
          example={t.nameExample}
          maxlength={200}
          required
        />
        <RadioGroup
          {...fieldOf(form, 'kind', deadline?.kind ?? 'deadline')}
          label={t.kind}
          choices={deadlineKinds.map((value) => ({ value, label: t.kinds[value], help: t.kindHelps[value] }))}
          required
        />
        <When {...props} />
        <TextField
          {...fieldOf(form, 'place', deadline?.place)}
          label={t.place}
          example={t.placeExample}
          maxlength={200}
        />
        <TextArea {...fieldOf(form, 'note', deadline?.note)} label={t.note} rows={4} />
        <ForWhom {...props} />
      </PostedForm>
    </div>
  )
}
