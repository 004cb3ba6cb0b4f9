import { refreshIndex } from '#capabilities/search/keep-index.ts'
import { tenant } from '../../../db/seed/nam-dinh.ts'
import { newProvince } from '../../../db/seed/reorganisation.ts'
import { liveAgreement } from '#domains/agreement/queries.ts'
import { createTenant } from '#platform/database/tenants.ts'
import type { Db } from '#platform/database/database.ts'
import { fillTenant } from '../fill-tenant.ts'
import type { Installation } from '../installation.ts'
import { CommandFailed, print } from '../program.ts'
import { authorityPassphrase, checkUrlOf, siteOrigin, timestampOf } from '../signing-settings.ts'
import { administrator, authority, samplePassphrase, samplePassword, samplePeople } from './sample-people.ts'
import { searchSources } from '../search-sources.ts'
import { tellAgreement, tellNextDraft } from './tell-agreement.ts'
import { tellBloc, tellNextYear } from './tell-bloc.ts'
import { tellConference } from './tell-conference.ts'
import { tellConsultation } from './tell-consultation.ts'
import { tellLife } from './tell-life.ts'
import { tellMandates } from './tell-mandates.ts'
import { tellMinutes } from './tell-minutes.ts'
import { tellNews } from './tell-news.ts'
import { tellNinhBinh } from './tell-ninh-binh.ts'
import { tellPeople, type Told } from './tell-people.ts'
import { tellReorganisation } from './tell-reorganisation.ts'
import { tellScoring } from './tell-scoring.ts'
import { tellSigning } from './tell-signing.ts'
import { tellDigest } from './tell-digest.ts'
import { tellVoices } from './tell-voices.ts'
import { tellYear } from './tell-year.ts'

/** The last thing that the story tells; where it stands, all before it stands too. */
async function isTold(db: Db): Promise<boolean> {
  const years = await db.selectFrom('bloc_year').select('id').where('slug', '=', '2024').execute()
  const drafts = await Promise.all(years.map(({ id }) => liveAgreement(db, id)))
  return drafts.some((draft) => draft !== undefined)
}

async function demandEmpty(db: Db) {
  const someone = await db.selectFrom('person').select('id').limit(1).executeTakeFirst()
  if (someone === undefined) return
  throw new CommandFailed('Dữ liệu mẫu dang dở: chạy npm run reset.\nThe sample is half told: run npm run reset.')
}

/** People, units, a bloc and its agreement, signed by all six. */
async function tellUntilSigned(installation: Installation, db: Db) {
  const { files, renderer } = installation
  const told: Told = { db, now: new Date(), accounts: new Map(), units: new Map() }
  await tellPeople(told)
  const mandates = await tellMandates(told, { files, renderer })
  const year = await tellBloc(told)
  const passphrase = await authorityPassphrase(installation)
  const { secretKey } = installation.migrations
  const seal = { secretKey, passphrase, tenantName: tenant.name, isSample: true }
  const freezing = { files, renderer, ...seal, checkUrl: checkUrlOf(installation.environment) }
  const agreement = await tellAgreement(told, year, freezing)
  const signing = {
    agreement,
    mandates,
    files,
    renderer,
    authorityPassphrase: passphrase ?? '',
    tenantName: tenant.name,
    timestamp: timestampOf(installation.environment),
  }
  await tellSigning(told, signing)
  return { told, year, agreement, signing, freezing }
}

async function tell(installation: Installation, db: Db) {
  const { told, year, agreement, signing, freezing } = await tellUntilSigned(installation, db)
  const { files } = installation
  const { secretKey } = installation.migrations
  const story = await tellYear(told, year)
  await tellLife(story, agreement)
  await tellConference(story, { site: siteOrigin(installation.environment), secretKey })
  await tellNews(story, files)
  await tellVoices(story)
  await tellDigest(story)
  await tellConsultation(story)
  await tellMinutes(story, { signing, freezing })
  await tellScoring(story)
  await tellReorganisation(told, files)
  await tellNextDraft(told, await tellNextYear(told, year), agreement)
}

function printAccounts() {
  const lines = samplePeople.map(({ login, name, does }) => `  ${login.padEnd(20)} ${name}, ${does}`)
  print(`\nTài khoản mẫu (dữ liệu mẫu), mật khẩu của tất cả: ${samplePassword}
Mật khẩu ký mẫu: ${samplePassphrase}
${lines.join('\n')}

${newProvince.name} sau sắp xếp năm 2025: cùng cổng, tên máy ${newProvince.hosts.join(', ')}, tài khoản ${administrator.login}, ${authority.login}.\n`)
}

/** The two provinces of the sample, still empty; answers with the database of the first. */
async function openProvinces(installation: Installation): Promise<Db> {
  await createTenant(
    installation.owner,
    { ...tenant, hosts: ['localhost', '127.0.0.1', 'nam-dinh.localhost'] },
    installation.migrations,
  )
  await createTenant(installation.owner, newProvince, installation.migrations)
  await installation.tenants.all()
  return installation.tenants.databaseOf(tenant.slug)
}

/** The beginning of the story, up to the signed agreement, in an empty installation. */
export async function tellSigned(installation: Installation): Promise<void> {
  const db = await openProvinces(installation)
  await fillTenant(db)
  await tellUntilSigned(installation, db)
}

/** Fills an empty installation with the sample story, once, and prints its accounts at every start. */
export async function tellDemo(installation: Installation): Promise<void> {
  const db = await openProvinces(installation)
  if (!(await isTold(db))) {
    await demandEmpty(db)
    await fillTenant(db)
    await tell(installation, db)
  }
  await tellNinhBinh(installation, demandEmpty)
  for (const { slug } of [tenant, newProvince]) {
    await refreshIndex(installation.tenants.databaseOf(slug), searchSources, new Date())
  }
  printAccounts()
}
