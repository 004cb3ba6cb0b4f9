import { CodeField } from '#ui/form/code-field.tsx'
import { PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { signInPath, typeCodePath } from '../../paths.ts'
import { words } from '../../words.ts'

export const TypeCodePage = ({ form }: { form: Returned }) => {
  const t = words(useLocale()).invitation
  return (
    <PostedForm action={typeCodePath} form={form} submit={t.next} cancel={{ label: t.toSignIn, href: signInPath() }}>
      <CodeField form={form} label={t.code} help={t.codeHelp} />
    </PostedForm>
  )
}
