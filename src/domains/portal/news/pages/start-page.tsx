import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { newsCategories } from '../article.ts'
import { newsPaths } from '../paths.ts'
import { words } from '../words.ts'

interface StartProps {
  form: Returned
  /** For whom the person may write: a bloc-year and a unit, or the tenant itself. */
  owners: readonly Option[]
  /** Records that a first text can be drafted from. */
  sources: readonly Option[]
  given: { owner?: string | undefined; from?: string | undefined; title?: string | undefined }
}

/** Whose article it is, its title, and the record that drafts it. */
export const StartArticlePage = ({ form, owners, sources, given }: StartProps) => {
  const t = words(useLocale())
  const categories = newsCategories.map((value) => ({ value, label: t.categories[value] }))
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.desk.title, href: newsPaths.desk }]} />
      <PageHead title={t.start.title} />
      <Sheet>
        <PostedForm
          action={newsPaths.start}
          form={form}
          submit={t.start.submit}
          cancel={{ label: t.desk.title, href: newsPaths.desk }}
        >
          <SelectField {...fieldOf(form, 'owner', given.owner)} label={t.start.owner} options={owners} required />
          {sources.length > 0 && (
            <SelectField
              {...fieldOf(form, 'from', given.from)}
              label={t.start.from}
              help={t.start.fromHelp}
              options={sources}
              none={t.start.fromNone}
            />
          )}
          <TextField
            {...fieldOf(form, 'title', given.title)}
            label={t.start.heading}
            example={t.start.headingExample}
            maxlength={200}
            required
          />
          <SelectField
            {...fieldOf(form, 'category', 'activity')}
            label={t.start.category}
            options={categories}
            required
          />
        </PostedForm>
      </Sheet>
    </div>
  )
}
