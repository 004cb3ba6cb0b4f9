import type { PdfFile } from '../pdf/file.ts'
import { pagesOf } from '../pdf/pages.ts'
import type { Page } from '../pdf/pages.ts'
import { isAccounted } from './accounted.ts'
import { compareCatalogs } from './catalog.ts'
import { at } from './change.ts'
import type { Change } from './change.ts'
import { judgeFields } from './fields.ts'
import { compareLists } from './form.ts'
import { compareTrailers } from './metadata.ts'
import { belongsOn } from './new-widget.ts'
import { isUnmistakable } from './unmistakable.ts'
import { compare, drain, note } from './walk.ts'
import type { Walk } from './walk.ts'

/**
 * What changed between a signed revision and a later state, apart from what may come after a signature: another one, in
 * a prepared field or one that shows nothing; validation data; when and by what the file was written. Everything that
 * a reader can reach is compared, and what is not allowed by name is a change.
 */
export function compareRevisions(old: PdfFile, fresh: PdfFile, steps: { left: number }): Change[] {
  const walk = startWalk(old, fresh, steps)
  const continued = fresh.sections.some(({ offset }) => offset === old.sections[0]?.offset)
  if (!continued || !isAccounted(fresh, old.end) || !isUnmistakable(old, fresh)) note(walk, at('history'))
  const { fields, widgets } = judgeFields(walk)
  comparePages(walk, widgets)
  compareCatalogs(walk, fields)
  compareTrailers(walk)
  drain(walk)
  return [...walk.found.values()]
}

function startWalk(old: PdfFile, fresh: PdfFile, steps: { left: number }): Walk {
  return {
    old,
    fresh,
    seen: new Set(),
    waiting: [],
    explained: new Set(),
    found: new Map(),
    pageNumbers: new Map(pagesOf(old).map(({ ref }, index) => [ref.num, index + 1])),
    free: new Map(),
    steps,
  }
}

/** First, so that what hangs on a page is named after it. */
function comparePages(walk: Walk, added: ReadonlySet<number>): void {
  const [old, fresh] = [pagesOf(walk.old), pagesOf(walk.fresh)]
  const nums = (pages: readonly Page[]) => pages.map(({ ref }) => ref.num).join()
  if (nums(old) !== nums(fresh)) note(walk, at('pages'))
  const later = new Map(fresh.map((page) => [page.ref.num, page]))
  // One page leads to all others: each is compared as a page, which may gain places of signatures.
  for (const { ref } of old) walk.seen.add(ref.num)
  for (const [index, page] of old.entries()) {
    const other = later.get(page.ref.num)
    const here = new Set([...added].filter((num) => belongsOn(walk.fresh, num, page.ref.num)))
    if (other) comparePage(walk, [page, other], { number: index + 1, added: here })
    drain(walk)
  }
}

function comparePage(
  walk: Walk,
  [old, fresh]: readonly [Page, Page],
  { number, added }: { number: number; added: ReadonlySet<number> },
): void {
  const { num, gen } = old.ref
  if (gen !== fresh.ref.gen) note(walk, at('content', number), num)
  for (const key of new Set([...old.dict.keys(), ...fresh.dict.keys()])) {
    if (key === 'Tabs') continue
    const [before, after] = [old.dict.get(key), fresh.dict.get(key)]
    if (key === 'Annots') compareLists(walk, before, { fresh: after, added, place: at('annotation', number), num })
    else if (old.dict.has(key) !== fresh.dict.has(key)) note(walk, at('content', number), num)
    else compare(walk, before, { fresh: after, place: at(key === 'Parent' ? 'pages' : 'content', number), num })
  }
}
