import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { formatNumber } from '#ui/format.ts'
import { FileField } from '#ui/form/file-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Outline, type OutlineRow } from '#ui/outline.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { CriterionInput } from '../../table/criterion.ts'
import type { ScoreTableInput } from '../../table/score-table.ts'
import { tablePaths } from '../../tables/paths.ts'
import type { ReadDoubt } from '../../tables/read-doubt.ts'
import { sayRule } from '../../table-editor/say-rule.ts'
import { sumOf, totalOf } from '../../table-editor/sums.ts'
import { wordsOf } from '../../tables/table-content.ts'
import { nodesOf, writePlace } from '../../tables/table-tree.ts'
import { words as tableWords } from '../../tables/words.ts'
import { words } from '../words.ts'

export const UploadPage = ({ slug, form }: { slug: string; form: Returned }) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <>
      <Breadcrumb crumbs={[{ label: tableWords(locale).title, href: tablePaths.list(slug) }]} />
      <PageHead title={t.title} under={t.intro} />
      <Sheet>
        <PostedForm
          action={tablePaths.fromWorkbook(slug)}
          form={form}
          submit={t.submit}
          cancel={{ label: tableWords(locale).cancel, href: tablePaths.list(slug) }}
          upload
        >
          <FileField {...fieldOf(form, 'file')} label={t.file} accept=".xlsx" required />
        </PostedForm>
      </Sheet>
    </>
  )
}

interface PreviewPageProps {
  slug: string
  content: ScoreTableInput
  doubts: readonly ReadDoubt[]
  form: Returned
}

const Doubts = ({ doubts }: { doubts: readonly ReadDoubt[] }) => {
  const t = words(useLocale())
  if (doubts.length === 0) return <Notice kind="success" title={t.noDoubts} />
  const columns: Column<ReadDoubt>[] = [
    { key: 'row', label: t.row, numeric: true, cell: ({ row }) => row },
    { key: 'item', label: t.item, cell: ({ code }) => code },
    { key: 'doubt', label: t.doubt, heading: true, cell: (doubt) => t.sayOnly(doubt) },
  ]
  return (
    <Sheet title={t.doubts(String(doubts.length))} flush>
      <Table caption={t.doubts(String(doubts.length))} columns={columns} rows={doubts} />
    </Sheet>
  )
}

const Points = ({ node }: { node: CriterionInput }) => {
  const locale = useLocale()
  const { max } = sumOf(node)
  return <>{max !== null && tableWords(locale).max(formatNumber(max as `${number}`, locale))}</>
}

const Rules = ({ node, facts }: { node: CriterionInput; facts: ScoreTableInput['facts'] }) => {
  const locale = useLocale()
  return (
    <>
      {(node.rules ?? []).map((rule) => (
        <p class="mute">{sayRule(rule, { locale, facts })}</p>
      ))}
    </>
  )
}

const rowsOf = (
  nodes: readonly CriterionInput[],
  facts: ScoreTableInput['facts'],
  above: readonly number[] = [],
): OutlineRow[] =>
  nodes.map((node, index) => {
    const place = [...above, index]
    return {
      id: `muc-${writePlace(place)}`,
      place: writePlace(place),
      code: node.code,
      title: wordsOf(node.title),
      figures: <Points node={node} />,
      under: <Rules node={node} facts={facts} />,
      rows: rowsOf(node.children ?? [], facts, place),
    }
  })

/** What was read, what is doubtful in it, and the button that makes a draft of it. */
export const PreviewPage = ({ slug, content, doubts, form }: PreviewPageProps) => {
  const locale = useLocale()
  const [t, w] = [words(locale), tableWords(locale)]
  const count = String(nodesOf(content.sections).length)
  const total = formatNumber(totalOf(content.sections) as `${number}`, locale)
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: w.title, href: tablePaths.list(slug) }]} />
      <PageHead title={t.previewTitle} over={t.found(count, total)} under={t.previewIntro} />
      <Doubts doubts={doubts} />
      <Sheet>
        <PostedForm
          action={tablePaths.acceptance(slug)}
          form={form}
          submit={t.accept}
          cancel={{ label: w.cancel, href: tablePaths.fromWorkbook(slug) }}
        >
          <TextField
            {...fieldOf(form, 'code')}
            label={w.fields.code}
            help={w.addPage.codeHelp}
            maxlength={60}
            narrow
            required
          />
          <TextArea
            {...fieldOf(form, 'title', wordsOf(content.title))}
            label={w.fields.title}
            rows={2}
            maxlength={300}
            required
          />
          <input type="hidden" name="content" value={JSON.stringify(content)} />
          <input type="hidden" name="doubts" value={JSON.stringify(doubts)} />
        </PostedForm>
      </Sheet>
      <Sheet title={t.outline}>
        <Outline rows={rowsOf(content.sections, content.facts)} label={t.outline} />
      </Sheet>
    </div>
  )
}
