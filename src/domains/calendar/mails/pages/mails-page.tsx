import { mailStates, type MailRow } from '#capabilities/notifications/queries.ts'
import type { Locale } from '#platform/words.ts'
import { Empty } from '#ui/empty.tsx'
import { formatMoment } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { words } from '../words.ts'

interface MailsPageProps {
  locale: Locale
  mails: readonly MailRow[]
  /** The list's own address. */
  path: string
  title: string
  text: string
  state: MailRow['state'] | undefined
  total: number
  page: number
  last: number
}

const looks = {
  asked: 'open',
  deferred: 'soon',
  accepted: 'done',
  refused: 'late',
  bounced: 'late',
  withheld: 'none',
} satisfies Record<MailRow['state'], StateKind>

const StateOf = ({ mail, locale }: { mail: MailRow; locale: Locale }) => {
  const t = words(locale)
  if (mail.state === 'accepted' && mail.answer === '') return <State kind="open">{t.laid}</State>
  const said = [mail.answer, mail.tries > 1 ? t.tries(mail.tries) : ''].filter((part) => part !== '').join('; ')
  return (
    <>
      <State kind={looks[mail.state]}>{t.states[mail.state]}</State>
      {said !== '' && <span class="mute small break"> {said}</span>}
    </>
  )
}

const columns = (locale: Locale): Column<MailRow>[] => {
  const t = words(locale)
  return [
    { key: 'at', label: t.askedAt, cell: (mail) => formatMoment(mail.asked_at) },
    {
      key: 'to',
      label: t.to,
      heading: true,
      cell: (mail) => (
        <>
          {mail.person} <span class="mute break">{mail.address}</span>
        </>
      ),
    },
    { key: 'subject', label: t.subject, cell: (mail) => mail.subject },
    { key: 'kind', label: t.kind, cell: (mail) => t.kinds[mail.kind] },
    { key: 'state', label: t.state, cell: (mail) => <StateOf mail={mail} locale={locale} /> },
  ]
}

/** What was sent and what became of it: sent is not delivered. */
export const MailsPage = (props: MailsPageProps) => {
  const { locale, mails, path, text, state } = props
  const t = words(locale)
  const query = (page: number) => new URLSearchParams({ q: text, tinh: state ?? '', trang: String(page) })
  return (
    <div class="stack">
      <PageHead title={props.title} under={t.under} />
      <ListTools
        action={path}
        search={{ label: t.search, value: text }}
        filters={[
          {
            name: 'tinh',
            label: t.state,
            value: state,
            options: mailStates.map((value) => ({ value, label: t.states[value] })),
          },
        ]}
        shown={mails.length}
        total={props.total}
        clearHref={text === '' && state === undefined ? undefined : path}
      />
      <Sheet flush>
        <Table
          caption={props.title}
          columns={columns(locale)}
          rows={mails}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
        />
      </Sheet>
      <Pagination page={props.page} last={props.last} href={(page) => `${path}?${query(page)}`} />
    </div>
  )
}
