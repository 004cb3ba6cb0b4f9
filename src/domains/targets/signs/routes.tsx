import { namesOn } from '#domains/units/queries.ts'
import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { actorOf, get, type WebContext } from '#platform/web.ts'
import { seesTargets } from '../access.ts'
import { gatherSigns, type Signs } from './gather-signs.ts'
import { SignsPage } from './pages/signs-page.tsx'
import { signPaths } from './paths.ts'
import { words } from './words.ts'

async function namesFor(c: WebContext, { figures, evidence }: Signs) {
  const units = [...figures, ...evidence].map(({ unit }) => unit)
  const names = await namesOn(c.var.db, [...new Set(units)], dayOf(c.var.now))
  return new Map([...names].map(([unit, name]) => [unit, name.short_name]))
}

async function showSigns(c: WebContext) {
  const year = await readYear(c)
  const actor = actorOf(c)
  demand(seesTargets(actor, year.id))
  const signs = await gatherSigns(c.var.db, actor, year.id)
  return c.render(<SignsPage year={year} signs={signs} names={await namesFor(c, signs)} />, {
    ...yearHead(year, words(c.var.locale).heading),
    help: 'bang-theo-doi',
  })
}

export const signRoutes = [get(signPaths.signs(':bloc', ':year'), 'signed-in', showSigns)]
