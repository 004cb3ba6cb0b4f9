import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { compare, decimalText, exact, times, zero, type Exact } from '#platform/exact.ts'
import { shownNumber } from '../../sheets/shown-number.ts'
import type { Leaning, Outlying } from '../harshness.ts'
import { words } from '../words.ts'

interface LeaningsPageProps {
  crumbs: readonly Crumb[]
  over: string
  /** Nothing while the points are hidden. */
  looked: { units: readonly Outlying[]; assessors: readonly Leaning[] } | undefined
  nameOf: (unit: string) => string
}

const percent = (share: Exact) => decimalText(times(share, exact('100')), 2)

const Method = () => {
  const t = words(useLocale()).leanings
  return (
    <Sheet title={t.methodTitle}>
      <ol>
        {t.method.map((line) => (
          <li>{line}</li>
        ))}
      </ol>
    </Sheet>
  )
}

const LeaningCell = ({ one }: { one: Leaning }) => {
  const locale = useLocale()
  const t = words(locale).leanings
  if (one.leaning === null) {
    return (
      <span class="mute">
        {one.sample.isEnough ? '' : t.fewSheets(String(one.sample.had), String(one.sample.needed))}
      </span>
    )
  }
  const size = compare(one.leaning, zero)
  const shown = shownNumber(percent(one.leaning).replace('-', ''), locale)
  if (size === 0) return <>{t.even}</>
  return <>{size < 0 ? t.strict(shown) : t.mild(shown)}</>
}

const OutliersCell = ({ one, nameOf }: { one: Outlying; nameOf: (unit: string) => string }) => {
  const t = words(useLocale()).leanings
  if (!one.sample.isEnough) return <span class="mute">{t.few(String(one.sample.had), String(one.sample.needed))}</span>
  if (one.outliers.length === 0) return <>{t.noOutliers}</>
  return <State kind="soon">{one.outliers.map(nameOf).join(', ')}</State>
}

/** Who lies far from the others: shown with its method, and never applied. */
export const LeaningsPage = ({ looked, nameOf, ...props }: LeaningsPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const l = t.leanings
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead over={props.over} title={l.title} under={l.note} />
      {looked === undefined ? (
        <Empty title={l.hidden}>{l.hiddenBody}</Empty>
      ) : (
        <>
          <Sheet title={l.units} flush>
            <Table
              caption={l.units}
              rows={looked.units}
              columns={[
                { key: 'unit', label: t.unit, cell: ({ unit }) => nameOf(unit) },
                {
                  key: 'middle',
                  label: l.middle,
                  cell: ({ middle }) => `${shownNumber(percent(middle), locale)} %`,
                  numeric: true,
                },
                { key: 'far', label: l.outliers, cell: (one) => <OutliersCell one={one} nameOf={nameOf} /> },
              ]}
            />
          </Sheet>
          <Sheet title={l.assessors} flush>
            <Table
              caption={l.assessors}
              rows={looked.assessors}
              columns={[
                { key: 'assessor', label: t.assessor, cell: ({ assessor }) => nameOf(assessor) },
                { key: 'leaning', label: l.leaning, cell: (one) => <LeaningCell one={one} /> },
              ]}
            />
          </Sheet>
        </>
      )}
      <Method />
    </div>
  )
}
