import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { ReturnedForm } from '#platform/answer-form.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatMoment, formatNumber } from '#ui/format.ts'
import { FileField } from '#ui/form/file-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import type { IntakeState, OpinionIntake } from '../intake.ts'
import { opinionImportPaths } from '../paths.ts'
import { words } from '../words.ts'

interface ImportListProps {
  year: BlocYearRow
  at: readonly [bloc: string, year: string]
  intakes: readonly OpinionIntake[]
  form: ReturnedForm
  mostBytes: number
}

export const stateKinds: Readonly<Record<IntakeState, StateKind>> = {
  previewed: 'open',
  applied: 'done',
  withdrawn: 'none',
  undone: 'none',
}

/** How a list is brought in, and the lists of the own unit. */
export const ImportListPage = ({ year, at, intakes, form, mostBytes }: ImportListProps) => {
  const locale = useLocale()
  const t = words(locale)
  const columns: Column<OpinionIntake>[] = [
    { key: 'name', label: t.name, cell: (row) => <a href={opinionImportPaths.one(row.id, ...at)}>{row.file_name}</a> },
    { key: 'at', label: t.uploadedAt, cell: (row) => formatMoment(row.uploaded_at) },
    { key: 'state', label: t.state, cell: ({ state }) => <State kind={stateKinds[state]}>{t.states[state]}</State> },
    {
      key: 'result',
      label: t.result,
      numeric: true,
      cell: ({ added }) => (added === null ? '' : formatNumber(added, locale)),
    },
  ]
  return (
    <YearFrame year={year} title={t.title} under={t.under} within>
      <Sheet title={t.how}>
        <ol>
          {t.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <p>
          <LinkButton icon="download" href={opinionImportPaths.template(...at)} download>
            {t.download}
          </LinkButton>
        </p>
      </Sheet>
      <Sheet>
        <file-drop data-most-bytes={String(mostBytes)} data-too-large={t.tooLarge}>
          <PostedForm action={opinionImportPaths.list(...at)} form={form} submit={t.preview} upload>
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
      <Sheet title={t.earlier} flush>
        <Table
          caption={t.earlier}
          columns={columns}
          rows={intakes}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
        />
      </Sheet>
    </YearFrame>
  )
}
