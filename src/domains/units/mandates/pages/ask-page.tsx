import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { unitPaths } from '../../paths.ts'
import { words as unitWords } from '../../words.ts'
import { mandatePaths } from '../paths.ts'
import { words } from '../words.ts'

interface AskPageProps {
  locale: Locale
  unit: { id: string; full_name: string; short_name: string }
  people: readonly { account_id: string; full_name: string }[]
  form: Returned
}

const boxes = [
  ['mayAct', 'may_act'],
  ['maySign', 'may_sign'],
  ['mayVote', 'may_vote'],
] as const

export const AskPage = ({ locale, unit, people, form }: AskPageProps) => {
  const t = words(locale)
  const names = new Map(people.map((person) => [person.account_id, person.full_name]))
  return (
    <div class="stack">
      <Breadcrumb
        crumbs={[
          { label: unitWords(locale).units, href: unitPaths.list },
          { label: unit.short_name, href: unitPaths.unit(unit.id) },
        ]}
      />
      <PageHead title={t.askTitle(unit.short_name)} under={t.askNote} />
      <PostedForm
        action={mandatePaths.ask(unit.id)}
        form={form}
        submit={t.send}
        cancel={{ label: t.cancel, href: unitPaths.unit(unit.id) }}
        upload
      >
        <SelectField
          {...fieldOf(form, 'account')}
          label={t.person}
          help={t.personHelp}
          options={[...names].map(([value, label]) => ({ value, label }))}
          required
        />
        <TextField {...fieldOf(form, 'post')} label={t.post} example={t.postExample} maxlength={120} required />
        <Fieldset legend={t.rights}>
          {boxes.map(([name, right]) => (
            <Checkbox {...tickOf(form, name, name !== 'mayVote')} label={t.right[right]} />
          ))}
        </Fieldset>
        <DayField {...fieldOf(form, 'fromOn')} label={t.from} required />
        <DayField {...fieldOf(form, 'toOn')} label={t.to} required />
        <TextField
          {...fieldOf(form, 'documentName')}
          label={t.documentName}
          example={t.documentExample}
          maxlength={200}
          required
        />
        <FileField
          name="document"
          label={t.documentFile}
          help={t.documentHelp}
          accept="application/pdf,image/png,image/jpeg"
          required
        />
      </PostedForm>
    </div>
  )
}
