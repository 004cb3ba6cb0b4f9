import type { Deed, Party } from '#domains/units/lineage/deed.ts'
import type { LifeEvent } from '#domains/units/lineage/life.ts'
import { drawLineage, predecessorsOf, successorsOf, type Step } from '#domains/units/lineage/lineage.ts'
import { words as lineageWords } from '#domains/units/lineage/words.ts'
import { words as unitWords } from '#domains/units/words.ts'
import { Facts } from '#ui/facts.tsx'
import { formatDay } from '#ui/format.ts'
import { Hero } from '#ui/hero.tsx'
import { LineageDrawing } from '#ui/lineage-drawing.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { paths } from '../../paths.ts'
import { words } from '../../words.ts'
import type { PublicLife } from '../queries.ts'

interface UnitPageProps {
  life: PublicLife
  events: readonly LifeEvent[]
  /** Where the site of another tenant is, if this installation knows it. */
  hostOf: (tenant: string) => string | undefined
}

const hrefOf = ({ unit, name, tenant }: Party, hostOf: UnitPageProps['hostOf']) => {
  if (unit !== null) return paths.unit(unit, name)
  return tenant === null ? undefined : hostOf(tenant)
}

interface StepsProps {
  title: string
  steps: readonly Step[]
  hostOf: UnitPageProps['hostOf']
}

const Steps = ({ title, steps, hostOf }: StepsProps) => {
  const t = lineageWords(useLocale())
  if (steps.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {steps.map(({ deed, party }) => {
          const href = hrefOf(party, hostOf)
          const name = party.tenant === null ? party.name : t.elsewhere(party.name, party.tenant)
          return (
            <li>
              {href === undefined ? name : <a href={href}>{name}</a>}, {t.kinds[deed.kind]}{' '}
              {t.from(formatDay(deed.effective_on))}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const Lineage = ({
  unit,
  family,
  hostOf,
}: { unit: PublicLife['unit']; family: readonly Deed[] } & Pick<UnitPageProps, 'hostOf'>) => {
  const t = lineageWords(useLocale())
  const { units, steps } = drawLineage(family)
  if (steps.length === 0) return null
  const boxes = units.map(({ key, party, depth }) => {
    const href = party.unit === unit.id ? undefined : hrefOf(party, hostOf)
    const shown = { key, label: party.name, note: party.tenant ?? undefined, column: depth, isOwn: key === unit.id }
    return href === undefined ? shown : { ...shown, href }
  })
  return (
    <PublicSection title={t.lineage}>
      <LineageDrawing title={t.drawingTitle(unit.full_name)} description={t.drawingNote} boxes={boxes} links={steps} />
      <Steps title={t.predecessors} steps={predecessorsOf(unit.id, family)} hostOf={hostOf} />
      <Steps title={t.successors} steps={successorsOf(unit.id, family)} hostOf={hostOf} />
    </PublicSection>
  )
}

/** A unit's life as the public reads it: names, reorganisations with their documents, years in blocs. */
export const UnitPage = ({ life, events, hostOf }: UnitPageProps) => {
  const locale = useLocale()
  const t = words(locale).units
  const [u, l] = [unitWords(locale), lineageWords(locale)]
  const { unit, family, successors } = life
  const nowIs = successors.map((way) => way.map(({ name }) => name).join(l.through)).join('; ')
  const facts = [
    { label: u.shortName, value: unit.short_name },
    { label: u.level, value: locale === 'vi' ? unit.level_name : unit.level_name_en },
    { label: u.status, value: u.statuses[unit.status] },
    ...(nowIs === '' ? [] : [{ label: l.successors, value: nowIs }]),
  ]
  const entries = events.map(({ on, until, what, document, isUnverified }) => ({
    when: until === null ? l.from(formatDay(on)) : l.until(formatDay(on), formatDay(until)),
    what,
    detail: document === '' ? undefined : `${document}${isUnverified ? ` · ${l.unverified}` : ''}`,
  }))
  return (
    <>
      <Hero title={unit.full_name} lead={t.lead} aside={<Facts side facts={facts} />} />
      <Lineage unit={unit} family={family} hostOf={hostOf} />
      <PublicSection title={l.life}>
        <Timeline entries={entries} label={l.life} />
      </PublicSection>
    </>
  )
}
