import { record } from '#capabilities/audit/record.ts'
import { resealKeptAuthority } from '#capabilities/signatures/keeping/reseal-authority.ts'
import { SigningError } from '#capabilities/signatures/signing/signing-error.ts'
import { systemClock } from '#platform/clock.ts'
import type { Installation } from '../installation.ts'
import { CommandFailed, print, printJson, type Command, type OptionValues } from '../program.ts'
import { authorityPassphrase } from '../signing-settings.ts'
import { withInstallation } from './with-installation.ts'

/** The program itself, at the operator's command. */
const operator = { name: 'giao-uoc authority reseal', account: null, actingUnit: null }

interface Passphrases {
  before: string
  after: string
}

function demandPassphrases(before: string | undefined, after: string | undefined): Passphrases {
  if (before === undefined || after === undefined) {
    throw new CommandFailed(
      'Cần đặt cả hai: SIGNING_CA_PASSPHRASE là mật khẩu đang dùng, SIGNING_CA_PASSPHRASE_NEW là mật khẩu mới.\n' +
        'SIGNING_CA_PASSPHRASE is the one in use, SIGNING_CA_PASSPHRASE_NEW the one to come: set both',
    )
  }
  if (before === after)
    throw new CommandFailed(
      'SIGNING_CA_PASSPHRASE_NEW trùng với mật khẩu đang dùng.\nSIGNING_CA_PASSPHRASE_NEW is the one in use already',
    )
  return { before, after }
}

/** One transaction a tenant; a second run passes over those that have the new passphrase already. */
async function resealTenant({ tenants }: Installation, slug: string, given: Passphrases) {
  const db = tenants.databaseOf(slug)
  const now = systemClock()
  try {
    return await resealKeptAuthority(db, { ...given, now }, async (tx, id) => {
      await record(tx, operator, now, { action: 'authority.resealed', subject: { kind: 'authority', id } })
    })
  } catch (error) {
    if (!(error instanceof SigningError)) throw error
    throw new CommandFailed(
      `${slug}: mật khẩu đang dùng không mở được khóa của nơi cấp chứng thư; ở đó chưa có gì đổi.\n` +
        `${slug}: the passphrase in use does not open the authority's key. Nothing was changed there.`,
    )
  }
}

async function reseal(options: OptionValues) {
  await withInstallation(async (installation) => {
    const { environment, tenants } = installation
    const before = await authorityPassphrase(installation)
    const given = demandPassphrases(before, environment.SIGNING_CA_PASSPHRASE_NEW)
    const done: { tenant: string; resealed: boolean }[] = []
    for (const { slug } of await tenants.all()) {
      done.push({ tenant: slug, resealed: (await resealTenant(installation, slug, given)) === 'resealed' })
    }
    if (options['json'] === true) return printJson(done)
    for (const { tenant, resealed } of done)
      print(`${tenant}: ${resealed ? 'đã đổi mật khẩu · resealed' : 'không có gì phải đổi · nothing to do'}`)
    print('Giờ hãy đặt SIGNING_CA_PASSPHRASE là mật khẩu mới rồi khởi động lại máy chủ.')
    print('Now set SIGNING_CA_PASSPHRASE to the new passphrase and start the server again.')
  })
}

export const authorityResealCommand: Command = {
  name: 'authority reseal',
  usage: '[--json]',
  summary:
    'Puts the key of every tenant’s certificate authority under SIGNING_CA_PASSPHRASE_NEW instead of SIGNING_CA_PASSPHRASE.',
  run: (_operands, options) => reseal(options),
}
