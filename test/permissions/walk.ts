import { searchSources } from '../../src/app/search-sources.ts'
import { refreshIndex } from '../../src/capabilities/search/keep-index.ts'
import { tenantUrl } from '../../src/platform/database/tenant-role.ts'
import { morning } from '../cast.ts'
import { freshDatabase } from '../database.ts'
import { testSecret } from '../global-setup.ts'
import { openTestWeb } from '../web.ts'
import type { Web } from './asking.ts'
import { openForgetful, type ForgetfulDatabase } from './forgetful.ts'
import { may, type Permission } from './rights.ts'
import { files, passwords, routes } from './walked-routes.ts'
import { makeWorld, roles, stages, type Role, type Stage, type World } from './world.ts'

type Ask = <Result>(run: (web: Web) => Promise<Result>) => Promise<Result>

/** The worlds in which the routes are walked; each request finds their rows as they were. */
export interface Walk {
  worldOf: (permission: Permission) => World
  inTenant: Ask
  /** The same request in a tenant that has none of it. */
  inOther: Ask
  close: () => Promise<void>
}

function askIn({ db, forget }: ForgetfulDatabase): Ask {
  const web = openTestWeb(db, routes)
  return (run) => forget(() => run(web))
}

export async function openWalk(): Promise<Walk> {
  const { db, other, ownerUrl } = await freshDatabase()
  const worlds = new Map<Stage, World>()
  for (const stage of stages) worlds.set(stage, await makeWorld(db, files, stage, passwords))
  // Else every page of a search would fill the index, and forget it.
  for (const each of [db, other]) await refreshIndex(each, searchSources, morning)
  const ours = await openForgetful(tenantUrl(ownerUrl, 'nam_dinh', testSecret))
  const theirs = await openForgetful(tenantUrl(ownerUrl, 'ha_nam', testSecret))
  return {
    worldOf: ({ stage = 'draft' }) => {
      const world = worlds.get(stage)
      if (world === undefined) throw new Error(`no world at ${stage}`)
      return world
    },
    inTenant: askIn(ours),
    inOther: askIn(theirs),
    close: async () => {
      await ours.close()
      await theirs.close()
    },
  }
}

/** A person whom the route lets in. */
export const someoneWhoMay = ({ who }: Permission): Role => roles.findLast((role) => may(who, role, 'own')) ?? 'visitor'
