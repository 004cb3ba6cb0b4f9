import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { SheetRow } from '../../sheets/queries.ts'
import type { SheetState } from '../../sheets/sheet.ts'
import { words as scoringWords } from '../../words.ts'
import type { ChainRestart } from '../judging.ts'
import { words } from '../words.ts'

export interface ShownSheet {
  sheet: SheetRow
  unit: string
  total: string
  /** Criteria still to agree; nothing where that is not this person's to do. */
  open: number | undefined
  questions: number
  mayJudgeSheet: boolean
  href: string
}

interface OverviewProps {
  crumbs: readonly Crumb[]
  over: string
  sheets: readonly ShownSheet[]
  hasSeveral: boolean
  isOpen: boolean
  meeting: string | undefined
  screen: string
  leanings: string | undefined
  rules: { action: string; afterReturn: ChainRestart; mayChange: boolean }
  form: Returned
}

export const sheetShapes = {
  open: 'none',
  submitted: 'open',
  returned: 'late',
  verified: 'soon',
  agreed: 'done',
} satisfies Record<SheetState, StateKind>

const Sheets = ({ sheets, hasSeveral }: Pick<OverviewProps, 'sheets' | 'hasSeveral'>) => {
  const locale = useLocale()
  const t = words(locale)
  const { sheetStates } = scoringWords(locale)
  const columns: Column<ShownSheet>[] = [
    { key: 'unit', label: t.unit, cell: ({ unit, href }) => <a href={href}>{unit}</a> },
    ...(hasSeveral ? [{ key: 'table', label: t.table, cell: ({ sheet }: ShownSheet) => sheet.title }] : []),
    {
      key: 'state',
      label: t.state,
      cell: ({ sheet }) => <State kind={sheetShapes[sheet.state]}>{sheetStates[sheet.state]}</State>,
    },
    { key: 'total', label: t.total, cell: ({ total }) => total, numeric: true },
    {
      key: 'open',
      label: t.open,
      cell: ({ open }) => (open === undefined ? '' : open === 0 ? t.settled : t.openCount(String(open))),
    },
    {
      key: 'questions',
      label: t.questions,
      cell: ({ questions }) => (questions === 0 ? '' : t.waiting(String(questions))),
    },
    {
      key: 'do',
      label: '',
      cell: ({ mayJudgeSheet, href }) => (
        <LinkButton href={href} look="quiet">
          {mayJudgeSheet ? t.look : t.read}
        </LinkButton>
      ),
      bare: true,
    },
  ]
  return <Table caption={t.sheets} columns={columns} rows={sheets} />
}

const Rules = ({ rules, form }: Pick<OverviewProps, 'rules' | 'form'>) => {
  const t = words(useLocale()).rules
  if (!rules.mayChange) {
    return (
      <Sheet title={t.title}>
        <p>{t.choices[rules.afterReturn]}</p>
      </Sheet>
    )
  }
  return (
    <Sheet title={t.title}>
      <PostedForm action={rules.action} form={form} submit={t.do}>
        <RadioGroup
          {...fieldOf(form, 'afterReturn', rules.afterReturn)}
          label={t.title}
          required
          choices={(['whole', 'verifying'] as const).map((value) => ({ value, label: t.choices[value] }))}
        />
      </PostedForm>
    </Sheet>
  )
}

/** All sheets of a round with what is still to be settled in each. */
export const OverviewPage = (props: OverviewProps) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={t.title}
        under={t.intro}
        actions={
          props.meeting !== undefined && (
            <LinkButton href={props.meeting} look="plain">
              {t.meeting}
            </LinkButton>
          )
        }
      />
      {props.isOpen ? (
        <Sheet title={t.sheets} flush>
          <Sheets sheets={props.sheets} hasSeveral={props.hasSeveral} />
        </Sheet>
      ) : (
        <Empty title={t.notYet}>{t.notYetBody}</Empty>
      )}
      {props.isOpen && (
        <p class="row">
          <a href={props.screen}>{t.hall.screen}</a>
          {props.leanings !== undefined && <a href={props.leanings}>{t.leanings}</a>}
        </p>
      )}
      <Rules rules={props.rules} form={props.form} />
    </div>
  )
}
