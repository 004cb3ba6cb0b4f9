import type { BlocYearRow, MemberRow } from '#domains/blocs/queries.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Frame } from '../../pages/frame.tsx'
import { consultationPaths } from '../../paths.ts'
import { words } from '../../words.ts'
import type { ConsultationRow } from '../queries.ts'

interface OpenPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  consultation: ConsultationRow
  members: readonly MemberRow[]
  people: readonly { account: string; name: string; unit: string }[]
  form: Returned
}

/** Who is asked, and until when. */
export const OpenPage = ({ year, at, consultation, members, people, form }: OpenPageProps) => {
  const t = words(useLocale())
  const here = [...at, consultation.id] as const
  const back = consultationPaths.one(...here)
  const crumbs = [
    { label: t.title, href: consultationPaths.list(...at) },
    { label: consultation.title, href: back },
  ]
  return (
    <Frame year={year} title={t.open} under={t.openNote} crumbs={crumbs}>
      <Sheet>
        <PostedForm
          action={consultationPaths.opening(...here)}
          form={form}
          submit={t.open}
          cancel={{ label: t.cancel, href: back }}
        >
          <DayField {...fieldOf(form, 'closesOn')} label={t.until} required />
          <Fieldset legend={t.units}>
            {members.map((member) => (
              <Checkbox {...tickOf(form, `u_${member.unit}`, true)} label={member.full_name} />
            ))}
          </Fieldset>
          <Fieldset legend={t.people} help={t.peopleHelp}>
            {people.map((person) => (
              <Checkbox {...tickOf(form, `p_${person.account}`)} label={`${person.name}, ${person.unit}`} />
            ))}
          </Fieldset>
          <Checkbox {...tickOf(form, 'isPublic')} label={t.isPublic} help={t.isPublicHelp} />
        </PostedForm>
      </Sheet>
    </Frame>
  )
}
