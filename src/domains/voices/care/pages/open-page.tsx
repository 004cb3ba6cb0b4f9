import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { ReturnedForm } from '#platform/answer-form.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import type { Choice } from '../../queries.ts'
import { carePaths } from '../paths.ts'
import { words } from '../words.ts'

interface OpenPageProps {
  year: BlocYearRow
  at: readonly [bloc: string, year: string]
  form: ReturnedForm
  groups: readonly Choice[]
  fields: readonly Choice[]
}

const optionsOf = (choices: readonly Choice[]) => choices.map(({ code, name }) => ({ value: code, label: name }))

/** A case that the own unit received. */
export const OpenCasePage = ({ year, at, form, groups, fields }: OpenPageProps) => {
  const all = words(useLocale())
  const t = all.form
  return (
    <YearFrame year={year} title={t.title} within>
      <Sheet>
        <PostedForm
          action={carePaths.open(...at)}
          form={form}
          submit={t.submit}
          cancel={{ label: all.list.title, href: carePaths.list(...at) }}
        >
          <DayField {...fieldOf(form, 'receivedOn')} label={t.receivedOn} required />
          <TextField {...fieldOf(form, 'title')} label={t.name} help={t.nameHelp} maxlength={200} required />
          <TextField {...fieldOf(form, 'people', '1')} label={t.people} inputmode="numeric" required />
          <SelectField {...fieldOf(form, 'group')} label={t.group} options={optionsOf(groups)} none={t.none} />
          <SelectField {...fieldOf(form, 'field')} label={t.field} options={optionsOf(fields)} none={t.none} />
          <TextField {...fieldOf(form, 'place')} label={t.place} maxlength={200} />
          <TextField {...fieldOf(form, 'subject')} label={t.subject} help={t.subjectHelp} maxlength={200} />
          <DayField {...fieldOf(form, 'consentOn')} label={t.consentOn} />
        </PostedForm>
      </Sheet>
    </YearFrame>
  )
}
