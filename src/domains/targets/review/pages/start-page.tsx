import type { ReturnedForm } from '#platform/answer-form.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { reviewPaths } from '../paths.ts'
import { reviewKinds } from '../review.ts'
import { words } from '../words.ts'

interface StartPageProps {
  at: readonly [bloc: string, year: string]
  blocName: string
  form: ReturnedForm
  given: { from: string; to: string; datedOn: string }
  /** Units whose own review the reader may draft; the first choice is the bloc where the reader leads it. */
  scopes: readonly Option[]
}

/** What span, whose, and the date of the paper; the rest the rules write. */
export const StartReviewPage = ({ at, blocName, form, given, scopes }: StartPageProps) => {
  const all = words(useLocale())
  const t = all.start
  const bloc = scopes.find(({ value }) => value === '')
  const units = scopes.filter(({ value }) => value !== '')
  return (
    <>
      <PageHead over={blocName} title={t.heading} under={t.body} />
      <Sheet>
        <PostedForm
          action={reviewPaths.start(...at)}
          form={form}
          submit={t.submit}
          cancel={{ label: all.list.heading, href: reviewPaths.list(...at) }}
        >
          <RadioGroup
            {...fieldOf(form, 'kind', 'interim')}
            label={t.kind}
            choices={reviewKinds.map((value) => ({ value, label: all.kinds[value] }))}
            required
          />
          {units.length > 0 && (
            <SelectField
              {...fieldOf(form, 'unit')}
              label={t.whose}
              options={units}
              required={bloc === undefined}
              {...(bloc && { none: bloc.label })}
            />
          )}
          <DayField {...fieldOf(form, 'from', given.from)} label={t.from} required />
          <DayField {...fieldOf(form, 'to', given.to)} label={t.to} required />
          <DayField {...fieldOf(form, 'datedOn', given.datedOn)} label={t.datedOn} required />
          <TextField {...fieldOf(form, 'place')} label={t.place} help={t.placeHelp} maxlength={100} />
        </PostedForm>
      </Sheet>
    </>
  )
}
