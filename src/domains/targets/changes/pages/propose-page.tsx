import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { PlanRows, type PlanRow } from '../../cards/pages/plan-form.tsx'
import { targetPaths } from '../../paths.ts'
import type { Target } from '../../target.ts'
import { words as targetWords } from '../../words.ts'
import { words } from '../words.ts'
import { AppendixNotice } from './changes-page.tsx'

interface ProposePageProps {
  at: readonly [bloc: string, year: string]
  target: Target
  rows: readonly PlanRow[]
  form: Returned
}

export const ProposePage = ({ at, target, rows, form }: ProposePageProps) => {
  const locale = useLocale()
  const [t, own] = [words(locale), targetWords(locale)]
  const back = targetPaths.card(...at, target.code)
  return (
    <div class="stack">
      <Breadcrumb
        crumbs={[
          { label: own.title, href: targetPaths.list(...at) },
          { label: target.code, href: back },
        ]}
      />
      <PageHead over={target.name} title={t.proposeTitle(target.code)} under={t.proposeBody} />
      <AppendixNotice />
      <Sheet>
        <PostedForm
          action={targetPaths.propose(...at, target.code)}
          form={form}
          submit={t.send}
          cancel={{ label: own.cancel, href: back }}
        >
          <TextArea
            {...fieldOf(form, 'reason')}
            label={t.reason}
            help={t.reasonHelp}
            rows={3}
            maxlength={2000}
            required
          />
          <TextArea {...fieldOf(form, 'name', target.name)} label={own.fields.name} rows={2} maxlength={300} required />
          <TextArea
            {...fieldOf(form, 'explanation', target.explanation)}
            label={own.fields.explanation}
            rows={3}
            maxlength={2000}
          />
          <DayField
            {...fieldOf(form, 'dueOn', target.due_on ?? undefined)}
            label={own.fields.dueOn}
            help={own.help.dueOn}
          />
          <PlanRows target={target} rows={rows} form={form} only={['planned']} />
          <Checkbox {...tickOf(form, 'isWithdrawn')} label={t.isWithdrawn} />
        </PostedForm>
      </Sheet>
    </div>
  )
}
