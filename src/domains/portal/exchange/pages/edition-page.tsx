import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { exchangePaths } from '../paths.ts'
import { formats, sources } from '../profile.ts'
import type { Edition } from '../queries.ts'
import { words } from '../words.ts'

/** A copy of the latest edition, to be changed and to hold from a day on. */
export const EditionPage = ({ latest, form }: { latest: Edition; form: Returned }) => {
  const t = words(useLocale())
  const names: Readonly<Record<string, string>> = t.sources
  const back = exchangePaths.profile(latest.code)
  return (
    <div class="stack">
      <Breadcrumb
        crumbs={[
          { label: t.title, href: exchangePaths.list },
          { label: latest.name, href: back },
        ]}
      />
      <PageHead title={t.addEdition} under={t.addEditionWhat} />
      <Sheet>
        <PostedForm
          action={exchangePaths.edition(latest.code)}
          form={form}
          submit={t.addEdition}
          cancel={{ label: t.cancel, href: back }}
        >
          <TextField {...fieldOf(form, 'name', latest.name)} label={t.name} maxlength={200} required />
          <TextField {...fieldOf(form, 'receiver', latest.receiver)} label={t.receiver} maxlength={200} required />
          <TextField {...fieldOf(form, 'source')} label={t.source} maxlength={500} required />
          <DayField {...fieldOf(form, 'fromOn')} label={t.fromOn} required />
          <TextArea
            {...fieldOf(form, 'fields', JSON.stringify(latest.fields, null, 2))}
            label={t.fieldsJson}
            help={t.fieldsHelp(formats.join(', '))}
            rows={20}
            maxlength={50_000}
            required
          />
        </PostedForm>
      </Sheet>
      <Sheet title={t.sourcesTitle}>
        <ul>
          {Object.entries(sources[latest.kind]).map(([source, shape]) => (
            <li>
              <code>{source}</code>: {names[source] ?? source} ({t.formats[shape === 'day' ? 'iso_day' : shape]})
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  )
}
