import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { personPath } from '../../paths.ts'
import { expectedPath, withdrawExpectedPath } from '../paths.ts'
import type { Expected } from '../queries.ts'
import { words } from '../words.ts'

interface ExpectedPageProps {
  label: string
  person: { id: string; name: string }
  expected: Expected | undefined
  isSaved: boolean
  form: Returned
}

/** An administrator names whom the other place calls this person. */
export const ExpectedPage = ({ label, person, expected, isSaved, form }: ExpectedPageProps) => {
  const t = words(useLocale()).expected
  return (
    <>
      <Breadcrumb crumbs={[{ label: person.name, href: personPath(person.id) }]} />
      <PageHead title={t.title(person.name)} />
      <div class="stack">
        {isSaved && <Notice kind="success" title={t.saved} />}
        <p>{t.what(label)}</p>
        {expected && (
          <Notice kind="info" title={t.waiting(expected.value, expected.recorder, formatMoment(expected.recordedAt))}>
            <form method="post" action={withdrawExpectedPath(person.id)}>
              <SubmitButton look="plain">{t.withdraw}</SubmitButton>
            </form>
          </Notice>
        )}
        <Sheet>
          <PostedForm action={expectedPath(person.id)} form={form} submit={t.save}>
            <TextField {...fieldOf(form, 'value', expected?.value)} label={t.value} help={t.valueHelp} required />
          </PostedForm>
        </Sheet>
      </div>
    </>
  )
}
