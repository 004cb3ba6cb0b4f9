import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { peoplePath, personPath, stepUpPath } from '../../paths.ts'
import type { AccountShown } from '../../queries.ts'
import { words as identityWords } from '../../words.ts'
import { addressPath } from '../paths.ts'
import { words } from '../words.ts'

interface AddressPageProps {
  account: AccountShown
  /** Asked for the password within the last minutes. */
  isSteppedUp: boolean
  form: Returned
}

/** Where mails to a person go, for the administrator to set. */
export const AddressPage = ({ account, isSteppedUp, form }: AddressPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const back = personPath(account.id)
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: identityWords(locale).people.title, href: peoplePath },
          { label: account.name, href: back },
        ]}
      />
      <PageHead title={t.title(account.name)} under={t.intro} />
      <Sheet>
        <Facts facts={[{ label: t.present, value: account.email ?? t.none }]} />
        <p>{t.told}</p>
        {isSteppedUp ? (
          <PostedForm
            action={addressPath(account.id)}
            form={form}
            submit={t.save}
            cancel={{ label: t.cancel, href: back }}
          >
            <TextField {...fieldOf(form, 'email')} label={t.email} example={t.example} maxlength={200} required />
          </PostedForm>
        ) : (
          <p>
            <LinkButton href={stepUpPath(addressPath(account.id))} icon="lock">
              {t.confirmFirst}
            </LinkButton>
          </p>
        )}
      </Sheet>
    </>
  )
}
