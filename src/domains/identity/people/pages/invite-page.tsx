import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { peoplePath } from '../../paths.ts'
import { words } from '../../words.ts'

export const InvitePage = ({ form }: { form: Returned }) => {
  const t = words(useLocale())
  return (
    <>
      <Breadcrumb crumbs={[{ label: t.people.title, href: peoplePath }]} />
      <PageHead title={t.invite.title} />
      <Sheet>
        <PostedForm
          action={peoplePath}
          form={form}
          submit={t.invite.submit}
          cancel={{ label: t.stepUp.cancel, href: peoplePath }}
        >
          <InvitedPersonFields form={form} />
        </PostedForm>
      </Sheet>
    </>
  )
}

/** Who is invited and how. */
const InvitedPersonFields = ({ form }: { form: Returned }) => {
  const t = words(useLocale()).invite
  const choices = (['slip', 'mail'] as const).map((way) => ({ value: way, label: t.ways[way], help: t.wayHelp[way] }))
  return (
    <>
      <TextField {...fieldOf(form, 'fullName')} label={t.name} example={t.nameExample} autocomplete="off" required />
      <TextField
        {...fieldOf(form, 'login')}
        label={t.login}
        help={t.loginHelp}
        example={t.loginExample}
        autocomplete="off"
        required
      />
      <TextField {...fieldOf(form, 'email')} label={t.email} help={t.emailHelp} type="email" autocomplete="off" />
      <RadioGroup {...fieldOf(form, 'way', 'slip')} label={t.way} choices={choices} required />
    </>
  )
}
