import { yearLabel } from '#domains/blocs/bloc-year.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { tellLife } from '#domains/units/lineage/life.ts'
import { successorsNamed } from '#domains/units/lineage/queries.ts'
import { words as lineageWords } from '#domains/units/lineage/words.ts'
import { findUnits, unitsOnPage } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import { pageParam, param } from '#platform/param.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import { paths } from '../paths.ts'
import { readResults, type SearchPieces } from '../search/read-results.ts'
import { readSearch } from '../search/search-filter.ts'
import { words as searchWords } from '../search/words.ts'
import { everyone } from '../searchable/audience.ts'
import { words } from '../words.ts'
import { LookUpPage } from './pages/look-up-page.tsx'
import { UnitPage } from './pages/unit-page.tsx'
import { lifeOfUnit, unitOfAddress } from './queries.ts'

export interface UnitPagePieces extends SearchPieces {
  /** Where the sites of other tenants are, by slug or name, as far as this installation has them. */
  hosts: (c: WebContext) => Promise<(tenant: string) => string | undefined>
}

const longestSearch = 100

/** What else was made public; units stand in a list of their own. */
async function othersFound(c: WebContext, pieces: SearchPieces, page: number) {
  const { q, loai } = readSearch(c.req.query())
  if (q === '' || (loai === undefined && page > 1)) return null
  const asked = { q, loai }
  return {
    asked,
    results: await readResults(c.var.db, pieces, {
      asked,
      audience: everyone,
      page,
      now: c.var.now,
      without: ['unit'],
    }),
  }
}

async function showLookUp(c: WebContext, pieces: SearchPieces) {
  const { db, locale, now } = c.var
  const text = (c.req.query('q') ?? '').normalize('NFC').trim().slice(0, longestSearch)
  const page = pageParam(c)
  const { units, total } = await findUnits(db, { text, day: dayOf(now), page, size: unitsOnPage })
  const ended = units.filter(({ status }) => status === 'ended').map(({ id }) => id)
  const successors = await successorsNamed(db, ended, dayOf(now))
  const others = await othersFound(c, pieces, page)
  const t = searchWords(locale)
  const list = { text, units, total, page, last: Math.ceil(total / unitsOnPage), successors }
  return c.render(<LookUpPage {...list} others={others} />, {
    title: t.open,
    shell: 'public',
    description: t.openLead,
  })
}

const showUnit = (pieces: UnitPagePieces) => async (c: WebContext) => {
  const { db, locale, now } = c.var
  const id = await unitOfAddress(db, param(c, 'unit'))
  const life = await lifeOfUnit(db, id, dayOf(now))
  const { offices } = blocWords(locale)
  const years = life.years.map((row) => ({
    ...row,
    year: yearLabel(row.year),
    office: row.office === null ? null : offices[row.office],
  }))
  const facts = { unit: id, ...life.past, deeds: life.deeds, years, offices: life.offices }
  const events = tellLife(facts, lineageWords(locale))
  return c.render(<UnitPage life={life} events={events} hostOf={await pieces.hosts(c)} />, {
    title: life.unit.full_name,
    shell: 'public',
    description: words(locale).units.description(life.unit.full_name),
  })
}

export const unitPageRoutes = (pieces: UnitPagePieces): Route[] => [
  get(paths.lookUp, 'public', (c) => showLookUp(c, pieces)),
  get(paths.unitPage(':unit'), 'public', showUnit(pieces)),
]
