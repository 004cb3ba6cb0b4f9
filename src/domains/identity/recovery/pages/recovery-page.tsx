import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { stepUpPath } from '../../paths.ts'
import { words as identityWords } from '../../words.ts'
import { confirmRecoveryPath, openRecoveryPath, recoveriesPath, recoveryPath, withdrawRecoveryPath } from '../paths.ts'
import { words } from '../words.ts'
import { RecoveryMark, type RecoveryShown } from './recoveries-page.tsx'

export const OpenRecoveryPage = ({ login, form }: { login: string | undefined; form: Returned }) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <>
      <Breadcrumb crumbs={[{ label: t.title, href: recoveriesPath }]} />
      <PageHead title={t.open} />
      <div class="stack">
        <p>{t.whoMay}</p>
        <Sheet>
          <PostedForm
            action={openRecoveryPath()}
            form={form}
            submit={t.openSubmit}
            cancel={{ label: identityWords(locale).stepUp.cancel, href: recoveriesPath }}
          >
            <TextField
              {...fieldOf(form, 'login', login)}
              label={t.login}
              help={t.loginHelp}
              autocomplete="off"
              required
            />
            <TextArea {...fieldOf(form, 'reason')} label={t.reason} example={t.reasonExample} required />
            <TextField
              {...fieldOf(form, 'paper')}
              label={t.paper}
              help={t.paperHelp}
              example={t.paperExample}
              autocomplete="off"
              required
            />
          </PostedForm>
        </Sheet>
        <p class="mute">{t.keys}</p>
      </div>
    </>
  )
}

interface RecoveryPageProps {
  recovery: RecoveryShown
  may: { confirm: boolean; withdraw: boolean }
  isSteppedUp: boolean
  form: Returned
}

export const RecoveryPage = (props: RecoveryPageProps) => {
  const t = words(useLocale())
  const { recovery } = props
  const isWaiting = recovery.now === 'waiting'
  return (
    <>
      <Breadcrumb crumbs={[{ label: t.title, href: recoveriesPath }]} />
      <PageHead title={t.ofPerson(recovery.person)} state={<RecoveryMark state={recovery.now} />} />
      <div class="stack">
        {props.form.refused && <Notice kind="error">{props.form.refused}</Notice>}
        <Sheet>
          <Facts
            facts={[
              { label: t.slip.login, value: recovery.login },
              { label: t.reason, value: recovery.reason },
              { label: t.paper, value: recovery.paper },
              { label: t.openedBy, value: recovery.opener },
              { label: t.openedAt, value: formatMoment(recovery.opened_at) },
              { label: t.until, value: formatMoment(recovery.expires_at) },
            ]}
          />
        </Sheet>
        {isWaiting && <SecondPerson {...props} />}
        {props.may.withdraw && <Withdraw recovery={recovery} />}
        <p class="mute">{t.keys}</p>
      </div>
    </>
  )
}

const SecondPerson = ({ recovery, may, isSteppedUp }: RecoveryPageProps) => {
  const t = words(useLocale())
  if (!may.confirm) return <Notice kind="info" title={t.other} />
  if (!isSteppedUp) {
    return (
      <p>
        <LinkButton href={stepUpPath(recoveryPath(recovery.id))} look="main" icon="lock">
          {t.confirmFirst}
        </LinkButton>
      </p>
    )
  }
  return (
    <Confirm
      title={t.confirm}
      what={t.confirmWhat}
      whom={`${recovery.person} (${recovery.login})`}
      undo={t.confirmUndo}
      action={confirmRecoveryPath(recovery.id)}
      submit={t.confirm}
      cancel={recoveriesPath}
    />
  )
}

const Withdraw = ({ recovery }: { recovery: RecoveryShown }) => {
  const t = words(useLocale())
  return (
    <form class="stack tight" method="post" action={withdrawRecoveryPath(recovery.id)}>
      <p>{t.withdrawHelp}</p>
      <div class="row">
        <SubmitButton look="danger">{t.withdraw}</SubmitButton>
      </div>
    </form>
  )
}
