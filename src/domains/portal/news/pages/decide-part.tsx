import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { newsCan } from '../article.ts'
import { newsPaths } from '../paths.ts'
import { words } from '../words.ts'
import type { ShowProps } from './show-page.tsx'

const PublishForm = ({ article, forms: { publish: form } }: ShowProps) => {
  const t = words(useLocale()).show
  return (
    <PostedForm action={newsPaths.publish(article.id)} form={form} submit={t.publish}>
      <input type="hidden" name="version" value={String(article.version)} />
      <DayField {...fieldOf(form, 'publishOn')} label={t.publishOn} help={t.publishOnHelp} />
      <TextField
        {...fieldOf(form, 'publishTime')}
        label={t.publishTime}
        example={t.publishTimeExample}
        maxlength={5}
        narrow
      />
    </PostedForm>
  )
}

const ReturnForm = ({ article, forms: { return: form } }: ShowProps) => {
  const t = words(useLocale()).show
  return (
    <Sheet title={t.return}>
      <PostedForm action={newsPaths.returning(article.id)} form={form} submit={t.return}>
        <TextArea {...fieldOf(form, 'reason')} label={t.reason} rows={3} maxlength={1000} required />
      </PostedForm>
    </Sheet>
  )
}

/** What somebody else decides of an article that waits. */
export const DecidePart = (props: ShowProps) => {
  const t = words(useLocale()).show
  const { article, mayReview, mayPublish } = props
  if (!newsCan('publish', article)) return null
  return (
    <>
      <Sheet title={t.decide}>{mayPublish ? <PublishForm {...props} /> : <p>{t.decideApart}</p>}</Sheet>
      {mayReview && <ReturnForm {...props} />}
    </>
  )
}
