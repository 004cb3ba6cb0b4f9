import { Details } from '#ui/details.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { memberOptions } from '../../pages/year-frame.tsx'
import { movementLevels } from '../movement.ts'
import { movementPaths } from '../paths.ts'
import { words, type RegisterWords } from '../words.ts'
import type { MovementPageProps } from './movement-page.tsx'

type Adoption = MovementPageProps['adoptions'][number]

const columns = (t: RegisterWords): Column<Adoption>[] => [
  { key: 'adopter', label: t.adopter, heading: true, cell: (row) => row.adopter },
  { key: 'level', label: t.level, cell: (row) => t.levels[row.level] },
  { key: 'day', label: t.adoptedOn, cell: (row) => formatDay(row.adopted_on) },
  { key: 'document', label: t.adoptionDocument, cell: (row) => row.document },
]

const RecordAdoption = ({ at, movement, members, ownUnit, forms, can }: MovementPageProps) => {
  const t = words(useLocale())
  const form = forms.adoption ?? { typed: {}, errors: [] }
  const levels = can('edit') ? movementLevels : (['unit'] as const)
  const units = can('edit') ? members : members.filter(({ unit }) => unit === ownUnit)
  return (
    <Details summary={t.recordAdoption} open={forms.adoption !== undefined}>
      <PostedForm action={movementPaths.adoption(...at, movement.id)} form={form} submit={t.doAdopt}>
        <RadioGroup
          {...fieldOf(form, 'level', 'unit')}
          label={t.level}
          choices={levels.map((value) => ({ value, label: t.levels[value] }))}
          required
        />
        <SelectField
          {...fieldOf(form, 'unit', ownUnit)}
          label={t.adopterUnit}
          help={t.adopterUnitHelp}
          options={memberOptions(units)}
        />
        {can('edit') && (
          <TextField
            {...fieldOf(form, 'adopter')}
            label={t.adopterName}
            help={t.adopterHelp}
            example={t.adopterExample}
            maxlength={200}
          />
        )}
        <DayField {...fieldOf(form, 'adoptedOn')} label={t.adoptedOn} required />
        <TextField {...fieldOf(form, 'document')} label={t.adoptionDocument} maxlength={200} />
      </PostedForm>
    </Details>
  )
}

/** From the centre down: which level took the movement up, and when. */
export const Cascade = (props: MovementPageProps) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.cascade}>
      {props.adoptions.length === 0 ? (
        <p class="mute">{t.cascadeNone}</p>
      ) : (
        <Table caption={t.cascade} columns={columns(t)} rows={props.adoptions} />
      )}
      {props.mayAdopt && <RecordAdoption {...props} />}
    </Sheet>
  )
}
