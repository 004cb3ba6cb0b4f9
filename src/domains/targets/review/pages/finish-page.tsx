import type { ReturnedForm } from '#platform/answer-form.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { PostedForm, tickOf } from '#ui/form/posted-form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { ReviewFinding } from '../check-review.ts'
import { reviewPaths } from '../paths.ts'
import { words } from '../words.ts'
import { FindingsList } from './findings-list.tsx'

interface FinishPageProps {
  at: readonly [bloc: string, year: string, review: string]
  blocName: string
  findings: readonly ReviewFinding[]
  form: ReturnedForm
}

/** What finishing means, and what should be looked at before. */
export const FinishReviewPage = ({ at, blocName, findings, form }: FinishPageProps) => {
  const t = words(useLocale())
  const draft = reviewPaths.review(...at)
  return (
    <>
      <PageHead over={blocName} title={t.finish.heading} under={t.finish.body} />
      <div class="stack">
        <Sheet title={t.editor.findings}>
          <FindingsList findings={findings} editor={draft} />
        </Sheet>
        <Sheet>
          <PostedForm
            action={reviewPaths.finishing(...at)}
            form={form}
            submit={t.finish.submit}
            cancel={{ label: t.finish.cancel, href: draft }}
          >
            {findings.length > 0 && <Checkbox {...tickOf(form, 'isMeant')} label={t.finish.isMeant} required />}
          </PostedForm>
        </Sheet>
      </div>
    </>
  )
}
