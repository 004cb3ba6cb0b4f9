import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { ColumnsList } from '#ui/columns-list.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { frequencies, measures, type TargetMeasure } from '../../target.ts'
import { targetPaths } from '../../paths.ts'
import { writeNumber } from '../../value.ts'
import { words, type TargetWords } from '../../words.ts'
import { shapes, type TargetDraft } from '../target-draft.ts'

export interface TargetFormProps {
  at: readonly [bloc: string, year: string]
  /** Null adds a new one. */
  code: string | null
  version: number
  draft: TargetDraft
  figureFrom: string
  form: Returned
  /** "propaganda.sessions" → "Tuyên truyền, vận động: Số buổi". */
  logKinds: readonly Option[]
  topics: readonly string[]
}

export const ChooseMeasurePage = ({ at }: Pick<TargetFormProps, 'at'>) => {
  const t = words(useLocale())
  return (
    <>
      <Breadcrumb crumbs={[{ label: t.title, href: targetPaths.list(...at) }]} />
      <PageHead title={t.addTitle} under={t.chooseMeasureBody} />
      <Sheet title={t.chooseMeasure}>
        <ColumnsList
          items={measures.map((measure) => ({
            label: t.measures[measure],
            href: `${targetPaths.add(...at)}?do=${measure}`,
            note: t.measureHelp[measure],
          }))}
        />
      </Sheet>
    </>
  )
}

/** A choice among those that the measure offers; where there is one only, nothing is asked. */
const Choice = (props: {
  name: 'direction' | 'accumulation' | 'rollUp'
  offered: readonly string[]
  labels: Readonly<Record<string, string>>
  form: Returned
  given: string
}) => {
  const t = words(useLocale())
  if (props.offered.length < 2) return null
  return (
    <RadioGroup
      {...fieldOf(props.form, props.name, props.given)}
      label={t.fields[props.name]}
      required
      choices={props.offered.map((value) => ({ value, label: props.labels[value] ?? value }))}
    />
  )
}

const Measured = ({ draft, form }: TargetFormProps) => {
  const t = words(useLocale())
  if (draft.measure === 'count') {
    return (
      <TextField
        {...fieldOf(form, 'measureUnit', draft.measureUnit)}
        label={t.fields.measureUnit}
        example={t.examples.measureUnit}
        maxlength={60}
        narrow
      />
    )
  }
  if (draft.measure !== 'class') return null
  return (
    <TextArea
      {...fieldOf(form, 'classes', draft.classes.join('\n'))}
      label={t.fields.classes}
      help={t.help.classes}
      rows={4}
      required
    />
  )
}

function waysOf(measure: TargetMeasure, t: TargetWords, logKinds: readonly Option[]): Option[] {
  const formulas = shapes[measure].formulas.map((kind) => ({
    value: `formula.${kind}`,
    label: t.how[`formula.${kind}`],
  }))
  const logs = measure === 'count' || measure === 'money' || measure === 'percent' ? logKinds : []
  const fromLog = logs.map(({ value, label }) => ({ value: `log.${value}`, label, group: t.ofLog }))
  return [{ value: 'typed', label: t.how.typed }, ...formulas, ...fromLog]
}

const FigureFrom = ({ draft, form, figureFrom, logKinds }: TargetFormProps) => {
  const t = words(useLocale())
  const ways = waysOf(draft.measure, t, logKinds)
  if (ways.length < 2) return null
  return (
    <>
      <SelectField
        {...fieldOf(form, 'figureFrom', figureFrom)}
        label={t.fields.figureFrom}
        none={t.how.typed}
        options={ways.filter(({ value }) => value !== 'typed')}
      />
      {shapes[draft.measure].formulas.length > 0 && (
        <TextField
          {...fieldOf(form, 'formulaOf', draft.formula?.of.join(', '))}
          label={t.fields.formulaOf}
          help={t.help.formulaOf}
          example={t.examples.formulaOf}
        />
      )}
    </>
  )
}

const Words = ({ draft, form }: TargetFormProps) => {
  const t = words(useLocale())
  return (
    <>
      <TextField
        {...fieldOf(form, 'code', draft.code)}
        label={t.fields.code}
        help={t.help.code}
        maxlength={20}
        narrow
        required
      />
      <TextArea {...fieldOf(form, 'name', draft.name)} label={t.fields.name} rows={2} maxlength={300} required />
      <TextField {...fieldOf(form, 'topic', draft.topic)} label={t.fields.topic} help={t.help.topic} maxlength={120} />
    </>
  )
}

const Reporting = ({ draft, form }: TargetFormProps) => {
  const t = words(useLocale())
  return (
    <>
      <RadioGroup
        {...fieldOf(form, 'frequency', draft.frequency)}
        label={t.fields.frequency}
        required
        choices={frequencies.map((value) => ({ value, label: t.frequencies[value] }))}
      />
      <DayField {...fieldOf(form, 'dueOn', draft.dueOn ?? undefined)} label={t.fields.dueOn} help={t.help.dueOn} />
      <TextField {...fieldOf(form, 'source', draft.source)} label={t.fields.source} help={t.help.source} />
      <TextField
        {...fieldOf(form, 'reporter', draft.reporter)}
        label={t.fields.reporter}
        help={t.help.reporter}
        example={t.examples.reporter}
      />
      <TextArea
        {...fieldOf(form, 'explanation', draft.explanation)}
        label={t.fields.explanation}
        rows={3}
        maxlength={2000}
      />
      <TextField
        {...fieldOf(form, 'weight', writeNumber(draft.weight))}
        label={t.fields.weight}
        help={t.help.weight}
        inputmode="decimal"
        narrow
        required
      />
      <Checkbox {...tickOf(form, 'isPublic', draft.isPublic)} label={t.fields.isPublic} />
    </>
  )
}

export const TargetFormPage = (props: TargetFormProps) => {
  const t = words(useLocale())
  const { at, code, draft, form } = props
  const shape = shapes[draft.measure]
  const back = code === null ? targetPaths.list(...at) : targetPaths.card(...at, code)
  return (
    <>
      <Breadcrumb crumbs={[{ label: t.title, href: targetPaths.list(...at) }]} />
      <PageHead title={code === null ? t.addTitle : t.editTitle(code)} under={t.measures[draft.measure]} />
      <Sheet>
        <PostedForm
          action={code === null ? targetPaths.add(...at) : targetPaths.edit(...at, code)}
          form={form}
          submit={t.save}
          cancel={{ label: t.cancel, href: back }}
        >
          <input type="hidden" name="measure" value={draft.measure} />
          <input type="hidden" name="version" value={form.typed['version'] ?? String(props.version)} />
          <Words {...props} />
          <Measured {...props} />
          <Choice
            name="direction"
            offered={shape.directions}
            labels={t.directions}
            form={form}
            given={draft.direction}
          />
          <Choice
            name="accumulation"
            offered={shape.accumulations}
            labels={t.accumulations}
            form={form}
            given={draft.accumulation}
          />
          <Choice name="rollUp" offered={shape.rollUps} labels={t.rollUps} form={form} given={draft.rollUp} />
          <FigureFrom {...props} />
          <Reporting {...props} />
        </PostedForm>
      </Sheet>
      {code === null && (
        <p>
          <a href={targetPaths.add(...at)}>{t.otherMeasure}</a>
        </p>
      )}
    </>
  )
}
