import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { tenant, units } from '../db/seed/nam-dinh.ts'
import { latestRevision, revisionsOf } from '../src/capabilities/signatures/keeping/documents.ts'
import { trustedRoots } from '../src/capabilities/signatures/keeping/authorities.ts'
import { startTestAuthority } from '../src/capabilities/signatures/testing/tsa.ts'
import { timestampClient } from '../src/capabilities/signatures/cms/timestamp.ts'
import { verifyPdf } from '../src/capabilities/signatures/verify-pdf.ts'
import { agreementById } from '../src/domains/agreement/queries.ts'
import { readEnvironment } from '../src/platform/config.ts'
import { createTenant } from '../src/platform/database/tenants.ts'
import { openLog } from '../src/platform/log.ts'
import { leaderOf } from '../src/app/demo/sample-people.ts'
import { tellAgreement } from '../src/app/demo/tell-agreement.ts'
import { tellBloc } from '../src/app/demo/tell-bloc.ts'
import { tellMandates } from '../src/app/demo/tell-mandates.ts'
import { actorNamed, tellPeople, type Told } from '../src/app/demo/tell-people.ts'
import { makeSignature, signOnce, type SigningStory } from '../src/app/demo/tell-signing.ts'
import { fillTenant } from '../src/app/fill-tenant.ts'
import { openInstallation, type Installation } from '../src/app/installation.ts'
import { removeData } from './program.ts'
import { printMeasures, quantile, type Measure } from './report.ts'

const runCommand = promisify(execFile)

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** The sample story up to the frozen agreement, in an embedded database of its own. */
async function tellUntilFrozen(installation: Installation) {
  await createTenant(installation.owner, { ...tenant, hosts: [] }, installation.migrations)
  await installation.tenants.all()
  const db = installation.tenants.databaseOf(tenant.slug)
  await fillTenant(db)
  const told: Told = { db, now: new Date(), accounts: new Map(), units: new Map() }
  await tellPeople(told)
  const { files, renderer } = installation
  const mandates = await tellMandates(told, { files, renderer })
  const checkUrl = (code: string) => `http://localhost/kiem-tra/${code}`
  const agreement = await tellAgreement(told, await tellBloc(told), {
    files,
    renderer,
    tenantName: tenant.name,
    checkUrl,
    secretKey: installation.migrations.secretKey,
    isSample: true,
  })
  return { told, mandates, agreement }
}

async function signAll(told: Told, story: SigningStory): Promise<number[]> {
  const times: number[] = []
  for (const unit of units) {
    const actor = await actorNamed(told, leaderOf(unit).login)
    const key = await makeSignature(told, actor, story.mandates.get(unit.key) ?? '', story)
    times.push(
      await milliseconds(() =>
        signOnce({ ...told, now: new Date() }, { ...actor, steppedUpAt: new Date() }, key, story),
      ),
    )
  }
  return times
}

async function benchVerify(told: Told, installation: Installation, document: string): Promise<Measure> {
  const pdf = await installation.files.get((await latestRevision(told.db, document)).sha256)
  const known = (await revisionsOf(told.db, document)).map(({ sha256, length }) => ({ sha256, length }))
  const trust = await trustedRoots(told.db)
  const path = join(installation.dataFolder, 'six.pdf')
  await writeFile(path, pdf)
  const ours: number[] = []
  const theirs: number[] = []
  for (let run = 0; run < 15; run += 1) {
    ours.push(await milliseconds(() => verifyPdf(pdf, { trust, knownRevisions: known, at: new Date() })))
    theirs.push(await milliseconds(() => runCommand('pdfsig', ['-nocert', path])))
  }
  return {
    what: 'our verifier on the six signatures, with difference analysis, median',
    value: quantile(ours, 0.5),
    unit: 'ms',
    rival: { name: 'pdfsig -nocert, a process each', value: quantile(theirs, 0.5) },
  }
}

/** Both halves of each of six signatures on one agreement, with a timestamp, through the commands of the screens. */
export async function benchSigning(): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'giao-uoc-bench-'))
  const tsa = await startTestAuthority()
  const environment = readEnvironment({ GIAO_UOC_DATA: dataFolder })
  const installation = await openInstallation(environment, openLog('warn'), { beside: false, onLost: () => {} })
  const { told, mandates, agreement } = await tellUntilFrozen(installation)
  const { files, renderer } = installation
  const timestamp = timestampClient({ url: tsa.url })
  const story = {
    agreement,
    mandates,
    authorityPassphrase: 'passphrase of the bench',
    tenantName: tenant.name,
    files,
    renderer,
    timestamp,
  }
  const times = await signAll(told, story)
  const verify = await benchVerify(told, installation, (await agreementById(told.db, agreement)).document_id ?? '')
  await installation.close()
  await tsa.close()
  await removeData(dataFolder)
  printMeasures('signing', [
    {
      what: 'one signature of six with timestamp, in the server, median',
      value: quantile(times, 0.5),
      unit: 'ms',
      bar: { at: 150, side: 'most' },
    },
    { what: 'the slowest of the six', value: Math.max(...times), unit: 'ms', bar: { at: 150, side: 'most' } },
    verify,
  ])
}
