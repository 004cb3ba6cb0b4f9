import type { Locale } from '#platform/words.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { FormSheet, yearCrumbs } from '../../pages/start-pages.tsx'
import { blocPaths } from '../../paths.ts'
import type { BlocYearRow } from '../../queries.ts'
import { words } from '../../words.ts'

interface ClosePageProps {
  locale: Locale
  year: BlocYearRow
  /** Years of this tenant that may go on with the open work. */
  years: readonly BlocYearRow[]
  form: Returned
}

export const ClosePage = ({ locale, year, years, form }: ClosePageProps) => {
  const t = words(locale)
  return (
    <FormSheet
      crumbs={yearCrumbs(year, locale)}
      title={t.closeTitle(year.label)}
      over={year.bloc.short_name}
      under={t.closeNote}
    >
      <PostedForm
        action={blocPaths.close(year.bloc.slug, year.slug)}
        form={form}
        submit={t.closeYear}
        look="danger"
        cancel={{ label: t.cancel, href: blocPaths.year(year.bloc.slug, year.slug) }}
      >
        <DayField {...fieldOf(form, 'closedOn')} label={t.closedOnField} required />
        <TextField
          {...fieldOf(form, 'document')}
          label={t.closeDocument}
          example={t.documentExample}
          maxlength={300}
          required
        />
        <SelectField
          {...fieldOf(form, 'successor')}
          label={t.successorYear}
          help={t.successorHelp}
          none={t.successorNone}
          options={years.map((one) => ({ value: one.id, label: t.yearOfBloc(one.bloc.name, one.label) }))}
        />
        <TextField
          {...fieldOf(form, 'successorName')}
          label={t.successorName}
          example={t.successorNameExample}
          maxlength={200}
        />
        <TextField
          {...fieldOf(form, 'successorTenant')}
          label={t.successorTenant}
          example={t.successorTenantExample}
          maxlength={120}
        />
      </PostedForm>
    </FormSheet>
  )
}
