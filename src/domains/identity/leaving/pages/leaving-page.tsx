import { LinkButton } from '#ui/button.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { homePath, stepUpPath } from '../../paths.ts'
import type { AccountShown } from '../../queries.ts'
import { words as identityWords } from '../../words.ts'
import type { Ending } from '../leaving.ts'
import { leavingPath } from '../paths.ts'
import { words } from '../words.ts'

interface LeavingPageProps {
  account: AccountShown
  endings: readonly Ending[]
  /** The person has more to lose than this actor may take. */
  isBeyond: boolean
  isSteppedUp: boolean
  form: Returned
}

export const LeavingPage = (props: LeavingPageProps) => {
  const t = words(useLocale())
  const { account } = props
  return (
    <>
      <PageHead title={t.title(account.name)} under={account.login} />
      <div class="stack">{account.state === 'closed' ? <Gone account={account} /> : <Open {...props} />}</div>
    </>
  )
}

const Gone = ({ account }: Pick<LeavingPageProps, 'account'>) => {
  const t = words(useLocale())
  return (
    <Notice kind="success" title={t.gone(account.name)}>
      <a href={homePath}>{t.done}</a>
    </Notice>
  )
}

const Open = (props: LeavingPageProps) => {
  const t = words(useLocale())
  if (props.isBeyond) return <Notice kind="info" title={t.only} />
  return (
    <>
      <p>{t.what}</p>
      <Sheet title={t.ends}>
        <Endings {...props} />
      </Sheet>
      {props.isSteppedUp ? <LeavingForm {...props} /> : <StepUpLink account={props.account.id} />}
    </>
  )
}

const Endings = ({ account, endings }: LeavingPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const roles = account.tenantRoles.map((role) => identityWords(locale).person.roleNames[role])
  const all = [{ title: t.account, lines: [t.accountLines] }, { title: t.roles, lines: roles }, ...endings]
  return (
    <div class="stack">
      <dl class="confirm-facts">
        {all
          .filter(({ lines }) => lines.length > 0)
          .map(({ title, lines }) => (
            <>
              <dt>{title}</dt>
              {lines.map((one) => (
                <dd>{one}</dd>
              ))}
            </>
          ))}
      </dl>
      <p>{t.stays}</p>
    </div>
  )
}

const StepUpLink = ({ account }: { account: string }) => (
  <p>
    <LinkButton href={stepUpPath(leavingPath(account))} look="main" icon="lock">
      {words(useLocale()).confirmFirst}
    </LinkButton>
  </p>
)

const LeavingForm = ({ account, form }: LeavingPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <Sheet>
      <PostedForm
        action={leavingPath(account.id)}
        form={form}
        submit={t.submit}
        look="danger"
        cancel={{ label: identityWords(locale).stepUp.cancel, href: homePath }}
      >
        <TextArea {...fieldOf(form, 'reason')} label={t.reason} example={t.reasonExample} required />
        <TextField
          {...fieldOf(form, 'document')}
          label={t.document}
          help={t.documentHelp}
          example={t.documentExample}
          autocomplete="off"
          required
        />
      </PostedForm>
    </Sheet>
  )
}
