import { isAuthority, leads, worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'
import type { Mandate } from './mandate.ts'

type Parties = Pick<Mandate, 'unit_id' | 'account_id' | 'asked_by'>

export const mayAskMandate = (actor: Actor, unit: string) => leads(actor, unit)

/** Nobody confirms what they asked for, what they would hold, or what concerns the unit they work for. */
export const mayDecideMandate = (actor: Actor, { asked_by: asked, account_id: holds, unit_id: unit }: Parties) =>
  isAuthority(actor) && isApart(actor, 'decideMandate', { asked, holds, units: [unit] })

export const mayWithdrawMandate = (actor: Actor, mandate: Parties) => leads(actor, mandate.unit_id)

export const mayEndMandate = (actor: Actor, mandate: Parties) => leads(actor, mandate.unit_id) || isAuthority(actor)

/** Without asking in which blocs the unit is: the unit's people, the holder and the authority see every mandate. */
export const seesMandate = (actor: Actor, mandate: Pick<Mandate, 'unit_id' | 'account_id'>) =>
  isAuthority(actor) || worksFor(actor, mandate.unit_id) || actor.account === mandate.account_id

/** A person signs for a unit by a mandate that says so. The administrator and the authority never do. */
export const maySignAs = (actor: Actor, mandate: string) =>
  actor.mandates.some((held) => held.id === mandate && held.maySign)
