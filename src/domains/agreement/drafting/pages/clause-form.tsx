import { SubmitButton } from '#ui/button.tsx'
import type { IconName } from '#ui/icon.tsx'
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

type DetailName = 'from' | 'to' | 'scope' | 'measure' | 'plan'

const Detail = ({ clause, name, most }: { clause: Clause; name: DetailName; most: number }) => (
  <TextField
    name={`details.${name}`}
    id={detailId(clause, name)}
    label={words(useLocale()).details[name]}
    value={clause.details[name]}
    maxlength={most}
  />
)

const UnitChoice = ({ clause, units }: { clause: Clause; units: readonly Option[] }) => {
  const t = words(useLocale()).details
  return (
    <SelectField
      name="details.unit"
      id={detailId(clause, 'unit')}
      label={t.unit}
      none={t.allUnits}
      value={clause.details['unit']}
      options={units}
    />
  )
}

const Period = ({ clause }: { clause: Clause }) => (
  <>
    <Detail clause={clause} name="from" most={4} />
    <Detail clause={clause} name="to" most={4} />
    <Detail clause={clause} name="scope" most={200} />
  </>
)

const Target = ({ clause, units }: { clause: Clause; units: readonly Option[] }) => (
  <>
    <Detail clause={clause} name="measure" most={80} />
    <Detail clause={clause} name="plan" most={120} />
    <UnitChoice clause={clause} units={units} />
  </>
)

const LegalText = ({ clause, legalTexts }: { clause: Clause; legalTexts: readonly Option[] }) => (
  <SelectField
    name="details.legalText"
    id={detailId(clause, 'legalText')}
    label={words(useLocale()).details.legalText}
    none={words(useLocale()).details.noLegalText}
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

const Act = (props: { icon: IconName; label: string; action: string; direction?: 'up' | 'down' }) => {
  const moved = props.direction === undefined ? {} : { name: 'direction', value: props.direction }
  return (
    <SubmitButton look="quiet" icon={props.icon} formAction={props.action} unchecked {...moved}>
      <span class="hidden-text">{props.label}</span>
    </SubmitButton>
  )
}

const Acts = ({ bloc, year, clause }: Omit<ClauseFormProps, 'choices'>) => {
  const t = words(useLocale()).editor
  const move = paths.clauseMove(bloc, year, clause.id)
  return (
    <div class="clause-acts">
      <Act icon="up" label={t.up} action={move} direction="up" />
      <Act icon="down" label={t.down} action={move} direction="down" />
      <Act icon="cross" label={t.remove} action={paths.clauseRemoval(bloc, year, clause.id)} />
    </div>
  )
}

const Label = ({ clause }: { clause: Clause }) => {
  const t = words(useLocale())
  return (
    <>
      <span aria-hidden="true">{clause.position}.</span>
      <span class="hidden-text">{t.editor.clause(t.sections[clause.section], clause.position)}</span>
    </>
  )
}

/** About as many lines as the text fills, for browsers that do not size the box themselves. */
const rowsOf = (text: string) => Math.max(1, Math.min(8, Math.ceil(text.length / 95)))

/** One clause; a script saves it as one types, without a script the button does. */
export const ClauseForm = (props: ClauseFormProps) => {
  const { bloc, year, clause } = props
  return (
    <auto-save>
      <form method="post" action={paths.clause(bloc, year, clause.id)} class="clause" id={clauseAnchor(clause.id)}>
        <input type="hidden" name="version" value={String(clause.version)} />
        <TextArea
          name="text"
          id={detailId(clause, 'text')}
          label={<Label clause={clause} />}
          value={clause.text}
          rows={rowsOf(clause.text)}
          maxlength={5000}
          required
        />
        <Acts {...props} />
        <div class="clause-details">
          <Details {...props} />
        </div>
        <div class="clause-foot">
          <span class="save-by-hand">
            <SubmitButton look="plain">{words(useLocale()).editor.save}</SubmitButton>
          </span>
          <SavedAt />
        </div>
      </form>
    </auto-save>
  )
}
