import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { WebhookState } from '../../../../../db/types.ts'
import { webhookPaths } from '../paths.ts'
import type { Webhook } from '../queries.ts'
import { words } from '../words.ts'

const kinds = { open: 'done', paused: 'soon', ended: 'none' } satisfies Record<WebhookState, StateKind>

export const WebhookStanding = ({ state }: { state: WebhookState }) => (
  <State kind={kinds[state]}>{words(useLocale()).states[state]}</State>
)

export const WebhooksPage = ({ webhooks }: { webhooks: readonly Webhook[] }) => {
  const t = words(useLocale())
  const columns: Column<Webhook>[] = [
    { key: 'name', label: t.name, cell: ({ id, name }) => <a href={webhookPaths.webhook(id)}>{name}</a> },
    { key: 'url', label: t.url, cell: ({ url }) => new URL(url).host },
    { key: 'state', label: t.state, cell: ({ state }) => <WebhookStanding state={state} /> },
  ]
  return (
    <div class="stack">
      <PageHead
        title={t.title}
        under={t.what}
        actions={
          <LinkButton href={webhookPaths.add} look="main" icon="plus">
            {t.add}
          </LinkButton>
        }
      />
      <Sheet flush>
        {webhooks.length === 0 ? (
          <Empty title={t.none}>{t.what}</Empty>
        ) : (
          <Table caption={t.title} columns={columns} rows={webhooks} />
        )}
      </Sheet>
    </div>
  )
}
