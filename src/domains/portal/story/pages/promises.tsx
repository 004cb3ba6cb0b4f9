import type { CanonicalAgreement } from '#domains/agreement/canonical-text.ts'
import type { Locale } from '#platform/words.ts'
import { useLocale } from '#ui/locale.tsx'
import { ProgressList } from '#ui/progress-list.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { words } from '../../words.ts'

/** What the units promised, in the words of the signed text. */
export const Promises = ({ text }: { text: CanonicalAgreement }) => {
  const locale = useLocale()
  const t = words(locale).story
  return (
    <>
      {text.commitments.length > 0 && (
        <PublicSection title={t.promises} id="dieu-da-hua">
          <ProgressList items={text.commitments.map((label) => ({ label }))} />
        </PublicSection>
      )}
      {text.movements.length > 0 && (
        <PublicSection title={t.movements}>
          <Table caption={t.movements} columns={movementColumns(locale, text)} rows={text.movements} />
        </PublicSection>
      )}
      {text.targets.length > 0 && (
        <PublicSection title={t.targets}>
          <Table caption={t.targets} columns={targetColumns(locale)} rows={text.targets} />
        </PublicSection>
      )}
      {text.titles.length > 0 && (
        <PublicSection title={t.titles}>
          <Table caption={t.titles} columns={titleColumns(locale)} rows={text.titles} />
        </PublicSection>
      )}
    </>
  )
}

function movementColumns(locale: Locale, text: CanonicalAgreement): Column<CanonicalAgreement['movements'][number]>[] {
  const t = words(locale).story
  const scope = { key: 'scope', label: t.scope, cell: (row: { scope: string }) => row.scope }
  return [
    { key: 'title', label: t.movement, cell: (row) => row.title },
    ...(text.movements.some((movement) => movement.scope !== '') ? [scope] : []),
    { key: 'period', label: t.period, cell: (row) => period(locale, row) },
  ]
}

function period(locale: Locale, { from, to }: { from: string; to: string }): string {
  const t = words(locale).story
  if (from !== '' && to !== '') return `${from}–${to}`
  if (from !== '') return t.from(from)
  return to === '' ? t.always : t.to(to)
}

function targetColumns(locale: Locale): Column<CanonicalAgreement['targets'][number]>[] {
  const t = words(locale).story
  return [
    { key: 'target', label: t.target, cell: (row) => row.text },
    { key: 'plan', label: t.plan, numeric: true, cell: (row) => [row.plan, row.measure].join(' ').trim() },
    { key: 'unit', label: t.unit, cell: (row) => row.unit || t.allUnits },
  ]
}

function titleColumns(locale: Locale): Column<CanonicalAgreement['titles'][number]>[] {
  const t = words(locale).story
  return [
    { key: 'title', label: t.titleOne, cell: (row) => row.text },
    { key: 'unit', label: t.unit, cell: (row) => row.unit || t.allUnits },
  ]
}
