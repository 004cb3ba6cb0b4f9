import type { Locale } from '#platform/words.ts'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { rulesPath } from '../paths.ts'
import type { ReminderRules } from '../rules.ts'
import { words } from '../words.ts'

interface RulesPageProps {
  locale: Locale
  form: Returned
  rules: ReminderRules
  isSaved: boolean
}

interface ShortProps {
  form: Returned
  name: string
  given: number | string
  label: string
  example?: string
}

const Short = ({ form, name, given, label, example }: ShortProps) => (
  <TextField
    {...fieldOf(form, name, String(given))}
    label={label}
    {...(example === undefined ? {} : { example })}
    maxlength={5}
    narrow
    required
  />
)

/** When people are reminded, when others are told, how long things are kept. */
export const RulesPage = ({ locale, form, rules, isSaved }: RulesPageProps) => {
  const t = words(locale)
  const short = (name: string, given: number | string, label: string) => <Short {...{ form, name, given, label }} />
  return (
    <div class="stack">
      <PageHead title={t.title} under={t.under} />
      {isSaved && <Notice kind="success" title={t.saved} />}
      <Sheet>
        <PostedForm action={rulesPath} form={form} submit={t.save}>
          <Fieldset legend={t.remind}>
            <TextField
              {...fieldOf(form, 'remindDays', rules.remind_days.join(', '))}
              label={t.remindDays}
              help={t.remindDaysHelp}
              maxlength={40}
              required
            />
            {short('tasksOpenBefore', rules.tasks_open_before, t.tasksOpenBefore)}
          </Fieldset>
          <Fieldset legend={t.quiet} help={t.quietHelp}>
            <Short
              {...{ form, name: 'quietFrom', given: rules.quiet_from, label: t.quietFrom, example: t.timeExample }}
            />
            {short('quietTo', rules.quiet_to, t.quietTo)}
            {short('digestAt', rules.digest_at, t.digestAt)}
          </Fieldset>
          <Fieldset legend={t.escalation} help={t.escalationHelp}>
            {short('leaderAfter', rules.leader_after, t.leaderAfter)}
            {short('headAfter', rules.head_after, t.headAfter)}
            {short('authorityAfter', rules.authority_after, t.authorityAfter)}
          </Fieldset>
          <Fieldset legend={t.keeping}>
            {short('noticesKeptDays', rules.notices_kept_days, t.noticesKeptDays)}
            {short('mailsKeptDays', rules.mails_kept_days, t.mailsKeptDays)}
          </Fieldset>
        </PostedForm>
      </Sheet>
    </div>
  )
}
