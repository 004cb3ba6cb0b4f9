import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { signInPath, typeCodePath } from '../../paths.ts'
import { words } from '../../words.ts'

export const TypeCodePage = ({ form }: { form: Returned }) => {
  const t = words(useLocale()).invitation
  return (
    <PostedForm action={typeCodePath} form={form} submit={t.next} cancel={{ label: t.toSignIn, href: signInPath() }}>
      <TextField
        {...fieldOf(form, 'code')}
        label={t.code}
        help={t.codeHelp}
        example="7K3M-9QXT-2VBN-4RFD"
        autocomplete="off"
        required
      />
    </PostedForm>
  )
}
