import { printCode } from '#platform/id.ts'
import { Facts } from '#ui/facts.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import type { CanonicalHandover, Missing } from '../handover.ts'
import { handoverPaths } from '../paths.ts'
import { words } from '../words.ts'

interface ContentProps {
  content: CanonicalHandover
  /** What a draft does not say yet. */
  missing: readonly Missing[]
  at: readonly [bloc: string, year: string]
}

const Things = ({ content, missing }: ContentProps) => {
  const t = words(useLocale())
  const { flag, others } = content
  const written = (part: Missing, value: string) => (missing.includes(part) ? t.notWritten : value)
  const said = [written('flag', t.flags[flag.state]), flag.condition, flag.note].filter((part) => part !== '')
  return (
    <Facts
      facts={[
        { label: t.handedOn, value: written('day', formatDay(content.handedOn)) },
        { label: t.place, value: written('place', content.place) },
        { label: t.flag, value: said.join('; ') },
        { label: t.others, value: others.length === 0 ? t.noOthers : others.join('; ') },
        ...(content.witness === '' ? [] : [{ label: t.witness, value: content.witness }]),
      ]}
    />
  )
}

/** What is handed over, as the paper says it. */
export const HandoverContent = (props: ContentProps) => {
  const t = words(useLocale())
  const { content, at } = props
  const open = content.book.filter(({ isDone }) => !isDone).length
  return (
    <>
      <Sheet title={t.title}>
        <Things {...props} />
      </Sheet>
      <Sheet title={t.openItems} flush>
        <Table
          caption={t.openItems}
          columns={[
            { key: 'item', label: t.item, cell: (item) => item.title },
            { key: 'due', label: t.due, cell: (item) => (item.dueOn === null ? '' : formatDay(item.dueOn)) },
          ]}
          rows={content.openItems}
          empty={<p class="sheet-body">{t.noOpenItems}</p>}
        />
      </Sheet>
      <Sheet title={t.papers} flush>
        <Table
          caption={t.papers}
          columns={[
            { key: 'document', label: t.document, cell: (paper) => `${paper.title} (${paper.state})` },
            { key: 'code', label: t.check, cell: (paper) => <code>{printCode(paper.code)}</code> },
            {
              key: 'hash',
              label: t.fileHash,
              cell: (paper) => <code title={paper.sha256}>{`${paper.sha256.slice(0, 16)}…`}</code>,
            },
          ]}
          rows={content.papers}
          empty={<p class="sheet-body">{t.noPapers}</p>}
        />
      </Sheet>
      <Sheet title={t.book}>
        <p>
          <a href={handoverPaths.book(...at)}>{t.noteCount(String(open), String(content.book.length))}</a>
        </p>
      </Sheet>
    </>
  )
}
