import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { dayOf, formatDay, formatMoment } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import {
  endRolePath,
  grantRolePath,
  peoplePath,
  personPath,
  renewInvitationPath,
  stepUpPath,
  withdrawInvitationPath,
} from '../../paths.ts'
import { addressPath } from '../../address/paths.ts'
import { words as addressWords } from '../../address/words.ts'
import { inviteBackPath, leavingPath } from '../../leaving/paths.ts'
import { words as leavingWords } from '../../leaving/words.ts'
import { expectedPath } from '../../linked/paths.ts'
import { words as linkedWords } from '../../linked/words.ts'
import type { AccountShown, TenantRole } from '../../queries.ts'
import { openRecoveryPath } from '../../recovery/paths.ts'
import { words as recoveryWords } from '../../recovery/words.ts'
import { words } from '../../words.ts'
import type { InvitationState, InvitationWay } from '../invitation.ts'
import { AccountState } from './people-page.tsx'

interface InvitationShown {
  id: string
  way: InvitationWay
  invited_at: Date
  expires_at: Date
  state: InvitationState
}

interface PersonPageProps {
  account: AccountShown
  invitations: readonly InvitationShown[]
  history: readonly HistoryEntry[]
  may: {
    invite: boolean
    grant: boolean
    endRole: boolean
    changeAddress: boolean
    withdraw: boolean
    letGo: boolean
    inviteBack: boolean
    recover: boolean
    expect: boolean
  }
  /** Granting and ending ask for the password; until then a link stands in place of the buttons. */
  isSteppedUp: boolean
  isSent: boolean
  form: Returned
}

export const PersonPage = (props: PersonPageProps) => {
  const t = words(useLocale())
  const { account } = props
  return (
    <>
      <Breadcrumb crumbs={[{ label: t.people.title, href: peoplePath }]} />
      <PageHead title={account.name} state={<AccountState state={account.state} />} />
      <div class="stack">
        {props.isSent && <Notice kind="success" title={t.person.sent} />}
        {props.form.refused && <Notice kind="error">{props.form.refused}</Notice>}
        <Sheet>
          <Facts
            facts={[
              { label: t.account.login, value: account.login },
              { label: t.account.email, value: account.email ?? t.account.noEmail },
              ...(account.isSample ? [{ label: t.people.state, value: t.account.sample }] : []),
            ]}
          />
        </Sheet>
        <Sheet title={t.person.invitation}>
          <Invitations {...props} />
        </Sheet>
        <Sheet title={t.person.roles} id="vai-tro">
          <Roles {...props} />
        </Sheet>
        <Leaving {...props} />
        <Sheet title={t.person.history}>
          <History entries={props.history} />
        </Sheet>
      </div>
    </>
  )
}

const kinds = { open: 'open', used: 'done', withdrawn: 'none', expired: 'late' } satisfies Record<
  InvitationState,
  StateKind
>

const Invitations = ({ account, invitations, may }: PersonPageProps) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      <Table
        caption={t.person.invitation}
        rows={invitations}
        columns={[
          { key: 'at', label: t.person.invitedAt, cell: (invitation) => formatMoment(invitation.invited_at) },
          { key: 'way', label: t.person.way, cell: (invitation) => t.person.invitedBy[invitation.way] },
          { key: 'until', label: t.person.until, cell: (invitation) => formatDay(dayOf(invitation.expires_at)) },
          {
            key: 'state',
            label: t.person.state,
            cell: ({ state }) => <State kind={kinds[state]}>{t.person.invitationStates[state]}</State>,
          },
        ]}
      />
      {may.invite && <RenewForm account={account} />}
      {may.withdraw && (
        <form method="post" action={withdrawInvitationPath(account.id)}>
          <SubmitButton look="danger">{t.person.withdraw}</SubmitButton>
        </form>
      )}
    </div>
  )
}

