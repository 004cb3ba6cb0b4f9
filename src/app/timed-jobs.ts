import type { CronItem } from 'graphile-worker'
import { closeOverdueSignings } from '#domains/agreement/signing/close-overdue-signings.ts'
import { closeDueConsultations } from '#domains/consultation/drafts/close-due-consultations.ts'
import { remindPeople } from '#domains/calendar/reminders/remind-people.ts'
import { closeExpiredRecoveries } from '#domains/identity/recovery/close-expired-recoveries.ts'
import { openDuePeriods } from '#domains/targets/periods/open-due-periods.ts'
import { closeSettledChanges } from '#domains/targets/changes/close-change.ts'
import { remindGreatDays } from '#domains/movements/activities/remind-great-days.ts'
import { tellEndingMandates } from '#domains/units/mandates/tell-ending.ts'
import { publishDueArticles } from '#domains/portal/news/publish-due-articles.ts'
import { sendMessages } from '#domains/portal/webhooks/send-messages.ts'
import { remindKeeping } from '#domains/portal/news-keeping/remind-keeping.ts'
import { removeExpiredUploads } from '#domains/evidence/uploads/remove-uploads.ts'
import { refreshIndex } from '#capabilities/search/keep-index.ts'
import { gatherWaiting } from '#domains/voices/sending/gather-waiting.ts'
import type { Tenant } from '#platform/database/tenants.ts'
import type { Db } from '#platform/database/database.ts'
import { announce } from './announce.ts'
import { forgetAnswers } from './api/once.ts'
import { announceIdentity } from './announce-identity.ts'
import { checkpointDaily } from './audit/daily-checkpoint.ts'
import { backUpDaily } from './backup/daily-backup.ts'
import type { Installation } from './installation.ts'
import { mailingEnv } from './mailing-env.ts'
import { searchSources } from './search-sources.ts'
import { siteOrigin } from './signing-settings.ts'
import { preservePapersOf } from './preserve-papers.ts'
import { publishListOf } from './revocation-lists.ts'

/** Work that time asks for, once for every tenant. */
interface TimedJob {
  /** The name in the queue, `every-…`. */
  task: string
  /** Crontab line, in UTC: Vietnam is seven hours ahead all year. */
  at: string
  work: (installation: Installation, tenant: Tenant, db: Db, now: Date) => Promise<void>
}

/** Every such work of the product, a line each. */
const timedJobs: readonly TimedJob[] = [
  {
    task: 'every-day-great-days',
    at: '25 17 * * *',
    work: (_installation, _tenant, db, now) => remindGreatDays(db, now),
  },
  { task: 'every-day-checkpoint', at: '0 17 * * *', work: checkpointDaily },
  {
    task: 'every-day-anonymous-opinions',
    at: '3 17 * * *',
    work: async (_installation, _tenant, db, now) => void (await gatherWaiting(db, now)),
  },
  {
    task: 'every-day-api-answers',
    at: '20 17 * * *',
    work: (_installation, _tenant, db, now) => forgetAnswers(db, now),
  },
  {
    task: 'every-day-overdue-signings',
    at: '5 17 * * *',
    work: (_installation, _tenant, db, now) => closeOverdueSignings(db, now),
  },
  {
    task: 'every-day-report-periods',
    at: '1 17 * * *',
    work: (_installation, _tenant, db, now) => openDuePeriods(db, now),
  },
  {
    task: 'every-day-target-changes',
    at: '7 17 * * *',
    work: (_installation, _tenant, db, now) => closeSettledChanges(db, now),
  },
  {
    task: 'every-day-due-consultations',
    at: '6 17 * * *',
    work: (_installation, _tenant, db, now) => closeDueConsultations(db, now),
  },
  {
    task: 'every-day-revocation-list',
    at: '10 17 * * *',
    work: (installation, _tenant, db, now) => publishListOf(installation, db, now),
  },
  {
    task: 'every-hour-expired-recoveries',
    at: '25 * * * *',
    work: (_installation, _tenant, db, now) => closeExpiredRecoveries(db, { now, announce: announceIdentity }),
  },
  {
    task: 'every-day-ending-mandates',
    at: '15 17 * * *',
    work: (_installation, _tenant, db, now) => tellEndingMandates(db, announce, now),
  },
  {
    task: 'every-ten-minutes-reminders',
    at: '*/10 * * * *',
    work: async (installation, tenant, db, now) => remindPeople(db, await mailingEnv(installation, tenant.slug, now)),
  },
  {
    task: 'every-five-minutes-news',
    at: '*/5 * * * *',
    work: (_installation, _tenant, db, now) => publishDueArticles(db, now),
  },
  {
    task: 'every-day-news-keeping',
    at: '30 17 * * *',
    work: (_installation, _tenant, db, now) => remindKeeping(db, now),
  },
  {
    task: 'every-five-minutes-search',
    at: '*/5 * * * *',
    work: (_installation, _tenant, db, now) => refreshIndex(db, searchSources, now),
  },
  {
    task: 'every-minute-webhooks',
    at: '* * * * *',
    work: ({ environment, migrations: { secretKey } }, _tenant, db, now) =>
      sendMessages(db, { now, secretKey, allowsPlain: siteOrigin(environment).startsWith('http:') }),
  },
  {
    task: 'every-hour-expired-uploads',
    at: '35 * * * *',
    work: async ({ parts }, _tenant, db, now) => void (await removeExpiredUploads(db, parts, now)),
  },
  {
    task: 'every-hour-preservation',
    at: '20 * * * *',
    work: (installation, _tenant, db, now) => preservePapersOf(installation, db, now),
  },
]

/** Work that time asks for, once for the whole installation. */
interface InstallationJob extends Pick<TimedJob, 'task' | 'at'> {
  work: (installation: Installation, now: Date) => Promise<void>
}

const installationJobs: readonly InstallationJob[] = [
  { task: 'every-day-backup', at: '0 19 * * *', work: (installation, now) => backUpDaily(installation, now) },
]

/** One tenant's trouble is told and does not keep the others waiting; the queue tries again when any failed. */
async function forEveryTenant(installation: Installation, job: TimedJob) {
  const { tenants, log } = installation
  let failed = 0
  for (const tenant of await tenants.all()) {
    try {
      await job.work(installation, tenant, tenants.databaseOf(tenant.slug), new Date())
    } catch (error) {
      failed += 1
      const reason = error instanceof Error ? error.message : String(error)
      log.error({ event: 'timed-job.failed', task: job.task, tenant: tenant.slug, reason })
    }
  }
  if (failed > 0) throw new Error(`${job.task}: failed for ${failed} tenants`)
}

export const timedTasks = (installation: Installation): Readonly<Record<string, () => Promise<void>>> =>
  Object.fromEntries([
    ...timedJobs.map((job) => [job.task, () => forEveryTenant(installation, job)] as const),
    ...installationJobs.map((job) => [job.task, () => job.work(installation, new Date())] as const),
  ])

/** For `parseCronItems` of the queue; what was missed while no worker ran is made up for within a day. */
export const cronItems = (): CronItem[] =>
  [...timedJobs, ...installationJobs].map(({ task, at }) => ({
    task,
    match: at,
    options: { backfillPeriod: 86_400_000, maxAttempts: 5 },
  }))
