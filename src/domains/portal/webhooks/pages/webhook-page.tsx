import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { WebhookDeliveryState } from '../../../../../db/types.ts'
import { webhookPaths } from '../paths.ts'
import type { Webhook, WebhookDelivery } from '../queries.ts'
import { topicNames, webhookCan } from '../webhook.ts'
import { words } from '../words.ts'
import { WebhookStanding } from './webhooks-page.tsx'

interface WebhookPageProps {
  webhook: Webhook
  deliveries: readonly WebhookDelivery[]
  refused: string | undefined
}

const kinds = { waiting: 'open', delivered: 'done', failed: 'late' } satisfies Record<WebhookDeliveryState, StateKind>

const Acts = ({ webhook }: Pick<WebhookPageProps, 'webhook'>) => {
  const t = words(useLocale())
  const acts = (['pause', 'resume', 'end'] as const).filter((act) => webhookCan(act, webhook))
  if (acts.length === 0) return null
  return (
    <>
      {webhookCan('try', webhook) && (
        <form method="post" action={webhookPaths.trial(webhook.id)}>
          <SubmitButton>{t.trial}</SubmitButton>
        </form>
      )}
      <form method="post" action={webhookPaths.state(webhook.id)} class="row">
        {acts.map((act) => (
          <SubmitButton name="act" value={act} look={act === 'end' ? 'danger' : 'quiet'}>
            {t.acts[act]}
          </SubmitButton>
        ))}
        <span class="mute">{t.endBody}</span>
      </form>
    </>
  )
}

const Deliveries = ({ webhook, deliveries }: WebhookPageProps) => {
  const t = words(useLocale())
  const columns: Column<WebhookDelivery>[] = [
    { key: 'type', label: t.type, cell: ({ type }) => <code>{type}</code> },
    { key: 'at', label: t.made_at, cell: ({ made_at }) => formatMoment(made_at) },
    { key: 'state', label: t.state, cell: ({ state }) => <State kind={kinds[state]}>{t.deliveryStates[state]}</State> },
    { key: 'tries', label: t.tries, cell: ({ tries }) => String(tries), numeric: true },
    {
      key: 'answer',
      label: t.answer,
      cell: ({ id, state, tries, answer_status: status, answer_says: says }) => (
        <>
          {tries > 0 && `${status ?? t.noAnswer} ${says}`}
          {state === 'failed' && (
            <form method="post" action={webhookPaths.renewal(webhook.id, id)}>
              <SubmitButton look="quiet">{t.renew}</SubmitButton>
            </form>
          )}
        </>
      ),
    },
  ]
  if (deliveries.length === 0) return <p class="mute">{t.noDeliveries}</p>
  return <Table caption={t.deliveries} columns={columns} rows={deliveries} />
}

/** One connection: what it is told, how it stands, and what became of each message. */
export const WebhookPage = (props: WebhookPageProps) => {
  const t = words(useLocale())
  const { webhook } = props
  const told = topicNames.filter((topic) => webhook.topics.includes(topic)).map((topic) => t.topicNames[topic])
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.title, href: webhookPaths.list }]} />
      <PageHead title={webhook.name} state={<WebhookStanding state={webhook.state} />} />
      {props.refused !== undefined && <Notice kind="error" title={props.refused} />}
      <Sheet>
        <Facts
          facts={[
            { label: t.url, value: webhook.url },
            { label: t.topics, value: told.join('; ') },
          ]}
        />
        <Acts webhook={webhook} />
      </Sheet>
      <Sheet title={t.deliveries} flush>
        <Deliveries {...props} />
      </Sheet>
    </div>
  )
}
