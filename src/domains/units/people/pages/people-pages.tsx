import { typeCodePath } from '#domains/identity/paths.ts'
import type { Invited } from '#domains/identity/people/issue-invitation.ts'
import { printCode } from '#platform/id.ts'
import type { Locale } from '#platform/words.ts'
import { LinkButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatMoment } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { unitPaths } from '../../paths.ts'
import type { UnitRoleName } from '../../unit.ts'
import { words } from '../../words.ts'
import { KeepSheet } from '../../pages/keep-pages.tsx'

interface Shared {
  locale: Locale
  unit: { id: string; full_name: string; short_name: string }
  form: Returned
}

export const AddRolePage = ({ locale, unit, form, roles }: Shared & { roles: readonly UnitRoleName[] }) => {
  const t = words(locale)
  return (
    <KeepSheet t={t} title={t.addPerson} unit={unit}>
      <PostedForm
        action={unitPaths.addRole(unit.id)}
        form={form}
        submit={t.save}
        cancel={{ label: t.cancel, href: unitPaths.unit(unit.id) }}
      >
        <TextField {...fieldOf(form, 'login')} label={t.login} help={t.loginHelp} autocomplete="off" required />
        <RadioGroup
          {...fieldOf(form, 'role', roles.length === 1 ? roles[0] : undefined)}
          label={t.role}
          choices={roles.map((role) => ({ value: role, label: t.roles[role] }))}
          required
        />
        <DayField {...fieldOf(form, 'fromOn')} label={t.since} required />
      </PostedForm>
    </KeepSheet>
  )
}

export const InvitePage = ({ locale, unit, form }: Shared) => {
  const t = words(locale)
  return (
    <KeepSheet t={t} title={t.invitePerson} under={t.inviteNote} unit={unit}>
      <PostedForm
        action={unitPaths.invite(unit.id)}
        form={form}
        submit={t.invite}
        cancel={{ label: t.cancel, href: unitPaths.unit(unit.id) }}
      >
        <TextField {...fieldOf(form, 'fullName')} label={t.person} autocomplete="off" maxlength={120} required />
        <TextField
          {...fieldOf(form, 'login')}
          label={t.login}
          example="le.thu.ha"
          autocomplete="off"
          maxlength={120}
          required
        />
        <RadioGroup
          {...fieldOf(form, 'way', 'mail')}
          label={t.way}
          choices={[
            { value: 'mail', label: t.ways.mail },
            { value: 'slip', label: t.ways.slip },
          ]}
          required
        />
        <TextField {...fieldOf(form, 'email')} label={t.email} help={t.emailHelp} type="email" autocomplete="off" />
      </PostedForm>
    </KeepSheet>
  )
}

interface SlipPageProps extends Omit<Shared, 'form'> {
  name: string
  login: string
  invited: Invited & { code: string }
  origin: string
}

/** The code is in this answer and nowhere else. */
export const SlipPage = ({ locale, unit, name, login, invited, origin }: SlipPageProps) => {
  const t = words(locale)
  return (
    <KeepSheet t={t} title={t.slipTitle(name)} unit={unit}>
      <Notice kind="warning" title={t.slipBody} />
      <Facts
        facts={[
          { label: t.login, value: login },
          { label: t.code, value: <strong>{printCode(invited.code)}</strong> },
          { label: t.codeWhere, value: origin + typeCodePath },
          { label: t.codeUntil, value: formatMoment(invited.expiresAt) },
        ]}
      />
      <p class="row">
        <LinkButton href={unitPaths.unit(unit.id)}>{t.backToUnit}</LinkButton>
      </p>
    </KeepSheet>
  )
}

interface EndRolePageProps extends Shared {
  role: { id: string; full_name: string; role: UnitRoleName }
}

export const EndRolePage = ({ locale, unit, form, role }: EndRolePageProps) => {
  const t = words(locale)
  return (
    <KeepSheet t={t} title={t.endRoleTitle(role.full_name)} under={t.roles[role.role]} unit={unit}>
      <PostedForm
        action={unitPaths.endRole(unit.id, role.id)}
        form={form}
        submit={t.endRole}
        look="danger"
        cancel={{ label: t.cancel, href: unitPaths.unit(unit.id) }}
      >
        <DayField {...fieldOf(form, 'toOn')} label={t.lastDay} required />
      </PostedForm>
    </KeepSheet>
  )
}
