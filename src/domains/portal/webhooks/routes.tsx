import { z } from 'zod'
import { isAdministrator } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { addWebhook, addWebhookInput } from './add-webhook.ts'
import { moveWebhook, moveWebhookInput } from './move-webhook.ts'
import { AddWebhookPage, WebhookMadePage } from './pages/add-webhook-page.tsx'
import { WebhookPage } from './pages/webhook-page.tsx'
import { WebhooksPage } from './pages/webhooks-page.tsx'
import { webhookPaths } from './paths.ts'
import { deliveriesOf, webhookById, webhooks } from './queries.ts'
import { renewDelivery } from './renew-delivery.ts'
import { requestTrial } from './request-trial.ts'
import { words } from './words.ts'

export interface WebhookPieces {
  secretKey: string
  /** The site as people reach it; one without encryption tells programs without it too. */
  originOf: (c: WebContext) => string
}

const ruleWords = { webhooks: words }
const help = 'ket-noi-nhan-tin'

const headOf = (c: WebContext, title = words(c.var.locale).title) => ({ title, shell: 'workspace' as const, help })

async function showList(c: WebContext) {
  return c.render(<WebhooksPage webhooks={await webhooks(c.var.db)} />, headOf(c))
}

const showAdd = (c: WebContext, form: ReturnedForm = emptyForm) =>
  c.render(<AddWebhookPage form={form} />, headOf(c, words(c.var.locale).add))

const ticked = /^topic\.(?<topic>\w+)$/u

/** The boxes of the form, gathered into one list. */
const addForm = z
  .record(z.string(), z.string())
  .transform((typed) => ({
    ...typed,
    topics: Object.keys(typed).flatMap((field) => ticked.exec(field)?.groups?.['topic'] ?? []),
  }))
  .pipe(addWebhookInput)

/** A fault of the list as a whole stands at its first box. */
const atFirstBox = (c: WebContext, form: ReturnedForm): ReturnedForm => ({
  ...form,
  errors: form.errors.map((error) =>
    error.field.startsWith('topics') ? { field: 'topic.agreements', message: words(c.var.locale).noTopic } : error,
  ),
})

const add =
  ({ secretKey, originOf }: WebhookPieces) =>
  (c: WebContext) =>
    answerForm(c, {
      schema: addForm,
      run: async (input) => {
        const env = { now: c.var.now, secretKey, allowsPlain: originOf(c).startsWith('http:') }
        const { id, secret } = await addWebhook(c.var.db, actorOf(c), input, env)
        c.header('cache-control', 'no-store')
        const page = <WebhookMadePage name={input.name} secret={secret} href={webhookPaths.webhook(id)} />
        return c.render(page, headOf(c, words(c.var.locale).made))
      },
      again: (form) => showAdd(c, atFirstBox(c, form)),
      words: ruleWords,
    })

async function show(c: WebContext, refused?: string) {
  const { db } = c.var
  const webhook = await webhookById(db, idParam(c))
  const deliveries = await deliveriesOf(db, webhook.id)
  const page = <WebhookPage webhook={webhook} deliveries={deliveries} refused={refused} />
  return c.render(page, headOf(c, webhook.name))
}

const act = <Schema extends z.ZodType>(
  c: WebContext,
  schema: Schema,
  run: (value: z.output<Schema>, webhook: string) => Promise<void>,
) =>
  answerForm(c, {
    schema,
    run: async (value) => {
      await run(value, idParam(c))
      return webhookPaths.webhook(idParam(c))
    },
    again: (form) => show(c, form.refused),
    words: ruleWords,
  })

const move = (c: WebContext) =>
  act(c, moveWebhookInput.omit({ webhook: true }), (value, webhook) =>
    moveWebhook(c.var.db, actorOf(c), { ...value, webhook }, c.var.now),
  )

const trial = (c: WebContext) =>
  act(c, z.object({}), (_nothing, webhook) => requestTrial(c.var.db, actorOf(c), { webhook }, c.var.now))

const renew = (c: WebContext) =>
  act(c, z.object({}), (_nothing, webhook) =>
    renewDelivery(c.var.db, actorOf(c), { webhook, delivery: idParam(c, 'delivery') }, c.var.now),
  )

export const webhookRoutes = (pieces: WebhookPieces): Route[] => [
  get(webhookPaths.list, isAdministrator, showList),
  get(webhookPaths.add, isAdministrator, (c) => showAdd(c)),
  post(webhookPaths.add, isAdministrator, add(pieces)),
  get(webhookPaths.webhook(':id'), isAdministrator, (c) => show(c)),
  post(webhookPaths.state(':id'), isAdministrator, move),
  post(webhookPaths.trial(':id'), isAdministrator, trial),
  post(webhookPaths.renewal(':id', ':delivery'), isAdministrator, renew),
]
