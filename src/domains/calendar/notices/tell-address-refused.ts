import type { TellRefused } from '#capabilities/notifications/refuse-address.ts'
import type { AddressFact } from '#domains/identity/address/address.ts'
import type { Announce } from '#platform/announcements.ts'
import { noticePaths } from './paths.ts'
import { tellPeople } from './tell-people.ts'

/** The person hears in the page that mails go elsewhere from now on, and by whom it was set. */
export const tellAddressChanged: Announce<AddressFact> = async (tx, now, { account, address, by }) => {
  const key = `address ${account} ${now.toISOString()}`
  const notice = { kind: 'address' as const, naming: 'address.changed', key, facts: { address, by } }
  await tellPeople(tx, now, { ...notice, path: noticePaths.ways }, [account])
}

/** The person hears in the page that their mails come back; by mail it cannot be told. */
export const tellAddressRefused: TellRefused = async (tx, now, { mail, address, account }) => {
  if (account === null) return
  const notice = { kind: 'address' as const, naming: 'address.refused', key: `address ${mail}`, facts: { address } }
  await tellPeople(tx, now, { ...notice, path: noticePaths.ways }, [account])
}
