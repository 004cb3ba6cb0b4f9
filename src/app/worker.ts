import { Logger, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker'
import { openPictures } from '#capabilities/pictures/open-pictures.ts'
import { deliverMail } from '#capabilities/notifications/deliver-mail.ts'
import { mailNotices } from '#domains/calendar/notices/mail-notices.ts'
import { tellAddressRefused } from '#domains/calendar/notices/tell-address-refused.ts'
import { recordCopy } from '#domains/evidence/copies/record-copy.ts'
import { recordContent } from '#domains/evidence/record-content.ts'
import type { Installation } from './installation.ts'
import { mailingEnv } from './mailing-env.ts'
import { queueLine } from './queue-line.ts'
import { publishListOf } from './revocation-lists.ts'
import { cronItems, timedTasks } from './timed-jobs.ts'

interface Payload {
  tenant: string
  data: unknown
}

/** Every job of the product, a line each; `tenant` is written by the database itself. */
function jobs(installation: Installation): Readonly<Record<string, (payload: Payload) => Promise<void>>> {
  const { mail, tenants, files } = installation
  const pictures = openPictures({ atOnce: 1, mostWaiting: 100 })
  return {
    'send-mail': ({ tenant, data }) =>
      deliverMail(tenants.databaseOf(tenant), data, {
        transport: mail,
        now: new Date(),
        tellRefused: tellAddressRefused,
      }),
    'mail-notices': async ({ tenant }) =>
      mailNotices(tenants.databaseOf(tenant), await mailingEnv(installation, tenant, new Date())),
    'read-evidence': ({ tenant, data }) =>
      recordContent(tenants.databaseOf(tenant), data, { files, pictures, now: new Date() }),
    'cover-evidence': ({ tenant, data }) => recordCopy(tenants.databaseOf(tenant), data, { files, pictures }),
    'publish-revocation-list': ({ tenant }) => publishListOf(installation, tenants.databaseOf(tenant), new Date()),
  }
}

/** The queue's own lines go where all others go; neither a job's payload nor what a mail server said of it is among them. */
const queueLogger = (log: Installation['log']) =>
  new Logger(
    () => (level, message) =>
      log[level === 'warning' ? 'warn' : level]({ event: 'queue', message: queueLine(message) }),
  )

/** Works the queue of all tenants until stopped. */
export async function startWorker(installation: Installation): Promise<Runner> {
  const { owner, log } = installation
  const asked: TaskList = Object.fromEntries(
    Object.entries(jobs(installation)).map(([name, work]) => [name, (payload) => work(payload as Payload)]),
  )
  const runner = await run({
    pgPool: owner,
    taskList: { ...asked, ...timedTasks(installation) },
    noHandleSignals: true,
    parsedCronItems: parseCronItems(cronItems()),
    concurrency: 2,
    logger: queueLogger(log),
  })
  runner.events.on('job:error', ({ job }) =>
    log.warn({ event: 'job.failed', task: job.task_identifier, attempt: job.attempts }),
  )
  return runner
}
