import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { fine, found, reasonOf, type Check, type Patient } from './check.ts'

export function checkSecret({ environment, dataFolder }: Patient): Check[] {
  const path = join(dataFolder, 'secret-key')
  if (environment.SECRET_KEY !== undefined) return [fine('secret', (t) => t.secret.given)]
  if (!existsSync(path)) return [fine('secret', (t) => t.secret.none)]
  return [
    found(
      'secret',
      'warn',
      (t) => t.secret.kept(path),
      (t) => t.secret.mendKept,
    ),
  ]
}

export function checkPassphrase({ environment, dataFolder }: Patient): Check[] {
  const path = join(dataFolder, 'demo-authority-passphrase')
  const name = 'authority-passphrase'
  if (existsSync(path))
    return [
      found(
        name,
        'warn',
        (t) => t.passphrase.beside(path),
        (t) => t.passphrase.mendBeside,
      ),
    ]
  if (environment.SIGNING_CA_PASSPHRASE !== undefined) return [fine(name, (t) => t.passphrase.set)]
  return [
    found(
      name,
      'warn',
      (t) => t.passphrase.missing,
      (t) => t.passphrase.mendMissing,
    ),
  ]
}

export function checkTimestamp({ environment }: Patient): Check[] {
  const url = environment.SIGNING_TSA_URL
  if (url === undefined)
    return [
      found(
        'time-stamp',
        'warn',
        (t) => t.timestamp.missing,
        (t) => t.timestamp.mend,
      ),
    ]
  return [fine('time-stamp', (t) => t.timestamp.set(new URL(url).host))]
}

/** Stamps come from authorities of others, whose certificates are only proved by what they publish. */
export function checkEvidenceHosts({ environment }: Patient): Check[] {
  const { SIGNING_TSA_URL: url, SIGNING_EVIDENCE_HOSTS: hosts } = environment
  if (url === undefined) return []
  const name = 'evidence-hosts'
  if (hosts.length > 0) return [fine(name, (t) => t.evidence.set(hosts.join(', ')))]
  return [
    found(
      name,
      'warn',
      (t) => t.evidence.missing,
      (t) => t.evidence.mend,
    ),
  ]
}

export function checkAddress({ environment }: Patient): Check[] {
  const { BASE_URL: base, PROXY_HOPS: hops } = environment
  if (base === undefined)
    return [
      found(
        'address',
        'warn',
        (t) => t.address.missing,
        (t) => t.address.mend,
      ),
    ]
  if (!base.startsWith('https:'))
    return [
      found(
        'address',
        'bad',
        (t) => t.address.open(base),
        (t) => t.address.mend,
      ),
    ]
  const address = fine('address', (t) => t.address.safe(base))
  if (hops > 0) return [address, fine('proxies', (t) => t.address.proxy(hops))]
  return [
    address,
    found(
      'proxies',
      'warn',
      (t) => t.address.noProxy,
      (t) => t.address.mendProxy,
    ),
  ]
}

export async function checkCheckpoints({ environment }: Patient): Promise<Check[]> {
  const name = 'checkpoints'
  const folder = environment.CHECKPOINT_DIR
  if (folder === undefined) {
    return [
      found(
        name,
        'warn',
        (t) => t.checkpoints.missing,
        (t) => t.checkpoints.mendMissing,
      ),
    ]
  }
  const probe = join(folder, '.probe')
  try {
    await writeFile(probe, 'x')
    // Where nothing may be deleted the probe stays, and that is as it should be.
    await rm(probe, { force: true }).catch(() => undefined)
    return [fine(name, (t) => t.checkpoints.writable(folder))]
  } catch (error) {
    const reason = reasonOf(error)
    return [
      found(
        name,
        'bad',
        (t) => t.checkpoints.unwritable(folder, reason),
        (t) => t.checkpoints.mend,
      ),
    ]
  }
}

const patienceMs = 5000

/** Undefined when someone listens there, else why not. */
async function unreachable(url: URL): Promise<string | undefined> {
  const port = Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587)
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  const socket = connect({ host: url.hostname, port, timeout: patienceMs })
  socket.once('connect', () => resolve(undefined))
  socket.once('timeout', () => resolve('timeout'))
  socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  const reason = await promise
  socket.destroy()
  return reason
}

export async function checkMail({ environment }: Patient): Promise<Check[]> {
  if (environment.SMTP_URL === undefined) {
    return [
      found(
        'mail',
        'warn',
        (t) => t.mail.missing,
        (t) => t.mail.mendMissing,
      ),
    ]
  }
  const url = new URL(environment.SMTP_URL)
  const reason = await unreachable(url)
  if (reason === undefined) return [fine('mail', (t) => t.mail.answers(url.host))]
  return [
    found(
      'mail',
      'bad',
      (t) => t.mail.silent(url.host, reason),
      (t) => t.mail.mendSilent,
    ),
  ]
}
