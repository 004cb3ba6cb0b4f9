import type { Locale } from '#platform/words.ts'
import { SubmitButton } from '#ui/button.tsx'
import type { Unsubscribable } from '../notice.ts'
import { noticePaths } from '../paths.ts'
import { words } from '../words.ts'

interface UnsubscribePageProps {
  locale: Locale
  /** Nothing when the link is wrong. */
  what: Unsubscribable | undefined
  token: string
  isDone: boolean
}

/** The name of what a link switches off. */
const nameOfKind = (what: Unsubscribable, locale: Locale) => {
  const t = words(locale)
  return what === 'digest' ? t.mails.digestWhat : t.kinds[what]
}

/** A mail reader that opens links by itself changes nothing: the button does. */
export const UnsubscribePage = ({ locale, what, token, isDone }: UnsubscribePageProps) => {
  const t = words(locale).off
  if (what === undefined) return <p>{t.wrong}</p>
  const name = nameOfKind(what, locale)
  if (isDone) {
    return (
      <>
        <p>{t.done(name)}</p>
        <p>
          <a href={noticePaths.ways}>{t.doneBody}</a>
        </p>
      </>
    )
  }
  return (
    <form class="stack tight" method="post" action={noticePaths.unsubscribe(token)}>
      <p>{t.body(name)}</p>
      <p>
        <SubmitButton look="main">{t.submit}</SubmitButton>
      </p>
    </form>
  )
}
