import { Details } from '#ui/details.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { newsCan } from '../article.ts'
import { newsPaths } from '../paths.ts'
import { words } from '../words.ts'
import type { ShowProps } from './show-page.tsx'

/** Until when a published article is kept, and how it is kept longer. */
export const KeepingPart = ({ article, mayReview, forms: { keep: form }, today }: ShowProps) => {
  const t = words(useLocale()).show
  const { keep_until: until, published_at, withdrawn_at } = article
  if (published_at === null || withdrawn_at !== null) return null
  const isOver = until !== null && until < today
  return (
    <Sheet title={t.keeping} id="thoi-gian-giu">
      <div class="stack">
        {isOver && <Notice kind="warning" title={t.keepOver} />}
        <p>{until === null ? t.keepNoRule : t.keepUntil(formatDay(until))}</p>
        {mayReview && (
          <Details summary={t.keep} open={isOver || form.errors.length > 0 || form.refused !== undefined}>
            <PostedForm action={newsPaths.keeping(article.id)} form={form} submit={t.keep}>
              <DayField {...fieldOf(form, 'until')} label={t.keepLonger} required />
              <TextArea {...fieldOf(form, 'reason')} label={t.keepReason} rows={2} maxlength={600} required />
            </PostedForm>
          </Details>
        )}
      </div>
    </Sheet>
  )
}

/** Taking down what is public, or giving up what never was. */
export const WithdrawPart = ({ article, mayReview, mayEdit, forms: { withdraw: form } }: ShowProps) => {
  const t = words(useLocale()).show
  const isPublic = article.published_at !== null
  if (!newsCan('withdraw', article) || !(mayReview || (mayEdit && !isPublic))) return null
  const label = isPublic ? t.withdraw : t.giveUp
  return (
    <Details summary={label} open={form.errors.length > 0 || form.refused !== undefined}>
      <PostedForm action={newsPaths.withdraw(article.id)} form={form} submit={label} look="danger">
        <TextArea
          {...fieldOf(form, 'note')}
          label={t.withdrawReason}
          {...(isPublic && { help: t.withdrawNote })}
          rows={3}
          maxlength={600}
          required
        />
      </PostedForm>
    </Details>
  )
}
