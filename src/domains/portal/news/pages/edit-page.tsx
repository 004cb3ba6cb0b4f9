import type { PropsWithChildren } from 'hono/jsx'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { NewsPicture } from '../../news-pictures/picture.ts'
import { pictureName, sizeNear } from '../../news-pictures/picture.ts'
import { linkKinds, newsCategories, type LinkKind } from '../article.ts'
import { blocksOf, markupOf } from '../body.ts'
import { newsPaths } from '../paths.ts'
import { contentOf, type ArticleRow } from '../queries.ts'
import { words } from '../words.ts'

interface EditProps {
  article: ArticleRow
  form: Returned
  /** What the editor begins with: the stored text, or what was sent and came back. */
  html: string
  pictures: readonly NewsPicture[]
  choices: Readonly<Record<LinkKind, readonly Option[]>>
}

function editorGiven({ article, html, pictures }: EditProps, locale: 'vi' | 'en'): string {
  const t = words(locale)
  const own = pictures.map((picture, index) => {
    const size = sizeNear(picture, 'jpeg', 480)
    const src = size === undefined ? '' : newsPaths.picture(article.id, pictureName(size))
    const label = `${t.edit.tools.picture} ${index + 1}`
    return { id: picture.id, src, alt: picture.alt, label }
  })
  return JSON.stringify({ html, label: t.edit.editor, words: t.edit.tools, pictures: own })
}

const NewsEditor = (props: PropsWithChildren<{ given: string }>) => (
  <news-editor data-given={props.given}>{props.children}</news-editor>
)

const Body = (props: EditProps) => {
  const locale = useLocale()
  const t = words(locale).edit
  const { form, pictures, html } = props
  const ids = pictures.map(({ id }) => id)
  return (
    <NewsEditor given={editorGiven(props, locale)}>
      <TextArea
        {...fieldOf(form, 'body', markupOf(blocksOf(html), ids))}
        label={t.body}
        help={t.bodyHelp}
        rows={18}
        maxlength={200_000}
        required
      />
      <input type="hidden" name="html" value="" />
    </NewsEditor>
  )
}

const Credits = ({ article, form }: EditProps) => {
  const t = words(useLocale()).edit
  return (
    <Fieldset legend={t.credits}>
      <TextField {...fieldOf(form, 'author', article.author)} label={t.author} maxlength={120} />
      <TextField {...fieldOf(form, 'photographer', article.photographer)} label={t.photographer} maxlength={120} />
      <TextField
        {...fieldOf(form, 'sources', article.sources)}
        label={t.sources}
        example={t.sourcesExample}
        maxlength={600}
      />
      <Checkbox {...tickOf(form, 'namesPersons', article.names_persons)} label={t.names} help={t.namesHelp} />
    </Fieldset>
  )
}

const Links = ({ article, form, choices }: EditProps) => {
  const t = words(useLocale()).edit
  const { links } = contentOf(article)
  const shown = linkKinds.filter((kind) => choices[kind].length > 0)
  if (shown.length === 0) return null
  return (
    <Fieldset legend={t.links}>
      <p class="mute small">{t.linkHelp}</p>
      {shown.map((kind) => (
        <SelectField
          {...fieldOf(form, kind, links[kind] ?? '')}
          label={t.kinds[kind]}
          options={choices[kind]}
          none={t.noLink}
        />
      ))}
    </Fieldset>
  )
}

/** Whoever was told of another edition and saves again means it; both are kept. */
const versionOf = ({ article, form }: EditProps) =>
  (form.refused === undefined ? form.typed['version'] : undefined) ?? String(article.version)

/** The text of an article: with script in an editor, without it as plain text with simple signs. */
export const EditArticlePage = (props: EditProps) => {
  const t = words(useLocale())
  const { article, form } = props
  const back = newsPaths.article(article.id)
  const categories = newsCategories.map((value) => ({ value, label: t.categories[value] }))
  return (
    <div class="stack">
      <Breadcrumb
        crumbs={[
          { label: t.desk.title, href: newsPaths.desk },
          { label: article.title, href: back },
        ]}
      />
      <PageHead title={t.edit.title} under={t.edit.under(String(article.version))} />
      {article.state === 'published' && <Notice kind="info">{t.edit.readAgain}</Notice>}
      <Sheet>
        <PostedForm
          action={newsPaths.edit(article.id)}
          form={form}
          submit={t.edit.save}
          cancel={{ label: t.edit.back, href: back }}
        >
          <input type="hidden" name="version" value={versionOf(props)} />
          <SelectField
            {...fieldOf(form, 'category', article.category)}
            label={t.edit.category}
            options={categories}
            required
          />
          <TextField {...fieldOf(form, 'title', article.title)} label={t.edit.heading} maxlength={200} required />
          <TextArea
            {...fieldOf(form, 'lead', article.lead)}
            label={t.edit.lead}
            help={t.edit.leadHelp}
            rows={3}
            maxlength={600}
            required
          />
          <Body {...props} />
          <Credits {...props} />
          <Links {...props} />
        </PostedForm>
      </Sheet>
    </div>
  )
}
