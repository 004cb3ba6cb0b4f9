import type { Locale } from '#platform/words.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatMoment } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { blocOf } from '../../pages/todo-of.ts'
import { words as calendarWords } from '../../words.ts'
import { nameOf } from '../name-of.ts'
import { noticeKinds, type NoticeKind } from '../notice.ts'
import { noticePaths } from '../paths.ts'
import type { NoticeRow } from '../queries.ts'
import { words } from '../words.ts'

interface NoticesPageProps {
  locale: Locale
  notices: readonly NoticeRow[]
  unread: boolean
  kind: NoticeKind | undefined
  total: number
  unreadCount: number
  page: number
  last: number
  keptDays: number
}

const columns = (locale: Locale): Column<NoticeRow>[] => {
  const t = words(locale)
  return [
    {
      key: 'what',
      label: t.title,
      cell: (notice) => (
        <>
          <a href={noticePaths.open(notice.id)}>{nameOf(notice, locale)}</a>
          {notice.read_at === null && (
            <>
              {' '}
              <State kind="soon">{t.isNew}</State>
            </>
          )}
        </>
      ),
    },
    { key: 'kind', label: t.filterKind, cell: (notice) => t.kinds[notice.kind] },
    { key: 'bloc', label: calendarWords(locale).bloc, cell: (notice) => blocOf(notice, locale) },
    { key: 'at', label: calendarWords(locale).toldAt, cell: (notice) => formatMoment(notice.created_at) },
  ]
}

const addressOf = ({ unread, kind }: Pick<NoticesPageProps, 'unread' | 'kind'>, page = 1) => {
  const query = new URLSearchParams({
    ...(unread ? {} : { xem: 'tat-ca' }),
    ...(kind === undefined ? {} : { loai: kind }),
    ...(page === 1 ? {} : { trang: String(page) }),
  })
  return query.size === 0 ? noticePaths.list : `${noticePaths.list}?${query}`
}

/** What a person was told, the unread first chosen. */
export const NoticesPage = (props: NoticesPageProps) => {
  const { locale, notices, unread, kind, unreadCount } = props
  const t = words(locale)
  return (
    <div class="stack">
      <PageHead
        title={t.title}
        under={
          <>
            {t.under(props.keptDays)} <a href={noticePaths.ways}>{t.waysLink}</a>
          </>
        }
        actions={
          unreadCount > 0 && (
            <form method="post" action={noticePaths.read}>
              <SubmitButton icon="check">{t.readAll}</SubmitButton>
            </form>
          )
        }
      />
      <Tabs
        label={t.views}
        tabs={[
          { label: t.unread, href: addressOf({ unread: true, kind }), current: unread, count: unreadCount },
          { label: t.all, href: addressOf({ unread: false, kind }), current: !unread },
        ]}
      />
      <ListTools
        action={noticePaths.list}
        keep={unread ? {} : { xem: 'tat-ca' }}
        filters={[
          {
            name: 'loai',
            label: t.filterKind,
            value: kind,
            options: noticeKinds.map((value) => ({ value, label: t.kinds[value] })),
          },
        ]}
        shown={notices.length}
        total={props.total}
      />
      <Sheet flush>
        <Table
          caption={t.title}
          columns={columns(locale)}
          rows={notices}
          empty={
            <Empty title={unread && kind === undefined ? t.noneUnread : t.none} icon="bell">
              {t.noneBody}
            </Empty>
          }
        />
      </Sheet>
      <Pagination page={props.page} last={props.last} href={(page) => addressOf({ unread, kind }, page)} />
    </div>
  )
}
