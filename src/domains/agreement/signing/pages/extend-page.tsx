import type { ReturnedForm } from '#platform/answer-form.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { paths } from '../../paths.ts'
import { words } from '../words.ts'

interface ExtendPageProps {
  bloc: string
  year: string
  title: string
  signBy: string
  form: ReturnedForm
}

/** A later last day to sign, and why. */
export const ExtendPage = ({ bloc, year, title, signBy, form }: ExtendPageProps) => {
  const t = words(useLocale()).extend
  return (
    <>
      <PageHead over={title} title={t.heading} under={t.until(formatDay(signBy))} />
      <Sheet>
        <div class="stack">
          <p>{t.consequence}</p>
          <PostedForm
            action={paths.extension(bloc, year)}
            form={form}
            submit={t.do}
            cancel={{ label: t.keep, href: paths.agreement(bloc, year) }}
          >
            <DayField {...fieldOf(form, 'signBy')} label={t.signBy} required />
            <TextArea {...fieldOf(form, 'reason')} label={t.reason} rows={4} maxlength={2000} required />
          </PostedForm>
        </div>
      </Sheet>
    </>
  )
}
