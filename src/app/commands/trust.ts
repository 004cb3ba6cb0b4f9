import { record } from '#capabilities/audit/record.ts'
import { splitCertificates } from '#capabilities/signatures/trust/certificate.ts'
import {
  addTrustedRoot,
  removeTrustedRoot,
  trustedRootRows,
  type ChangedRoot,
} from '#capabilities/signatures/keeping/trusted-roots.ts'
import { systemClock } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import type { Installation } from '../installation.ts'
import { CommandFailed, print, printJson, type Command, type OptionValues } from '../program.ts'
import { readNamedFile } from './read-file.ts'
import { withInstallation } from './with-installation.ts'

/** The program itself, at the operator's command. */
const operator = { name: 'giao-uoc trust', account: null, actingUnit: null }

const tell = (action: 'trust.added' | 'trust.removed', now: Date) => (tx: Tx, root: ChangedRoot) =>
  record(tx, operator, now, {
    action,
    subject: { kind: 'trusted_root', id: root.id },
    facts: { name: root.name, kind: root.kind, sha256: root.sha256 },
  })

async function tenantOf({ tenants }: Installation, { tenant }: OptionValues): Promise<Db> {
  const all = await tenants.all()
  const [only] = all
  const found = typeof tenant === 'string' ? all.find(({ slug }) => slug === tenant) : all.length === 1 ? only : null
  if (!found)
    throw new CommandFailed(
      '--tenant phải là tên của một nơi có trong hệ thống này.\n--tenant must name a tenant of this installation',
      2,
    )
  return tenants.databaseOf(found.slug)
}

async function certificatesOf(path: string): Promise<Uint8Array[]> {
  const file = await readNamedFile(path)
  try {
    return splitCertificates(file)
  } catch {
    throw new CommandFailed(`${path}: không có chứng thư nào.\n${path} holds no certificate`)
  }
}

async function add(path: string, options: OptionValues) {
  const { kind } = options
  if (kind !== 'signer' && kind !== 'time')
    throw new CommandFailed('--kind là signer (người ký) hoặc time (dấu thời gian).\n--kind must be signer or time', 2)
  const certificates = await certificatesOf(path)
  await withInstallation(async (installation) => {
    const db = await tenantOf(installation, options)
    for (const der of certificates) {
      const now = systemClock()
      const isNew = await addTrustedRoot(db, { der, kind }, now, tell('trust.added', now))
      if (!isNew)
        print(
          'Có một chứng thư không phải của nơi cấp, hoặc đã được tin cậy từ trước.\n' +
            'One certificate is no authority’s, or was trusted before.',
        )
    }
    await show(db, options)
  })
}

async function show(db: Db, options: OptionValues) {
  const rows = (await trustedRootRows(db)).map(({ id, kind, name, sha256 }) => ({ id, kind, name, sha256 }))
  if (options['json'] === true) printJson(rows)
  else print(rows.map(({ id, kind, name, sha256 }) => [id, kind, name, sha256].join('\t')).join('\n'))
}

const tenantOption = { tenant: { type: 'string' } } as const

export const trustAddCommand: Command = {
  name: 'trust add',
  usage: 'ROOTS.pem --kind signer|time [--tenant SLUG]',
  summary: 'Trusts roots besides the tenant’s own authority: for signers’ certificates or for time stamps.',
  options: { ...tenantOption, kind: { type: 'string' } },
  operands: 1,
  run: ([path = ''], options) => add(path, options),
}

export const trustListCommand: Command = {
  name: 'trust list',
  usage: '[--tenant SLUG]',
  summary: 'The roots that were added, with their numbers.',
  options: tenantOption,
  run: (_operands, options) =>
    withInstallation(async (installation) => show(await tenantOf(installation, options), options)),
}

export const trustRemoveCommand: Command = {
  name: 'trust remove',
  usage: 'ID [--tenant SLUG]',
  summary: 'No longer trusts a root; what was signed under it is shown as not verified from then on.',
  options: tenantOption,
  operands: 1,
  run: ([id = ''], options) =>
    withInstallation(async (installation) => {
      const db = await tenantOf(installation, options)
      const now = systemClock()
      if (!(await removeTrustedRoot(db, id, now, tell('trust.removed', now))))
        throw new CommandFailed(`Không có gốc ${id}.\nThere is no root ${id}`)
      await show(db, options)
    }),
}
