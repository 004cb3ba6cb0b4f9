import { evidencePaths } from '#domains/evidence/paths.ts'
import { useLocale } from '#ui/locale.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { FactRow, GridRow, LeafRow } from '../grid-row.ts'
import { criterionSubject } from '../gather-sheet.ts'
import { judgedRule, printedIn } from '../leaf.ts'
import { outputNames, proposedWords } from '../read-cells.ts'
import { shownNumber } from '../shown-number.ts'
import { words, type SheetWords } from '../words.ts'
import { isEntered, NoteCell, OwnCell, shown, type Given } from './grid-cells.tsx'

export type SheetGridProps = Omit<Given, 't' | 'locale'>

const Output = ({ name, value, isForm }: { name: string; value: string; isForm: boolean }) =>
  isForm ? (
    <output name={name} aria-live="off">
      {value}
    </output>
  ) : (
    <>{value}</>
  )

/** What may be given, and what must prove it. */
const LeafHelp = ({ row, given }: { row: LeafRow; given: Given }) => {
  const { t, locale } = given
  const rule = judgedRule(row.node)
  const proof = printedIn(row.node.evidence, locale)
  const most = rule?.to ?? row.node.max
  const range =
    rule?.options !== undefined
      ? t.oneOf(rule.options.map(({ points }) => shownNumber(String(points), locale)).join('; '))
      : rule !== undefined && most !== undefined
        ? t.between(shownNumber(String(rule.from), locale), shownNumber(String(most), locale))
        : ''
  return (
    <>
      {range !== '' && <p class="mute">{range}</p>}
      {proof !== '' && <p class="mute">{t.mustProve(proof)}</p>}
    </>
  )
}

const factHelp = ({ kind }: FactRow, t: SheetWords) => {
  if (kind.type !== 'cases' && kind.type !== 'reports' && kind.type !== 'marks') return ''
  return kind.fields === undefined ? t.listHelp : t.casesHelp(Object.keys(kind.fields).join(', '))
}

const Name = ({ row, given }: { row: GridRow; given: Given }) => {
  const { t } = given
  if (row.is === 'fact') {
    const help = row.isTyped && given.isForm ? factHelp(row, t) : ''
    return (
      <div class={`score-fact deep-${Math.min(row.depth, 5)}`}>
        {row.label} {row.kind.measure !== undefined && <span class="mute">({row.kind.measure})</span>}
        {row.known !== undefined && (
          <p class="mute">
            {row.known.path === undefined ? (
              t.source(row.known.source)
            ) : (
              <a href={row.known.path}>{t.source(row.known.source)}</a>
            )}
          </p>
        )}
        {help !== '' && <p class="mute">{help}</p>}
      </div>
    )
  }
  return (
    <div class={`score-${row.is} deep-${Math.min(row.depth, 5)}`}>
      <b>{row.code}</b> {row.title}
      {row.is === 'leaf' && given.isForm && <LeafHelp row={row} given={given} />}
    </div>
  )
}

/** What the table gives, or why it cannot; beside it the way to its reasons. */
const Proposed = ({ row, given }: { row: Exclude<GridRow, { is: 'fact' }>; given: Given }) => {
  if (row.score === undefined) return null
  const { score, code } = row
  return (
    <>
      <Output name={outputNames.proposed(code)} value={proposedWords(given.locale, score)} isForm={given.isForm} />
      {row.is === 'leaf' && (
        <>
          {' '}
          <a class="score-why" href={given.whyOf(code)} aria-label={given.t.whyOf(code)}>
            {given.t.whyShort}
          </a>
        </>
      )}
    </>
  )
}

const EvidenceCell = ({ row, given }: { row: LeafRow; given: Given }) => {
  const { t, bloc, year, sheet } = given
  const href = `${given.whyOf(row.code)}#minh-chung`
  return row.evidence > 0 || !given.isForm ? (
    <a href={href} aria-label={t.evidenceOf(row.code)}>
      {t.evidenceCount(row.evidence)}
    </a>
  ) : (
    <a href={evidencePaths.add(bloc, year, criterionSubject(sheet, row.code))} aria-label={t.evidenceOf(row.code)}>
      {t.addEvidence}
    </a>
  )
}

/** A cell that has nothing to say is no row of a phone's card. */
const hasNote = (row: GridRow, given: Given) =>
  row.is === 'leaf' || (row.is === 'fact' && (isEntered(row, given) || (row.typed?.note ?? '') !== ''))

function columnsOf(given: Given): Column<GridRow>[] {
  const { t, isForm } = given
  const evidence = (row: LeafRow) => <EvidenceCell row={row} given={given} />
  const side = (part: 'bonus' | 'penalty') => (row: GridRow) => {
    if (row.is === 'fact' || row.score === undefined) return ''
    const value = row.score[part] === '0' ? '' : shown(row.score[part], given)
    return <Output name={outputNames[part](row.code)} value={value} isForm={isForm} />
  }
  return [
    { key: 'criterion', label: t.criterion, cell: (row) => <Name row={row} given={given} /> },
    { key: 'max', label: t.max, cell: (row) => (row.is === 'fact' ? '' : shown(row.score?.max, given)), numeric: true },
    { key: 'bonus', label: t.bonus, cell: side('bonus'), numeric: true },
    { key: 'penalty', label: t.penalty, cell: side('penalty'), numeric: true },
    {
      key: 'proposed',
      label: t.proposed,
      cell: (row) => (row.is === 'fact' ? '' : <Proposed row={row} given={given} />),
      numeric: true,
    },
    {
      key: 'own',
      label: isForm ? t.own : t.stands,
      cell: (row) => (row.is === 'node' ? '' : <OwnCell row={row} given={given} />),
      numeric: true,
    },
    { key: 'note', label: t.reason, cell: (row) => (hasNote(row, given) ? <NoteCell row={row} given={given} /> : '') },
    { key: 'evidence', label: t.evidence, cell: (row) => (row.is === 'leaf' ? evidence(row) : '') },
  ]
}

const rowId = (row: GridRow) => (row.is === 'fact' ? `sl-${row.key}` : `muc-${row.code}`)

/** The score table as a sheet: every criterion, the facts under it, what the table computes and what people say. */
export const SheetGrid = (props: SheetGridProps) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <div class="score-grid">
      <Table caption={t.caption} columns={columnsOf({ ...props, t, locale })} rows={props.rows} rowId={rowId} />
    </div>
  )
}
