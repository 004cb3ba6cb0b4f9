import { SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Actions } from '#ui/form/actions.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { fieldOf, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { ReadingInList } from '../queries.ts'
import { words } from '../words.ts'

interface ReadingsPageProps {
  blocName: string
  label: string
  action: string
  readings: readonly ReadingInList[]
  hrefOf: (reading: string) => string
  /** `null` for those who may look and not read. */
  form: Returned | null
}

const mostFileBytes = 20 * 1024 * 1024

const ArticleForm = ({ action, form }: { action: string; form: Returned }) => {
  const t = words(useLocale()).list
  return (
    <Sheet>
      <div class="stack">
        <ErrorSummary errors={form.errors} />
        <file-drop data-most-bytes={String(mostFileBytes)} data-too-large={t.fileTooLarge}>
          <form method="post" action={action} enctype="multipart/form-data">
            <div class="fields">
              <p class="mute">{t.intro}</p>
              <TextArea label={t.text} help={t.textHelp} rows={12} {...fieldOf(form, 'text')} />
              <FileField
                label={t.file}
                help={t.fileHelp}
                accept=".txt,.docx,.pdf"
                name="file"
                error={fieldOf(form, 'file').error}
              />
            </div>
            <Actions>
              <SubmitButton>{t.read}</SubmitButton>
            </Actions>
          </form>
        </file-drop>
      </div>
    </Sheet>
  )
}

const titleOf = ({ file_name: file, opening }: ReadingInList) =>
  file === '' ? opening.trim().split('\n')[0] : `${file} — ${opening.trim().split('\n')[0]}`

const Earlier = ({ readings, hrefOf }: Pick<ReadingsPageProps, 'readings' | 'hrefOf'>) => {
  const t = words(useLocale())
  const columns: Column<ReadingInList>[] = [
    { key: 'article', label: t.list.article, cell: (row) => <a href={hrefOf(row.id)}>{titleOf(row)}</a> },
    { key: 'readAt', label: t.list.readAt, cell: (row) => formatMoment(row.read_at) },
    { key: 'readBy', label: t.list.readBy, cell: (row) => row.reader },
    {
      key: 'state',
      label: t.list.state,
      cell: (row) => (
        <State kind={row.kept_at === null ? 'open' : 'done'}>
          {row.kept_at === null ? t.states.open : t.states.kept}
        </State>
      ),
    },
  ]
  return (
    <Sheet title={t.list.earlier} flush>
      <Table
        caption={t.list.earlier}
        columns={columns}
        rows={readings}
        empty={<Empty title={t.list.none}>{t.list.noneBody}</Empty>}
      />
    </Sheet>
  )
}

/** Where an article is pasted or sent, and what was read for the year before. */
export const ReadingsPage = ({ blocName, label, action, form, ...list }: ReadingsPageProps) => (
  <>
    <PageHead over={blocName} title={words(useLocale()).list.heading(label)} />
    <div class="stack">
      {form !== null && <ArticleForm action={action} form={form} />}
      <Earlier {...list} />
    </div>
  </>
)
