import type { Locale } from '#platform/words.ts'
import { formatDay } from '#ui/format.ts'
import { LineageDrawing } from '#ui/lineage-drawing.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { unitPaths } from '../../paths.ts'
import type { Deed } from '../deed.ts'
import type { LifeEvent } from '../life.ts'
import { drawLineage, predecessorsOf, successorsOf, type Step } from '../lineage.ts'
import { lineagePaths } from '../paths.ts'
import { words, type LineageWords } from '../words.ts'

interface LineageSheetProps {
  locale: Locale
  unit: { id: string; full_name: string }
  deeds: readonly Deed[]
  /** Where the site of another tenant is, if this installation knows it. */
  hostOf: (tenant: string) => string | undefined
}

const Steps = ({
  title,
  steps,
  t,
  hostOf,
}: { title: string; steps: readonly Step[]; t: LineageWords } & Pick<LineageSheetProps, 'hostOf'>) => {
  if (steps.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {steps.map(({ deed, party }) => {
          const host = party.tenant === null ? undefined : hostOf(party.tenant)
          const name = party.tenant === null ? party.name : t.elsewhere(party.name, party.tenant)
          const href = party.unit === null ? host : unitPaths.unit(party.unit)
          return (
            <li>
              {href === undefined ? name : <a href={href}>{name}</a>},{' '}
              <a href={lineagePaths.deed(deed.id)}>
                {t.kinds[deed.kind]} {t.from(formatDay(deed.effective_on))}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Out of whom the unit came and into whom it went: a picture, and the same as lists. */
export const LineageSheet = ({ locale, unit, deeds, hostOf }: LineageSheetProps) => {
  const t = words(locale)
  const { units, steps } = drawLineage(deeds)
  if (steps.length === 0) return null
  const boxes = units.map(({ key, party, depth }) => ({
    key,
    label: party.name,
    note: party.tenant ?? undefined,
    column: depth,
    isOwn: key === unit.id,
    ...(party.unit === null ? {} : { href: unitPaths.unit(party.unit) }),
  }))
  return (
    <Sheet title={t.lineage} id="lich-su-sap-xep">
      <div class="stack">
        <LineageDrawing
          title={t.drawingTitle(unit.full_name)}
          description={t.drawingNote}
          boxes={boxes}
          links={steps}
        />
        <Steps title={t.predecessors} steps={predecessorsOf(unit.id, deeds)} t={t} hostOf={hostOf} />
        <Steps title={t.successors} steps={successorsOf(unit.id, deeds)} t={t} hostOf={hostOf} />
      </div>
    </Sheet>
  )
}

const whenOf = ({ on, until }: LifeEvent, t: LineageWords) =>
  until === null ? t.from(formatDay(on)) : t.until(formatDay(on), formatDay(until))

const Document = ({ event, t }: { event: LifeEvent; t: LineageWords }) => {
  const text = event.isUnverified ? `${event.document} · ${t.unverified}` : event.document
  return event.deed === null ? <>{text}</> : <a href={lineagePaths.deed(event.deed)}>{text}</a>
}

/** The unit's life from the latest event back. */
export const LifeSheet = ({ locale, life }: { locale: Locale; life: readonly LifeEvent[] }) => {
  const t = words(locale)
  const entries = life.map((event) => ({
    when: whenOf(event, t),
    what: event.what,
    detail: event.document === '' ? undefined : <Document event={event} t={t} />,
  }))
  return (
    <Sheet title={t.life}>
      <Timeline entries={entries} label={t.life} />
    </Sheet>
  )
}
