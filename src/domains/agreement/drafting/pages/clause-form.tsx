import { SubmitButton } from '#ui/button.tsx'
import { SavedAt } from '#ui/form/saved-at.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { Clause } from '../../agreement.ts'
import { paths } from '../../paths.ts'
import { words } from '../../words.ts'

export interface Choices {
  units: readonly Option[]
  legalTexts: readonly Option[]
}

export interface ClauseFormProps {
  bloc: string
  year: string
  clause: Clause
  choices: Choices
}

export const clauseAnchor = (clause: string) => `dieu-${clause}`

const detailId = (clause: Clause, name: string) => `${name}-${clause.id}`

const Period = ({ clause }: { clause: Clause }) => {
  const t = words(useLocale()).details
  const field = (name: 'from' | 'to', label: string) => (
    <TextField
      name={`details.${name}`}
      id={detailId(clause, name)}
      label={label}
      value={clause.details[name]}
      inputmode="numeric"
      maxlength={4}
      narrow
    />
  )
  return (
    <div class="row">
      {field('from', t.from)}
      {field('to', t.to)}
      <TextField
        name="details.scope"
        id={detailId(clause, 'scope')}
        label={t.scope}
        value={clause.details['scope']}
        maxlength={200}
      />
    </div>
  )
}

const UnitChoice = ({ clause, units }: { clause: Clause; units: readonly Option[] }) => {
  const t = words(useLocale()).details
  return (
    <SelectField
      name="details.unit"
      id={detailId(clause, 'unit')}
      label={t.unit}
      help={t.allUnits}
      value={clause.details['unit']}
      options={units}
    />
  )
}

const Target = ({ clause, units }: { clause: Clause; units: readonly Option[] }) => {
  const t = words(useLocale()).details
  const field = (name: 'measure' | 'plan', label: string) => (
    <TextField name={`details.${name}`} id={detailId(clause, name)} label={label} value={clause.details[name]} narrow />
  )
  return (
    <div class="row">
      {field('measure', t.measure)}
      {field('plan', t.plan)}
      <UnitChoice clause={clause} units={units} />
    </div>
  )
}

const LegalText = ({ clause, legalTexts }: { clause: Clause; legalTexts: readonly Option[] }) => (
  <SelectField
    name="details.legalText"
    id={detailId(clause, 'legalText')}
    label={words(useLocale()).details.legalText}
    value={clause.details['legalText']}
    options={legalTexts}
  />
)

const Details = ({ clause, choices }: Pick<ClauseFormProps, 'clause' | 'choices'>) => {
  if (clause.section === 'movement') return <Period clause={clause} />
  if (clause.section === 'target') return <Target clause={clause} units={choices.units} />
  if (clause.section === 'title') return <UnitChoice clause={clause} units={choices.units} />
  if (clause.section === 'legal_basis') return <LegalText clause={clause} legalTexts={choices.legalTexts} />
  return null
}

const Moves = ({ bloc, year, clause }: Omit<ClauseFormProps, 'choices'>) => {
  const t = words(useLocale()).editor
  const move = paths.clauseMove(bloc, year, clause.id)
  return (
    <>
      <SubmitButton look="quiet" name="direction" value="up" formAction={move} unchecked>
        {t.up}
      </SubmitButton>
      <SubmitButton look="quiet" name="direction" value="down" formAction={move} unchecked>
        {t.down}
      </SubmitButton>
      <SubmitButton look="quiet" formAction={paths.clauseRemoval(bloc, year, clause.id)} unchecked>
        {t.remove}
      </SubmitButton>
    </>
  )
}

/** One clause; a script saves it as one types, without a script the button does. */
export const ClauseForm = (props: ClauseFormProps) => {
  const { bloc, year, clause } = props
  const t = words(useLocale())
  return (
    <auto-save>
      <form method="post" action={paths.clause(bloc, year, clause.id)} class="clause" id={clauseAnchor(clause.id)}>
        <input type="hidden" name="version" value={String(clause.version)} />
        <TextArea
          name="text"
          id={detailId(clause, 'text')}
          label={t.editor.clause(t.sections[clause.section], clause.position)}
          value={clause.text}
          rows={clause.text.length > 180 ? 5 : 3}
          maxlength={5000}
          required
        />
        <Details {...props} />
        <div class="row">
          <SubmitButton look="plain">{t.editor.save}</SubmitButton>
          <Moves bloc={bloc} year={year} clause={clause} />
          <SavedAt />
        </div>
      </form>
    </auto-save>
  )
}
