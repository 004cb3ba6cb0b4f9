import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import type { MovementRow } from '../../register/queries.ts'
import { exampleKinds } from '../example.ts'
import { examplePaths } from '../paths.ts'
import type { ExampleRow } from '../queries.ts'
import { words } from '../words.ts'

interface StoryPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  /** Absent when one is nominated. */
  example: ExampleRow | undefined
  movements: readonly MovementRow[]
  unitName: string
  form: Returned
}

export const Consent = ({ form, example }: { form: Returned; example?: ExampleRow | undefined }) => {
  const t = words(useLocale())
  return (
    <Fieldset legend={t.consent} help={t.consentHelp}>
      <DayField {...fieldOf(form, 'consentOn', example?.consent_on ?? undefined)} label={t.consentOn} />
      <TextField
        {...fieldOf(form, 'consentWay', example?.consent_way)}
        label={t.consentWay}
        example={t.consentWayExample}
        maxlength={200}
      />
    </Fieldset>
  )
}

const Story = ({ form, example, movements }: StoryPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <RadioGroup
        {...fieldOf(form, 'kind', example?.kind ?? 'model')}
        label={t.kind}
        choices={exampleKinds.map((value) => ({ value, label: t.kinds[value] }))}
        required
      />
      <TextField
        {...fieldOf(form, 'name', example?.name)}
        label={t.name}
        help={t.nameHelp}
        example={t.nameExample}
        maxlength={200}
        required
      />
      <TextField {...fieldOf(form, 'place', example?.place)} label={t.place} example={t.placeExample} maxlength={200} />
      <SelectField
        {...fieldOf(form, 'movement', example?.movement_id ?? undefined)}
        label={t.movement}
        none={t.movementNone}
        options={movements.map((movement) => ({ value: movement.id, label: movement.title }))}
      />
      <TextArea
        {...fieldOf(form, 'story', example?.story)}
        label={t.story}
        help={t.storyHelp}
        rows={8}
        maxlength={6000}
        required
      />
    </>
  )
}

/** What is told of an example, new or to be mended. */
export const StoryPage = (props: StoryPageProps) => {
  const t = words(useLocale())
  const { year, at, example, form, unitName } = props
  const isNew = example === undefined
  return (
    <YearFrame
      year={year}
      title={isNew ? t.nominateTitle : t.correctTitle}
      under={unitName}
      crumbs={[{ label: t.title, href: examplePaths.list(...at) }]}
    >
      <PostedForm
        action={isNew ? examplePaths.nominate(...at) : examplePaths.correct(...at, example.id)}
        form={form}
        submit={isNew ? t.save : t.saveCorrection}
        cancel={{ label: t.cancel, href: isNew ? examplePaths.list(...at) : examplePaths.one(...at, example.id) }}
      >
        {!isNew && <input type="hidden" name="version" value={String(example.version)} />}
        <Story {...props} />
        <Consent form={form} example={example} />
      </PostedForm>
    </YearFrame>
  )
}
