import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { FormSheet, yearCrumbs } from '../../pages/start-pages.tsx'
import type { BlocYearRow } from '../../queries.ts'
import { rotatingFlags } from '../handover.ts'
import { handoverPaths } from '../paths.ts'
import type { HandoverRow } from '../queries.ts'
import { words } from '../words.ts'

interface EditPageProps {
  year: BlocYearRow
  handover: HandoverRow
  form: Returned
}

/** What the writers add to what is gathered by itself. */
export const EditHandoverPage = ({ year, handover, form }: EditPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const at = [year.bloc.slug, year.slug] as const
  return (
    <FormSheet
      crumbs={[...yearCrumbs(year, locale), { label: t.title, href: handoverPaths.list(...at) }]}
      title={t.edit}
      over={`${year.bloc.short_name} ${year.label}`}
      under={t.editNote}
    >
      <Sheet>
        <PostedForm
          action={handoverPaths.edit(...at, handover.id)}
          form={form}
          submit={t.save}
          cancel={{ label: t.back, href: handoverPaths.one(...at, handover.id) }}
        >
          <input type="hidden" name="editVersion" value={String(handover.edit_version)} />
          <DayField {...fieldOf(form, 'handedOn', handover.handed_on ?? undefined)} label={t.handedOn} />
          <TextField
            {...fieldOf(form, 'place', handover.place)}
            label={t.place}
            example={t.placeExample}
            maxlength={120}
          />
          <RadioGroup
            {...fieldOf(form, 'flag', handover.flag ?? undefined)}
            label={t.flag}
            choices={rotatingFlags.map((flag) => ({ value: flag, label: t.flags[flag] }))}
          />
          <TextField
            {...fieldOf(form, 'flagCondition', handover.flag_condition)}
            label={t.flagCondition}
            example={t.flagConditionExample}
            maxlength={300}
          />
          <TextField {...fieldOf(form, 'flagNote', handover.flag_note)} label={t.flagNote} maxlength={300} />
          <TextArea
            {...fieldOf(form, 'otherItems', handover.other_items)}
            label={t.others}
            help={t.othersHelp}
            maxlength={4000}
          />
          <TextField
            {...fieldOf(form, 'witness', handover.witness)}
            label={t.witness}
            help={t.witnessHelp}
            example={t.witnessExample}
            maxlength={300}
          />
        </PostedForm>
      </Sheet>
    </FormSheet>
  )
}
