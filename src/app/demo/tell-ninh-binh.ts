import {
  lawOnFront,
  namesElsewhere,
  newProvince,
  ninhBinhUnits,
  effectiveOn,
  threeProvinces,
} from '../../../db/seed/reorganisation.ts'
import { nameAwardingOffice } from '#domains/units/lineage/name-awarding-office.ts'
import { allDeeds, deedById } from '#domains/units/lineage/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { fillTenant } from '../fill-tenant.ts'
import type { Installation } from '../installation.ts'
import { authority } from './sample-people.ts'
import { actorNamed, tellKeepers, type Told } from './tell-people.ts'
import { tellDeed, tellFormerUnit } from './tell-reorganisation.ts'

/** One organisation out of three: Ninh Bình's own former one, and those of two provinces that are values here. */
async function tellMerger(told: Told, unit: (typeof ninhBinhUnits)[number], { files }: Installation) {
  const before = [await tellFormerUnit(told, unit)]
  const afterNew = [{ fullName: unit.full, shortName: unit.short }]
  const beforeElsewhere = namesElsewhere(unit.full)
  const deed = await tellDeed(told, { kind: 'merge', ...threeProvinces, before, beforeElsewhere, afterNew }, files)
  const { parties } = await deedById(told.db, deed)
  told.units.set(unit.key, parties.find(({ side }) => side === 'after')?.unit ?? '')
}

async function tell(installation: Installation, db: Db) {
  const told: Told = { db, now: new Date(), accounts: new Map(), units: new Map() }
  await tellKeepers(told)
  for (const unit of ninhBinhUnits) await tellMerger(told, unit, installation)
  const unitOf = (key: string) => told.units.get(key) ?? ''
  const [front = '', ...under] = ninhBinhUnits.filter(({ key }) => key !== 'noi-vu').map(({ key }) => unitOf(key))
  const actor = await actorNamed(told, authority.login)
  await nameAwardingOffice(db, actor, { unit: unitOf('noi-vu'), fromOn: effectiveOn }, told.now)
  await tellDeed(told, { kind: 'move', ...lawOnFront, before: under, after: [front] }, installation.files)
}

/** The last thing told is that five organisations stand under the Front. */
async function isTold(db: Db): Promise<boolean> {
  const { deeds } = await allDeeds(db, { size: 1 + ninhBinhUnits.length })
  return deeds.some(({ kind }) => kind === 'move')
}

/** The province that three became, as a tenant of its own: at its host name, beside the one that tells 2023. */
export async function tellNinhBinh(installation: Installation, demandEmpty: (db: Db) => Promise<void>): Promise<void> {
  const db = installation.tenants.databaseOf(newProvince.slug)
  if (await isTold(db)) return
  await demandEmpty(db)
  await fillTenant(db)
  await tell(installation, db)
}
