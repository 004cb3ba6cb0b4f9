import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { peoplePath } from '../../paths.ts'
import { words as identityWords } from '../../words.ts'
import { secondFactorRulesPath } from '../paths.ts'
import { factorRoles, type FactorRole } from '../second-factor.ts'
import { words } from '../words.ts'

interface RulesPageProps {
  rules: ReadonlyMap<FactorRole, string>
  isSaved: boolean
  form: Returned
}

export const RulesPage = ({ rules, isSaved, form }: RulesPageProps) => {
  const locale = useLocale()
  const t = words(locale).rules
  return (
    <>
      <Breadcrumb crumbs={[{ label: identityWords(locale).people.title, href: peoplePath }]} />
      <PageHead title={t.title} />
      <div class="stack">
        {isSaved && <Notice kind="success" title={t.saved} />}
        <Sheet>
          <div class="stack">
            <p>{t.what}</p>
            <div>
              <PostedForm
                action={secondFactorRulesPath}
                form={form}
                submit={t.save}
                cancel={{ label: identityWords(locale).stepUp.cancel, href: peoplePath }}
              >
                {factorRoles.map((role) => (
                  <DayField {...fieldOf(form, role, rules.get(role))} label={t.roles[role]} />
                ))}
              </PostedForm>
            </div>
          </div>
        </Sheet>
      </div>
    </>
  )
}
