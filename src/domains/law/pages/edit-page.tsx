import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { isConfirmed, type LegalText } from '../legal-text.ts'
import { correctLegalTextPath, legalTextPath, legalTextsPath } from '../paths.ts'
import { words } from '../words.ts'

interface EditPageProps {
  /** Null adds a new one. */
  text: LegalText | null
  form: Returned
}

export const EditPage = ({ text, form }: EditPageProps) => {
  const t = words(useLocale())
  const action = text === null ? legalTextsPath : correctLegalTextPath(text.id)
  const back = text === null ? legalTextsPath : legalTextPath(text.id)
  return (
    <>
      <Breadcrumb crumbs={[{ label: t.title, href: legalTextsPath }]} />
      <PageHead title={text === null ? t.addTitle : t.correctTitle(text.number)} />
      {text !== null && isConfirmed(text) && <Notice kind="warning" title={t.correctWarning} />}
      <Sheet>
        <PostedForm action={action} form={form} submit={t.save} cancel={{ label: t.cancel, href: back }}>
          <LegalTextFields text={text} form={form} />
        </PostedForm>
      </Sheet>
    </>
  )
}

const LegalTextFields = ({ text, form }: EditPageProps) => {
  const t = words(useLocale())
  const field = (name: keyof typeof t.fields, given: string | null | undefined) => ({
    ...fieldOf(form, name, given ?? undefined),
    label: t.fields[name],
  })
  return (
    <>
      <TextField {...field('kind', text?.kind)} example={t.examples.kind} narrow required />
      <TextField {...field('number', text?.number)} example={t.examples.number} narrow required />
      <TextArea {...field('title', text?.title)} rows={3} required />
      <TextField {...field('issuer', text?.issuer)} example={t.examples.issuer} required />
      <DayField {...field('issuedOn', text?.issued_on)} />
      <DayField {...field('inForceFrom', text?.in_force_from)} help={t.help.inForceFrom} />
      <DayField {...field('inForceTo', text?.in_force_to)} help={t.help.inForceTo} />
      <TextArea {...field('source', text?.source)} rows={2} help={t.help.source} />
    </>
  )
}
