import type { BlocYearRow, MemberRow } from '#domains/blocs/queries.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { memberOptions, YearFrame } from '../../pages/year-frame.tsx'
import { movementForms, movementLevels } from '../movement.ts'
import { movementPaths } from '../paths.ts'
import { writePeriod } from '../period.ts'
import { periodOf, type MovementRow } from '../queries.ts'
import { words } from '../words.ts'

interface CardPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  /** Absent when a new one is opened. */
  movement: MovementRow | undefined
  /** Those it may follow. */
  parents: readonly MovementRow[]
  members: readonly MemberRow[]
  /** Who does not keep the register enters movements of the own unit only. */
  onlyUnit: string | undefined
  form: Returned
}

const Launching = ({ form, movement }: Pick<CardPageProps, 'form' | 'movement'>) => {
  const t = words(useLocale())
  return (
    <>
      <TextField
        {...fieldOf(form, 'launcher', movement?.launcher)}
        label={t.launcher}
        example={t.launcherExample}
        maxlength={200}
      />
      <TextField
        {...fieldOf(form, 'documentNumber', movement?.document_number)}
        label={t.documentNumber}
        example={t.documentNumberExample}
        maxlength={80}
        narrow
      />
      <DayField {...fieldOf(form, 'documentOn', movement?.document_on ?? undefined)} label={t.documentOn} />
      <TextField
        {...fieldOf(form, 'documentIssuer', movement?.document_issuer)}
        label={t.documentIssuer}
        maxlength={200}
      />
    </>
  )
}

const Place = ({ form, movement, parents, members, onlyUnit }: CardPageProps) => {
  const t = words(useLocale())
  const levels = onlyUnit === undefined ? movementLevels : (['unit'] as const)
  const owners = onlyUnit === undefined ? members : members.filter(({ unit }) => unit === onlyUnit)
  return (
    <>
      <RadioGroup
        {...fieldOf(form, 'form', movement?.form ?? 'thematic')}
        label={t.form}
        choices={movementForms.map((value) => ({ value, label: t.forms[value], help: t.formHelps[value] }))}
        required
      />
      <RadioGroup
        {...fieldOf(form, 'level', movement?.level ?? (onlyUnit === undefined ? 'bloc' : 'unit'))}
        label={t.level}
        choices={levels.map((value) => ({ value, label: t.levels[value] }))}
        required
      />
      <SelectField
        {...fieldOf(form, 'unit', movement?.unit_id ?? onlyUnit)}
        label={t.ofUnit}
        help={t.ofUnitHelp}
        none={t.parentNone}
        options={memberOptions(owners)}
      />
      <SelectField
        {...fieldOf(form, 'parent', movement?.parent_id ?? undefined)}
        label={t.parent}
        none={t.parentNone}
        options={parents.map((parent) => ({ value: parent.id, label: parent.title }))}
      />
    </>
  )
}

const Content = ({ form, movement, members }: CardPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <TextField
        {...fieldOf(form, 'period', movement === undefined ? undefined : writePeriod(periodOf(movement)))}
        label={t.period}
        help={t.periodHelp}
        example={t.periodExample}
        maxlength={80}
      />
      <TextField {...fieldOf(form, 'slogan', movement?.slogan)} label={t.slogan} maxlength={300} />
      <TextArea {...fieldOf(form, 'content', movement?.content)} label={t.content} rows={5} maxlength={4000} />
      <TextField
        {...fieldOf(form, 'subjects', movement?.subjects)}
        label={t.subjects}
        example={t.subjectsExample}
        maxlength={300}
      />
      <SelectField
        {...fieldOf(form, 'chargeUnit', movement?.charge_unit_id ?? undefined)}
        label={t.chargeUnit}
        none={t.chargeNone}
        options={memberOptions(members)}
      />
      <TextField
        {...fieldOf(form, 'milestone', movement?.milestone)}
        label={t.milestone}
        example={t.milestoneExample}
        maxlength={500}
      />
    </>
  )
}

/** The card of a movement, new or to be corrected. */
export const CardPage = (props: CardPageProps) => {
  const t = words(useLocale())
  const { year, at, movement, form } = props
  const back = movement === undefined ? movementPaths.list(...at) : movementPaths.one(...at, movement.id)
  const action = movement === undefined ? movementPaths.open(...at) : movementPaths.correct(...at, movement.id)
  return (
    <YearFrame
      year={year}
      title={movement === undefined ? t.openTitle : t.correctTitle}
      under={movement === undefined ? t.openNote : movement.title}
      crumbs={[{ label: t.title, href: movementPaths.list(...at) }]}
    >
      <PostedForm action={action} form={form} submit={t.save} cancel={{ label: t.cancel, href: back }}>
        {movement !== undefined && <input type="hidden" name="version" value={String(movement.version)} />}
        <TextField
          {...fieldOf(form, 'title', movement?.title)}
          label={t.name}
          help={t.nameHelp}
          example={t.nameExample}
          maxlength={300}
          required
        />
        <Place {...props} />
        <Content {...props} />
        <Launching {...props} />
        {movement !== undefined && movement.state !== 'draft' && (
          <Checkbox {...tickOf(form, 'isPublic', movement.is_public)} label={t.isPublic} />
        )}
      </PostedForm>
    </YearFrame>
  )
}
