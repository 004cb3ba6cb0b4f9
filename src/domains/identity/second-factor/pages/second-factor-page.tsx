import type { Child } from 'hono/jsx'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { homePath, ownAccountPath, signOutPath, stepUpPath } from '../../paths.ts'
import { words as identityWords } from '../../words.ts'
import { passkeysPath } from '../../passkeys/paths.ts'
import { words as passkeyWords } from '../../passkeys/words.ts'
import { recoveryCodesPath, secondFactorPath, switchOffPath, switchOnPath } from '../paths.ts'
import type { SecondFactorShown } from '../queries.ts'
import { fewCodes, recoveryCodeCount } from '../second-factor.ts'
import { words } from '../words.ts'

interface SecondFactorPageProps {
  name: string
  factor: SecondFactorShown | undefined
  /** A role of this person asks for it. */
  isAsked: boolean
  /** Nothing else can be done before. */
  isLed: boolean
  isSteppedUp: boolean
  /** Signed in just now with a recovery code. */
  usedRecovery: boolean
  refused: string | undefined
}

export const SecondFactorPage = (props: SecondFactorPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { factor } = props
  const state = factor ? <State kind="done">{t.on}</State> : <State kind="none">{t.off}</State>
  return (
    <>
      {!props.isLed && <Breadcrumb crumbs={[{ label: identityWords(locale).account.title, href: ownAccountPath }]} />}
      {props.isLed ? null : <PageHead title={t.title} state={state} />}
      <div class="stack">
        {props.refused && <Notice kind="error">{props.refused}</Notice>}
        {props.usedRecovery && <UsedRecovery />}
        {factor === undefined ? <Off isLed={props.isLed} /> : <On {...props} factor={factor} />}
        {props.isLed && <SignOut />}
      </div>
    </>
  )
}

const UsedRecovery = () => {
  const t = words(useLocale())
  return (
    <Notice kind="warning" title={t.usedRecovery}>
      <p>{t.usedRecoveryBody}</p>
      <p>
        <a href={homePath}>{t.goOn}</a>
      </p>
    </Notice>
  )
}

/** On the plain page of whoever is led here, and on a sheet of the account's pages. */
const Off = ({ isLed }: { isLed: boolean }) => {
  const locale = useLocale()
  const t = words(locale)
  const body = (
    <div class="stack">
      {isLed && (
        <Notice kind="warning" title={t.asked}>
          {t.askedBody}
        </Notice>
      )}
      <p>{t.what}</p>
      <p>
        <LinkButton href={switchOnPath} look="main" icon="lock">
          {t.switchOn}
        </LinkButton>
      </p>
      <p>
        <a href={passkeysPath}>{passkeyWords(locale).led}</a>
      </p>
    </div>
  )
  return isLed ? body : <Sheet>{body}</Sheet>
}

const SignOut = () => (
  <form method="post" action={signOutPath}>
    <SubmitButton look="plain">{identityWords(useLocale()).account.signOut}</SubmitButton>
  </form>
)

/** What there is, and how to get in without it. */
const Standing = ({ factor: { switchedOnAt, codesLeft } }: { factor: SecondFactorShown }) => {
  const t = words(useLocale())
  const left = { label: t.codesLeft, value: t.codesLeftOf(codesLeft, recoveryCodeCount) }
  return switchedOnAt === null ? (
    <>
      <Facts facts={[{ label: t.by, value: t.byPasskeys }, left]} />
      <p>
        <b>{t.withoutKey}</b> {t.withoutKeyBody}
      </p>
    </>
  ) : (
    <>
      <Facts facts={[{ label: t.since, value: formatMoment(switchedOnAt) }, left]} />
      <p>
        <b>{t.lost}</b> {t.lostBody}
      </p>
    </>
  )
}

const On = (props: SecondFactorPageProps & { factor: SecondFactorShown }) => {
  const t = words(useLocale())
  const { factor, isSteppedUp } = props
  const hasPhone = factor.switchedOnAt !== null
  const mayStop = hasPhone && (!props.isAsked || factor.passkeys > 0)
  return (
    <>
      {factor.codesLeft <= fewCodes && (
        <Notice kind="warning" title={t.fewLeft(factor.codesLeft)}>
          {t.fewLeftBody}
        </Notice>
      )}
      <Sheet>
        <div class="stack">
          <Standing factor={factor} />
          {!isSteppedUp && (
            <p>
              <LinkButton href={stepUpPath(secondFactorPath)} icon="lock">
                {t.confirmFirst}
              </LinkButton>
            </p>
          )}
          {isSteppedUp && <Changes hasPhone={hasPhone} />}
        </div>
      </Sheet>
      {props.isAsked && !mayStop && <p class="mute">{t.askedOn}</p>}
      {isSteppedUp && mayStop && <SwitchOff name={props.name} />}
    </>
  )
}

const Change = ({ help, children }: { help: string; children: Child }) => (
  <div class="stack tight">
    <p>{help}</p>
    <div class="row">{children}</div>
  </div>
)

const Changes = ({ hasPhone }: { hasPhone: boolean }) => {
  const t = words(useLocale())
  return (
    <>
      <Change help={hasPhone ? t.replaceHelp : t.what}>
        <LinkButton href={switchOnPath}>{hasPhone ? t.replace : t.addPhone}</LinkButton>
      </Change>
      <form method="post" action={recoveryCodesPath}>
        <Change help={t.renewHelp}>
          <SubmitButton look="plain" icon="print">
            {t.renew}
          </SubmitButton>
        </Change>
      </form>
    </>
  )
}

const SwitchOff = ({ name }: { name: string }) => {
  const t = words(useLocale())
  return (
    <Confirm
      title={t.switchOff}
      what={t.switchOffWhat}
      whom={name}
      undo={t.switchOffUndo}
      action={switchOffPath}
      submit={t.switchOff}
      cancel={ownAccountPath}
      danger
    />
  )
}
