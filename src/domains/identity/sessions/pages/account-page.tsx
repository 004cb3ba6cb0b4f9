import { SubmitButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { dayOf, formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { actingUnitPath, changePasswordPath, ownAccountPath, preferencesPath } from '../../paths.ts'
import type { AccountShown } from '../../queries.ts'
import { SomebodyExpected } from '../../linked/pages/linked-page.tsx'
import { linkedPath } from '../../linked/paths.ts'
import type { Expected } from '../../linked/queries.ts'
import { words as linkedWords } from '../../linked/words.ts'
import { passkeysPath } from '../../passkeys/paths.ts'
import { words as passkeyWords } from '../../passkeys/words.ts'
import { withdrawRecoveryPath } from '../../recovery/paths.ts'
import { words as recoveryWords } from '../../recovery/words.ts'
import { secondFactorPath } from '../../second-factor/paths.ts'
import type { SecondFactorShown } from '../../second-factor/queries.ts'
import { words as factorWords } from '../../second-factor/words.ts'
import { tokensPath } from '../../tokens/paths.ts'
import { words as tokenWords } from '../../tokens/words.ts'
import { words } from '../../words.ts'
import { NewPasswordFields } from './new-password-fields.tsx'
import { Views, type ViewShown } from '#ui/views.tsx'
import { SessionList, type SessionShown } from './session-list.tsx'
import { LoginForManagers } from './step-up-page.tsx'

interface LinkedShown {
  label: string
  count: number
  expected: Expected | undefined
}

interface AccountPageProps {
  account: AccountShown
  sessions: readonly SessionShown[]
  present: string | null
  units: readonly { value: string; label: string }[]
  actingUnit: string | null
  factor: SecondFactorShown | undefined
  /** Accounts of another place, where there is one. */
  linked: LinkedShown | undefined
  /** Somebody opened a recovery of this account. */
  recovery: { id: string; opener: string } | undefined
  /** Who looked at this account. */
  views: readonly ViewShown[]
  isChanged: boolean
  form: Returned
}

export const AccountPage = (props: AccountPageProps) => {
  const t = words(useLocale()).account
  return (
    <>
      <PageHead title={t.title} under={props.account.name} />
      <div class="stack">
        {props.isChanged && <Notice kind="success" title={t.changed} />}
        {props.linked?.expected && <SomebodyExpected expected={props.linked.expected} />}
        {props.recovery && <OpenRecovery recovery={props.recovery} />}
        <Sheet>
          <div class="stack tight">
            <AccountFacts account={props.account} />
            <Views views={props.views} />
          </div>
        </Sheet>
        {props.units.length > 1 && (
          <Sheet title={t.actingUnit} id="don-vi">
            <ActingUnitForm units={props.units} actingUnit={props.actingUnit} />
          </Sheet>
        )}
        <SecondFactorSheet factor={props.factor} />
        <PasskeysSheet count={props.factor?.passkeys ?? 0} />
        {props.linked && <LinkedSheet linked={props.linked} />}
        <TokensSheet />
        <Sheet title={t.sessions}>
          <SessionList sessions={props.sessions} present={props.present} />
        </Sheet>
        <Sheet title={t.password} id="mat-khau">
          <div class="stack">
            <p>{t.changeHelp}</p>
            <PasswordForm form={props.form} login={props.account.login} />
          </div>
        </Sheet>
        <Sheet title={t.preferences}>
          <PreferencesForm account={props.account} />
        </Sheet>
      </div>
    </>
  )
}

const AccountFacts = ({ account }: { account: AccountShown }) => {
  const t = words(useLocale())
  const roles = account.tenantRoles.map((role) => t.person.roleNames[role]).join(', ')
  return (
    <Facts
      facts={[
        { label: t.account.login, value: account.login },
        { label: t.account.email, value: account.email ?? t.account.noEmail },
        { label: t.account.roles, value: roles || t.account.noRoles },
        ...(account.isSample ? [{ label: t.people.state, value: t.account.sample }] : []),
      ]}
    />
  )
}

/** Whoever is still signed in did not come to be let in. */
const OpenRecovery = ({ recovery }: { recovery: { id: string; opener: string } }) => {
  const t = recoveryWords(useLocale())
  return (
    <Notice kind="warning" title={t.own.title}>
      <p>{t.own.body(recovery.opener)}</p>
      <form method="post" action={withdrawRecoveryPath(recovery.id)}>
        <SubmitButton look="danger">{t.withdraw}</SubmitButton>
      </form>
    </Notice>
  )
}

const SecondFactorSheet = ({ factor }: { factor: SecondFactorShown | undefined }) => {
  const t = factorWords(useLocale())
  const state = factor ? <State kind="done">{t.on}</State> : <State kind="none">{t.off}</State>
  const since = factor?.switchedOnAt
  return (
    <Sheet title={t.title} beside={state}>
      {since && <p>{t.account.onSince(formatDay(dayOf(since)))}</p>}
      {!since && <p>{factor ? t.account.byPasskeys : t.account.off}</p>}
      <p>
        <a href={secondFactorPath}>{t.account.open}</a>
      </p>
    </Sheet>
  )
}

const PasskeysSheet = ({ count }: { count: number }) => {
  const t = passkeyWords(useLocale()).account
  return (
    <Sheet title={t.title}>
      <p>{t.count(count)}</p>
      <p>
        <a href={passkeysPath}>{t.open}</a>
      </p>
    </Sheet>
  )
}

const LinkedSheet = ({ linked }: { linked: LinkedShown }) => {
  const t = linkedWords(useLocale())
  return (
    <Sheet title={t.title}>
      <p>{linked.count === 0 ? t.account.off(linked.label) : t.account.on(linked.count)}</p>
      <p>
        <a href={linkedPath}>{t.account.open}</a>
      </p>
    </Sheet>
  )
}

const TokensSheet = () => {
  const t = tokenWords(useLocale())
  return (
    <Sheet title={t.account.title}>
      <p>{t.what}</p>
      <p>
        <a href={tokensPath}>{t.account.open}</a>
      </p>
    </Sheet>
  )
}

const untouched: Returned = { typed: {}, errors: [] }

const ActingUnitForm = ({ units, actingUnit }: Pick<AccountPageProps, 'units' | 'actingUnit'>) => {
  const t = words(useLocale()).account
  return (
    <PostedForm action={actingUnitPath} form={untouched} submit={t.save}>
      <input type="hidden" name="returnTo" value={ownAccountPath} />
      <RadioGroup
        name="unit"
        label={t.actFor}
        help={t.actingUnitHelp}
        value={actingUnit ?? undefined}
        choices={units}
        required
      />
    </PostedForm>
  )
}

const PasswordForm = ({ form, login }: { form: Returned; login: string }) => {
  const t = words(useLocale()).account
  const present = { ...fieldOf(form, 'present'), value: undefined }
  return (
    <div>
      <PostedForm action={changePasswordPath} form={form} submit={t.change}>
        <LoginForManagers login={login} />
        <TextField {...present} label={t.present} type="password" autocomplete="current-password" required />
        <NewPasswordFields form={form} />
      </PostedForm>
    </div>
  )
}

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const PreferencesForm = ({ account }: { account: AccountShown }) => {
  const t = words(useLocale()).account
  return (
    <PostedForm action={preferencesPath} form={untouched} submit={t.save}>
      <input type="hidden" name="returnTo" value={ownAccountPath} />
      <RadioGroup name="locale" label={t.language} value={account.locale} choices={choicesOf(t.languages)} required />
      <RadioGroup name="theme" label={t.theme} value={account.theme} choices={choicesOf(t.themes)} required />
    </PostedForm>
  )
}
