import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { DiffText } from '#ui/diff.tsx'
import { Empty } from '#ui/empty.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { Locale } from '#platform/words.ts'
import { writeAmount } from '../../table-editor/typed-amount.ts'
import type { CriterionInput } from '../../table/criterion.ts'
import type { ChangedNode, TableDiff } from '../diff-tables.ts'
import { tablePaths, type VersionAt } from '../paths.ts'
import type { VersionRow } from '../queries.ts'
import { sayRule } from '../../table-editor/say-rule.ts'
import { wordsOf } from '../table-content.ts'
import type { Placed } from '../table-tree.ts'
import { words } from '../words.ts'

interface ComparePageProps {
  at: VersionAt
  title: string
  others: readonly VersionRow[]
  other: VersionRow | undefined
  diff: TableDiff | undefined
}

const Listed = ({ title, nodes }: { title: string; nodes: readonly Placed[] }) => {
  const t = words(useLocale())
  if (nodes.length === 0) return null
  const columns: Column<Placed>[] = [
    { key: 'code', label: t.sheet.code, cell: ({ node }) => node.code },
    { key: 'title', label: t.sheet.title, heading: true, cell: ({ node }) => wordsOf(node.title) },
    { key: 'max', label: t.sheet.max, numeric: true, cell: ({ node }) => writeAmount(node.max) },
  ]
  return (
    <Sheet title={`${title} (${nodes.length})`} flush>
      <Table caption={title} columns={columns} rows={nodes} />
    </Sheet>
  )
}

const pointsOf = (node: CriterionInput) =>
  [node.max, node.maxBonus, node.maxPenalty].map((amount) => writeAmount(amount) || '–').join(' / ')
const rulesOf = (node: CriterionInput, locale: Locale) =>
  (node.rules ?? []).map((rule) => sayRule(rule, { locale })).join('\n') || '–'

const Change = ({ older, newer, what }: ChangedNode) => {
  const locale = useLocale()
  return (
    <>
      <DiffText older={wordsOf(older.node.title)} newer={wordsOf(newer.node.title)} />
      {what.includes('points') && <DiffText older={pointsOf(older.node)} newer={pointsOf(newer.node)} />}
      {what.includes('rules') && <DiffText older={rulesOf(older.node, locale)} newer={rulesOf(newer.node, locale)} />}
    </>
  )
}

const Changed = ({ changed }: { changed: readonly ChangedNode[] }) => {
  const t = words(useLocale())
  if (changed.length === 0) return null
  const columns: Column<ChangedNode>[] = [
    {
      key: 'code',
      label: t.sheet.code,
      cell: ({ older, newer }) =>
        older.node.code === newer.node.code ? newer.node.code : `${older.node.code} → ${newer.node.code}`,
    },
    { key: 'title', label: t.sheet.title, heading: true, cell: (one) => <Change {...one} /> },
    { key: 'what', label: t.compare.changed, cell: ({ what }) => what.map((each) => t.compare.what[each]).join(', ') },
  ]
  return (
    <Sheet title={`${t.compare.changed} (${changed.length})`} flush>
      <Table caption={t.compare.changed} columns={columns} rows={changed} />
    </Sheet>
  )
}

const isSame = ({ added, removed, changed, head }: TableDiff) =>
  added.length + removed.length + changed.length + head.length === 0

const Differences = ({ diff }: { diff: TableDiff }) => {
  const t = words(useLocale()).compare
  if (isSame(diff)) return <Notice kind="success" title={t.same} />
  return (
    <>
      {diff.head.length > 0 && (
        <Notice kind="info" title={t.head}>
          {diff.head.map((key) => t.headNames[key] ?? key).join(', ')}
        </Notice>
      )}
      <Listed title={t.added} nodes={diff.added} />
      <Listed title={t.removed} nodes={diff.removed} />
      <Changed changed={diff.changed} />
    </>
  )
}

export const ComparePage = ({ at, title, others, other, diff }: ComparePageProps) => {
  const t = words(useLocale())
  const options = others.map((one) => ({
    value: one.id,
    label: `${one.title}, ${t.versionName(String(one.number))} (${t.states[one.state]})`,
  }))
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: title, href: tablePaths.version(...at) }]} />
      <PageHead
        title={
          other === undefined
            ? t.compare.show
            : t.compare.title(
                `${other.code}, ${t.versionName(String(other.number))}`,
                `${at[1]}, ${t.versionName(at[2])}`,
              )
        }
        under={title}
      />
      <Sheet>
        {options.length === 0 ? (
          <Empty title={t.compare.none} />
        ) : (
          <form method="get" action={tablePaths.comparison(...at)} class="fields">
            <SelectField name="voi" label={t.compare.choose} options={options} value={other?.id} required />
            <div class="row">
              <SubmitButton>{t.compare.show}</SubmitButton>
            </div>
          </form>
        )}
      </Sheet>
      {diff !== undefined && <Differences diff={diff} />}
    </div>
  )
}
