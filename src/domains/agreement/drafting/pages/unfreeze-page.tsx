import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { FormState } from '#platform/form.ts'
import { paths } from '../../paths.ts'
import { words } from '../../words.ts'

interface UnfreezePageProps {
  bloc: string
  year: string
  blocName: string
  form: FormState
}

/** Opens a fixed text again: what that means, and why. */
export const UnfreezePage = ({ bloc, year, blocName, form }: UnfreezePageProps) => {
  const t = words(useLocale()).unfreeze
  const error = form.errors.find(({ field }) => field === 'reason')?.message
  return (
    <>
      <PageHead over={blocName} title={t.heading} />
      <ErrorSummary errors={form.errors} />
      <Sheet>
        <form method="post" action={paths.unfreezing(bloc, year)} class="fields" novalidate>
          <p>{t.consequence}</p>
          <TextArea
            name="reason"
            label={t.reason}
            value={form.typed['reason']}
            error={error}
            rows={3}
            maxlength={500}
            required
          />
          <div class="row">
            <SubmitButton>{t.do}</SubmitButton>
            <LinkButton href={paths.agreement(bloc, year)}>{t.keep}</LinkButton>
          </div>
        </form>
      </Sheet>
    </>
  )
}
