import type { Locale } from '#platform/words.ts'
import { LinkButton } from '#ui/button.tsx'
import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { Empty } from '#ui/empty.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { formatMoment, formatNumber } from '#ui/format.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { WorkbookShown } from '../queries.ts'
import type { ReportWorkbookState } from '../workbook.ts'
import { words } from '../words.ts'

export const stateKinds: Record<ReportWorkbookState, StateKind> = {
  previewed: 'open',
  applied: 'done',
  withdrawn: 'none',
  undone: 'none',
}

export interface DeskPageProps {
  locale: Locale
  crumbs: readonly Crumb[]
  unit: string
  period: string
  form: Returned
  mostBytes: number
  /** Addresses: the page itself, the workbook, the report, a file that was sent. */
  at: { desk: string; blank: string; report: string; file: (id: string) => string }
  files: readonly WorkbookShown[]
}

const columnsOf = ({ locale, at }: DeskPageProps): Column<WorkbookShown>[] => {
  const t = words(locale)
  const c = t.desk.columns
  return [
    { key: 'file', label: c.file, cell: (row) => <a href={at.file(row.id)}>{row.file_name}</a> },
    { key: 'uploader', label: c.uploader, cell: (row) => row.uploader },
    { key: 'uploadedAt', label: c.uploadedAt, cell: (row) => formatMoment(row.uploaded_at) },
    { key: 'state', label: c.state, cell: (row) => <State kind={stateKinds[row.state]}>{t.states[row.state]}</State> },
    {
      key: 'result',
      label: c.result,
      cell: (row) => (row.applied === null ? '–' : t.appliedCells(formatNumber(row.applied, locale))),
    },
  ]
}

/** Where a report goes out as a workbook and comes back. */
export const DeskPage = (props: DeskPageProps) => {
  const { locale, at, form } = props
  const t = words(locale).desk
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead over={`${props.unit} · ${props.period}`} title={words(locale).title} under={t.under} />
      <Sheet title={t.step1}>
        <div class="stack tight">
          <p>{t.step1Body}</p>
          <p>
            <LinkButton look="main" icon="download" href={at.blank} download>
              {t.download}
            </LinkButton>
          </p>
        </div>
      </Sheet>
      <Sheet title={t.step2}>
        <p>{t.step2Body}</p>
        <file-drop data-most-bytes={String(props.mostBytes)} data-too-large={t.tooLarge}>
          <PostedForm
            action={at.desk}
            form={form}
            submit={t.preview}
            cancel={{ label: t.cancel, href: at.report }}
            upload
          >
            <FileField
              label={t.file}
              help={t.fileHelp}
              accept=".xlsx"
              name="file"
              error={fieldOf(form, 'file').error}
              required
            />
          </PostedForm>
        </file-drop>
      </Sheet>
      <Sheet title={t.history} flush>
        <Table
          caption={t.history}
          columns={columnsOf(props)}
          rows={props.files}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
        />
      </Sheet>
    </div>
  )
}
