import type { Fact } from '#platform/announcements.ts'

/** Where mails to a person go from now on. */
export interface AddressFact extends Fact {
  name: 'identity.addressChanged'
  account: string
  address: string
  /** Who changed it. */
  by: string
}
