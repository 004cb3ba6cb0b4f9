import { dayOf } from '#platform/clock.ts'
import { found } from '#platform/errors.ts'
import { param } from '#platform/param.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import { deriveCriterion } from '../engine/derive.ts'
import { scoringPaths } from '../paths.ts'
import { isOpenToMembers } from '../rounds/round.ts'
import { gatherFigures } from './gather-scores.ts'
import { citedOnSheet, criterionSubject } from './gather-sheet.ts'
import { scoresByCode } from './lacks.ts'
import { detailOf, placedNodes, printedIn } from './leaf.ts'
import { WhyPage } from './pages/why-page.tsx'
import { mayOnSheet, readSheet, sheetCrumbs, sheetHead } from './read-sheet.ts'
import { words } from './words.ts'

/** Why one criterion has its points, in the reader's language. */
async function showWhy(c: WebContext) {
  const at = await readSheet(c)
  const { db, locale, now } = c.var
  const { sheet, round, year } = at
  const may = await mayOnSheet(c, at)
  const stage = isOpenToMembers(round.state) && !may.enter ? 'authority' : 'self'
  const [figures, cited] = await Promise.all([
    gatherFigures(db, sheet, { stage, today: dayOf(now), locale, year }),
    citedOnSheet(db, sheet.id),
  ])
  const { table, ready, facts } = figures
  const node = found(placedNodes(table.sections).find(({ node }) => node.code === param(c, 'code'))).node
  const page = (
    <WhyPage
      crumbs={[...sheetCrumbs(c, at), { label: sheet.title, href: scoringPaths.sheet(...at.address) }]}
      over={at.unitName}
      code={node.code}
      title={printedIn(node.title, locale)}
      table={table}
      score={scoresByCode(figures.unit.criteria).get(node.code)}
      derivation={deriveCriterion(ready, facts, sheet.unit_id, node.code)}
      known={figures.gathered.get(sheet.unit_id) ?? new Map()}
      evidence={{
        bloc: year.bloc.slug,
        year: year.slug,
        subject: criterionSubject(sheet.id, node.code),
        cited: cited.get(detailOf(node.code)) ?? [],
        mayAdd: may.enter,
      }}
    />
  )
  return c.render(page, { ...sheetHead(at), title: words(locale).derivation.title(node.code) })
}

export const whyRoutes: readonly Route[] = [
  get(scoringPaths.why(':code', ':bloc', ':year', ':round', ':unit', ':table'), 'signed-in', showWhy),
]
