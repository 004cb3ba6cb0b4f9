import { yearById } from '#domains/blocs/queries.ts'
import { openTask } from '#domains/calendar/open-task.ts'
import type { Tx } from '#platform/database/database.ts'
import { paths } from '../paths.ts'
import { signersOf, type AgreementRow } from '../queries.ts'
import { mailSigners } from '../signing/mail-signers.ts'
import { againKey, witnessKey } from './close-scans.ts'
import type { ScanRow } from './queries.ts'
import { words } from './words.ts'

interface Brought {
  agreement: AgreementRow
  scan: Pick<ScanRow, 'id' | 'unit_id' | 'uploaded_by' | 'signer_name'>
  unitName: string
}

/** Every other unit finds the scan among its things to do, and is written to; the first two that confirm suffice. */
export async function tellWitnesses(tx: Tx, { agreement, scan, unitName }: Brought, now: Date): Promise<void> {
  const year = await yearById(tx, agreement.bloc_year_id)
  const others = (await signersOf(tx, agreement.id)).filter((place) => place.unit_id !== scan.unit_id)
  for (const { unit_id: unit } of others) {
    await openTask(tx, now, {
      key: witnessKey(scan.id, unit),
      kind: 'agreement.witness',
      blocYear: year.id,
      unit,
      path: paths.scan(year.bloc.slug, year.slug, scan.id),
      facts: { title: agreement.title, unit: unitName, signer: scan.signer_name },
      dueOn: agreement.sign_by ?? agreement.signing_on,
    })
  }
  await mailSigners(tx, {
    agreement: agreement.id,
    key: `agreement-scan-${scan.id}`,
    units: others.map((place) => place.unit_id),
    write: ({ name, locale }) => words(locale).mails.witness({ name, title: agreement.title, unit: unitName }),
  })
}

/** The unit itself, where the head brought the scan: it may say that nobody of it has signed. */
export async function tellOwner(tx: Tx, { agreement, scan, unitName }: Brought, now: Date): Promise<void> {
  const year = await yearById(tx, agreement.bloc_year_id)
  await openTask(tx, now, {
    key: witnessKey(scan.id, scan.unit_id),
    kind: 'agreement.scanBrought',
    blocYear: year.id,
    unit: scan.unit_id,
    path: paths.scan(year.bloc.slug, year.slug, scan.id),
    facts: { title: agreement.title, signer: scan.signer_name },
  })
  await mailSigners(tx, {
    agreement: agreement.id,
    key: `agreement-scan-own-${scan.id}`,
    units: [scan.unit_id],
    write: ({ name, locale }) =>
      words(locale).mails.brought({ name, title: agreement.title, unit: unitName, signer: scan.signer_name }),
  })
}

/** Who brought a scan that a witness did not confirm has to bring another. */
export async function tellBringer(tx: Tx, { agreement, scan, unitName }: Brought, now: Date): Promise<void> {
  const year = await yearById(tx, agreement.bloc_year_id)
  await openTask(tx, now, {
    key: againKey(agreement.id, scan.unit_id),
    kind: 'agreement.scanRefused',
    blocYear: year.id,
    account: scan.uploaded_by,
    path: paths.pen(year.bloc.slug, year.slug, scan.unit_id),
    facts: { title: agreement.title, unit: unitName },
    dueOn: agreement.sign_by ?? agreement.signing_on,
  })
}
