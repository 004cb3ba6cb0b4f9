import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { tablePaths } from '../paths.ts'
import type { VersionRow } from '../queries.ts'
import { words } from '../words.ts'

interface AddPageProps {
  slug: string
  templates: readonly { key: string; title: string }[]
  versions: readonly VersionRow[]
  form: Returned
}

export const AddPage = ({ slug, templates, versions, form }: AddPageProps) => {
  const t = words(useLocale())
  const choices = [
    { value: 'empty', label: t.addPage.empty, help: t.addPage.emptyHelp },
    ...templates.map(({ key, title }) => ({ value: `template.${key}`, label: title, help: t.addPage.template })),
    ...versions.map(({ id, title, number, state }) => ({
      value: `version.${id}`,
      label: `${title}, ${t.versionName(String(number))}`,
      help: t.addPage.version(t.states[state]),
    })),
  ]
  return (
    <>
      <Breadcrumb crumbs={[{ label: t.title, href: tablePaths.list(slug) }]} />
      <PageHead title={t.add} under={t.addPage.intro} />
      <Sheet>
        <PostedForm
          action={tablePaths.add(slug)}
          form={form}
          submit={t.addPage.submit}
          cancel={{ label: t.cancel, href: tablePaths.list(slug) }}
        >
          <RadioGroup
            {...fieldOf(form, 'from', choices[1]?.value ?? 'empty')}
            label={t.fields.from}
            choices={choices}
            required
          />
          <TextField
            {...fieldOf(form, 'code')}
            label={t.fields.code}
            help={t.addPage.codeHelp}
            maxlength={60}
            narrow
            required
          />
          <TextArea {...fieldOf(form, 'title')} label={t.fields.title} rows={2} maxlength={300} required />
        </PostedForm>
      </Sheet>
    </>
  )
}

export const JsonPage = ({ slug, form }: { slug: string; form: Returned }) => {
  const t = words(useLocale())
  return (
    <>
      <Breadcrumb crumbs={[{ label: t.title, href: tablePaths.list(slug) }]} />
      <PageHead title={t.jsonPage.title} under={t.jsonPage.intro} />
      <Sheet>
        <PostedForm
          action={tablePaths.fromJson(slug)}
          form={form}
          submit={t.jsonPage.submit}
          cancel={{ label: t.cancel, href: tablePaths.list(slug) }}
          upload
        >
          <FileField {...fieldOf(form, 'file')} label={t.fields.file} accept=".json,application/json" />
          <TextArea {...fieldOf(form, 'text')} label={t.fields.json} rows={10} />
        </PostedForm>
      </Sheet>
    </>
  )
}
