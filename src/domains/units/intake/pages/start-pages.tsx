import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { formatMoment, formatNumber } from '#ui/format.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { IntakeKind, IntakeState } from '../intake.ts'
import { intakePaths } from '../paths.ts'
import type { IntakeShown } from '../queries.ts'
import { words, type IntakeWords } from '../words.ts'

export const stateKinds: Record<IntakeState, StateKind> = {
  previewed: 'open',
  applied: 'done',
  withdrawn: 'none',
  undone: 'none',
}

export function resultOf({ added, joined, skipped, rows }: IntakeShown, t: IntakeWords, locale: Locale): string {
  const [all, add, same, skip] = [rows, added, joined, skipped].map((count) => formatNumber(count ?? 0, locale))
  return added === null ? t.rows(all ?? '') : t.counts(add ?? '', same ?? '', skip ?? '')
}

const columns = (t: IntakeWords, locale: Locale): Column<IntakeShown>[] => [
  { key: 'file', label: t.columns.file, cell: (row) => <a href={intakePaths.intake(row.id)}>{row.file_name}</a> },
  { key: 'kind', label: t.columns.kind, cell: (row) => t.kinds[row.kind] },
  { key: 'uploader', label: t.columns.uploader, cell: (row) => row.uploader },
  { key: 'uploadedAt', label: t.columns.uploadedAt, cell: (row) => formatMoment(row.uploaded_at) },
  {
    key: 'state',
    label: t.columns.state,
    cell: (row) => <State kind={stateKinds[row.state]}>{t.states[row.state]}</State>,
  },
  { key: 'result', label: t.columns.result, cell: (row) => resultOf(row, t, locale) },
]

interface ListPageProps {
  locale: Locale
  kinds: readonly IntakeKind[]
  intakes: readonly IntakeShown[]
}

/** What may be brought in, and what was. */
export const ListPage = ({ locale, kinds, intakes }: ListPageProps) => {
  const t = words(locale)
  return (
    <div class="stack">
      <PageHead title={t.title} under={t.under} />
      {kinds.map((kind) => (
        <Sheet title={t.bring[kind]}>
          <div class="stack tight">
            <p>{t.bringBody[kind]}</p>
            <p class="row">
              <LinkButton look="main" icon="upload" href={intakePaths.upload(kind)}>
                {t.bring[kind]}
              </LinkButton>
              <LinkButton icon="download" href={intakePaths.template(kind)} download>
                {t.download}
              </LinkButton>
            </p>
          </div>
        </Sheet>
      ))}
      <Sheet title={t.earlier} flush>
        <Table
          caption={t.earlier}
          columns={columns(t, locale)}
          rows={intakes}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
        />
      </Sheet>
    </div>
  )
}

interface UploadPageProps {
  locale: Locale
  kind: IntakeKind
  form: Returned
  mostBytes: number
}

export const UploadPage = ({ locale, kind, form, mostBytes }: UploadPageProps) => {
  const t = words(locale)
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.title, href: intakePaths.list }]} />
      <PageHead title={t.bring[kind]} under={t.bringBody[kind]} />
      <Sheet title={t.steps.heading}>
        <div class="stack tight">
          <p>{t.steps.template}</p>
          <p>{t.steps.send}</p>
          <p>{t.steps.confirm}</p>
          <p>
            <LinkButton icon="download" href={intakePaths.template(kind)} download>
              {t.download}
            </LinkButton>
          </p>
        </div>
      </Sheet>
      <file-drop data-most-bytes={String(mostBytes)} data-too-large={t.tooLarge}>
        <PostedForm
          action={intakePaths.upload(kind)}
          form={form}
          submit={t.preview}
          cancel={{ label: t.cancel, href: intakePaths.list }}
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
    </div>
  )
}