const RenewForm = ({ account }: { account: AccountShown }) => {
  const t = words(useLocale()).person
  const ways = words(useLocale()).invite.ways
  return (
    <form class="stack tight" method="post" action={renewInvitationPath(account.id)}>
      <p>{t.renewHelp}</p>
      <div class="row">
        <SubmitButton look="plain" icon="print" name="way" value="slip">
          {`${t.renew}: ${ways.slip}`}
        </SubmitButton>
        {account.email !== null && (
          <SubmitButton look="plain" name="way" value="mail">
            {`${t.renew}: ${ways.mail}`}
          </SubmitButton>
        )}
      </div>
    </form>
  )
}

const roles = ['authority', 'administrator'] as const satisfies readonly TenantRole[]

const Roles = (props: PersonPageProps) => {
  const t = words(useLocale()).person
  const { account, may } = props
  const mayChange = may.grant || may.endRole
  const back = `${personPath(account.id)}#vai-tro`
  return (
    <div class="stack">
      <p>{t.rolesHelp}</p>
      <HeldRoles {...props} />
      {mayChange && !props.isSteppedUp && (
        <p>
          <LinkButton href={stepUpPath(back)} icon="lock">
            {t.confirmFirst}
          </LinkButton>
        </p>
      )}
      {may.grant && props.isSteppedUp && <GrantForm {...props} />}
      {may.endRole && !may.grant && account.state !== 'closed' && <p class="mute">{t.ownRoles}</p>}
    </div>
  )
}

const HeldRoles = ({ account, may, isSteppedUp }: PersonPageProps) => {
  const t = words(useLocale()).person
  if (account.tenantRoles.length === 0) return <p>{t.noRoles}</p>
  return (
    <ul>
      {account.tenantRoles.map((role) => (
        <li>
          <form class="row" method="post" action={endRolePath(account.id, role)}>
            {t.roleNames[role]}
            {may.endRole && isSteppedUp && (
              <button class="as-link" type="submit" aria-label={t.endRole(t.roleNames[role])}>
                {t.end}
              </button>
            )}
          </form>
        </li>
      ))}
    </ul>
  )
}

const GrantForm = ({ account, form }: PersonPageProps) => {
  const t = words(useLocale()).person
  const free = roles.filter((role) => !account.tenantRoles.includes(role))
  if (free.length === 0) return null
  return (
    <PostedForm action={grantRolePath(account.id)} form={{ typed: form.typed, errors: form.errors }} submit={t.grant}>
      <RadioGroup
        name="role"
        label={t.role}
        choices={free.map((role) => ({ value: role, label: t.roleNames[role] }))}
        required
      />
    </PostedForm>
  )
}

/** Where the account ends, comes back, or is opened anew in person: each on a page of its own. */
const Leaving = ({ account, may }: PersonPageProps) => {
  const locale = useLocale()
  const t = leavingWords(locale)
  if (may.inviteBack) {
    return (
      <Sheet title={t.back}>
        <form class="stack tight" method="post" action={inviteBackPath(account.id)}>
          <p>{t.backHelp}</p>
          <div class="row">
            <SubmitButton look="plain" icon="print" name="way" value="slip">
              {words(locale).invite.ways.slip}
            </SubmitButton>
            {account.email !== null && (
              <SubmitButton look="plain" name="way" value="mail">
                {words(locale).invite.ways.mail}
              </SubmitButton>
            )}
          </div>
        </form>
      </Sheet>
    )
  }
  return (
    <p class="row">
      {may.changeAddress && <LinkButton href={addressPath(account.id)}>{addressWords(locale).link}</LinkButton>}
      {may.expect && <LinkButton href={expectedPath(account.id)}>{linkedWords(locale).expected.link}</LinkButton>}
      {may.recover && <LinkButton href={openRecoveryPath(account.login)}>{recoveryWords(locale).open}</LinkButton>}
      {may.letGo && <LinkButton href={leavingPath(account.id)}>{t.link}</LinkButton>}
    </p>
  )
}
