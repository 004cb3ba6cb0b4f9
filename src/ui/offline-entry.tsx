import type { Child } from 'hono/jsx'
import { useWords } from './locale.tsx'
import { Notice } from './notice.tsx'

type OfflineEntryProps = {
  /** The field that holds the entry's own number, by which the server takes it once. */
  number: string
  /** Each sending is a new thing; otherwise the form changes one that is there. */
  adds?: boolean
  /** What the entry is called in the list of what was not sent. */
  title: string
  /** One form. */
  children: Child
}

const Deed = ({ deed, when, children }: { deed: string; when?: string; children: Child }) => (
  <button class="button plain" type="button" data-deed={deed} data-when={when}>
    {children}
  </button>
)

/** A form that keeps what it says on this machine when the line is gone, and sends it later. Without script a plain form. */
export const OfflineEntry = ({ number, adds, title, children }: OfflineEntryProps) => {
  const t = useWords().offline
  return (
    <offline-entry data-number={number} data-title={title} data-adds={adds ? '' : undefined}>
      <div class="unsent" data-unsent hidden aria-live="polite">
        <Notice kind="warning" title={t.title}>
          <p data-say="waiting" data-sentence={t.waiting} hidden />
          <p data-say="sent" data-sentence={t.sent} hidden />
          <p data-say="signed-out" hidden>
            {t.signedOut} <Deed deed="sign-in">{t.signIn}</Deed>
          </p>
          <p data-say="other" hidden>
            {t.otherAccount}
          </p>
          <p data-say="others" data-sentence={t.others} hidden />
          <p data-say="refused" hidden>
            {t.refused}
          </p>
          <ul class="unsent-list" data-entries />
          <p data-say="send" hidden>
            <Deed deed="send">{t.send}</Deed>
          </p>
        </Notice>
        <template>
          <li>
            <span data-part="title" />, <time data-part="time" />
            <span data-when="asks"> · {t.asks}</span>{' '}
            <Deed deed="open" when="asks">
              {t.open}
            </Deed>{' '}
            <Deed deed="drop" when="asks">
              {t.drop}
            </Deed>
          </li>
        </template>
      </div>
      {children}
    </offline-entry>
  )
}
