import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { issueTokenPath, tokensPath } from '../paths.ts'
import { words } from '../words.ts'

interface IssueTokenPageProps {
  scopes: readonly Option[]
  form: Returned
}

export const IssueTokenPage = ({ scopes, form }: IssueTokenPageProps) => {
  const t = words(useLocale())
  const rights = (['read', 'write'] as const).map((value) => ({
    value,
    label: t.rightNames[value],
    help: t.rightHelps[value],
  }))
  return (
    <>
      <Breadcrumb crumbs={[{ label: t.title, href: tokensPath }]} />
      <PageHead title={t.makeTitle} />
      <Sheet>
        <div class="stack">
          <p>{t.what}</p>
          <p>{t.warning}</p>
          {scopes.length === 0 ? (
            <Notice kind="warning">{t.noScope}</Notice>
          ) : (
            <PostedForm
              action={issueTokenPath}
              form={form}
              submit={t.submit}
              cancel={{ label: t.cancel, href: tokensPath }}
            >
              <TextField {...fieldOf(form, 'name')} label={t.name} help={t.nameHelp} example={t.nameExample} required />
              <SelectField
                {...fieldOf(form, 'scope', scopes.length === 1 ? scopes[0]?.value : undefined)}
                label={t.scope}
                help={t.scopeHelp}
                options={scopes}
                required
              />
              <RadioGroup {...fieldOf(form, 'rights', 'read')} label={t.rights} choices={rights} required />
              <DayField {...fieldOf(form, 'untilOn')} label={t.untilOn} help={t.untilHelp} required />
            </PostedForm>
          )}
        </div>
      </Sheet>
    </>
  )
}

/** The answer to the one request that made the token. */
export const IssuedTokenPage = ({ name, token }: { name: string; token: string }) => {
  const t = words(useLocale())
  return (
    <>
      <PageHead title={t.made} under={name} />
      <div class="stack">
        <Notice kind="warning" title={t.once}>
          {t.onceBody}
        </Notice>
        <Sheet>
          <Facts facts={[{ label: t.token, value: <code>{token}</code> }]} />
        </Sheet>
        <p>
          <LinkButton href={tokensPath}>{t.done}</LinkButton>
        </p>
      </div>
    </>
  )
}
