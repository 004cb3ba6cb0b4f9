import type { ReturnedForm } from '#platform/answer-form.ts'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { paths } from '../../paths.ts'
import { words } from '../words.ts'

interface WithdrawPageProps {
  bloc: string
  year: string
  title: string
  unit: string
  form: ReturnedForm
}

/** Taking one's signature back: what that means for all, and why. */
export const WithdrawPage = ({ bloc, year, title, unit, form }: WithdrawPageProps) => {
  const t = words(useLocale()).withdraw
  return (
    <>
      <PageHead over={title} title={t.heading} under={unit} />
      <Sheet>
        <div class="stack">
          <p>{t.consequence}</p>
          <PostedForm
            action={paths.withdrawal(bloc, year)}
            form={form}
            submit={t.do}
            look="danger"
            cancel={{ label: t.keep, href: paths.agreement(bloc, year) }}
          >
            <TextArea {...fieldOf(form, 'reason')} label={t.reason} help={t.whom} rows={4} maxlength={2000} required />
          </PostedForm>
        </div>
      </Sheet>
    </>
  )
}
