import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Actions } from '#ui/form/actions.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import type { SheetRow } from '../../sheets/queries.ts'
import { words as scoringWords } from '../../words.ts'
import type { JudgingStage } from '../judging.ts'
import type { ExplanationRow, ReopeningRow } from '../queries.ts'
import type { Unsettled } from '../unsettled.ts'
import { words } from '../words.ts'
import { Explanations } from '../../explanations/pages/explanations.tsx'
import { sheetShapes } from './overview-page.tsx'
import { SideBySide, type SideProps } from './side-by-side.tsx'

export interface FactChoice {
  key: string
  label: string
  edition: number
}

export interface CorrectedFact {
  label: string
  before: string
  after: string
  by: string
  reason: string
}

/** Forms of the page that may come back, each in its own place. */
export interface SheetForms {
  fact?: Returned
  ask?: Returned
  reopen?: Returned
  refused?: string
}

export interface SheetPageProps extends Omit<SideProps, 'stage'> {
  crumbs: readonly Crumb[]
  unit: string
  sheet: SheetRow
  total: string
  /** The stage at which the reader may judge; nothing: only reads. */
  stage: JudgingStage | undefined
  unsettled: readonly Unsettled[]
  facts: readonly FactChoice[]
  corrected: readonly CorrectedFact[]
  explanations: readonly (ExplanationRow & { href: string; isLate: boolean })[]
  reopenings: readonly (ReopeningRow & { href: string })[]
  mayReopen: boolean
  codes: readonly { code: string; title: string }[]
  history: readonly HistoryEntry[]
  forms: SheetForms
  at: { agreed: string; fact: string; verification: string; ask: string; reopen: string; sheet: string }
}

const nothing: Returned = { typed: {}, errors: [] }
const cameBack = (form: Returned | undefined) => form !== undefined

const Agreeing = (props: SheetPageProps & { stage: JudgingStage }) => {
  const t = words(useLocale()).sheet
  return (
    <form method="post" action={props.at.agreed} class="stack" novalidate>
      <grid-keys>
        <SideBySide {...props} />
      </grid-keys>
      <div class="grid-foot">
        <p class="mute">{t.saveNote}</p>
        <Actions>
          <SubmitButton look="main">{t.save}</SubmitButton>
          <SubmitButton look="plain" name="next" value="take">
            {t.take}
          </SubmitButton>
        </Actions>
      </div>
    </form>
  )
}

const Concluding = ({ stage, unsettled, sheet, at }: SheetPageProps & { stage: JudgingStage }) => {
  const t = words(useLocale()).sheet
  return (
    <Sheet title={t.conclude[stage]}>
      <div class="stack">
        {unsettled.length > 0 && (
          <>
            <p>{t.unsettled}:</p>
            <ul>
              {unsettled.map(({ code, why }) => (
                <li>
                  <a href={`#muc-${code}`}>{code}</a> ({t.why[why]})
                </li>
              ))}
            </ul>
          </>
        )}
        <p class="mute">{t.concludeNote}</p>
        <form method="post" action={at.verification}>
          <input type="hidden" name="edition" value={String(sheet.edition)} />
          <Actions>
            <SubmitButton look="main" icon="check">
              {t.conclude[stage]}
            </SubmitButton>
            <LinkButton href={at.sheet}>{t.toReturn}</LinkButton>
          </Actions>
        </form>
      </div>
    </Sheet>
  )
}

const Correcting = ({ facts, forms, at }: SheetPageProps) => {
  const t = words(useLocale()).facts
  const form = forms.fact ?? nothing
  if (facts.length === 0) return null
  return (
    <Details summary={t.title} open={cameBack(forms.fact)}>
      <p>{t.note}</p>
      <PostedForm action={at.fact} form={form} submit={t.do}>
        <SelectField
          {...fieldOf(form, 'key')}
          label={t.fact}
          options={facts.map(({ key, label }) => ({ value: key, label }))}
          required
        />
        <TextField {...fieldOf(form, 'text')} label={t.value} help={t.valueHelp} />
        <TextArea {...fieldOf(form, 'reason')} label={t.reason} rows={2} maxlength={2000} required />
      </PostedForm>
    </Details>
  )
}

const Asking = ({ codes, forms, at }: SheetPageProps) => {
  const t = words(useLocale()).explain
  const form = forms.ask ?? nothing
  const error = form.errors.find(({ field }) => field === 'codes')?.message
  return (
    <Details summary={t.ask} open={cameBack(forms.ask)}>
      <p>{t.askNote}</p>
      <PostedForm action={at.ask} form={form} submit={t.do}>
        <Fieldset legend={t.codes} help={error}>
          {codes.map(({ code, title }) => (
            <Checkbox {...tickOf(form, `code.${code}`)} label={`${code} ${title}`} />
          ))}
        </Fieldset>
        <TextArea {...fieldOf(form, 'question')} label={t.question} rows={3} maxlength={4000} required />
        <DayField {...fieldOf(form, 'dueOn')} label={t.dueOn} required />
      </PostedForm>
    </Details>
  )
}

const Corrected = ({ corrected }: Pick<SheetPageProps, 'corrected'>) => {
  const t = words(useLocale()).facts
  if (corrected.length === 0) return null
  return (
    <Sheet title={t.corrected} flush>
      <Table
        caption={t.corrected}
        rows={corrected}
        columns={[
          { key: 'fact', label: t.fact, cell: ({ label }) => label },
          { key: 'before', label: t.before, cell: ({ before }) => before || t.none },
          { key: 'after', label: t.after, cell: ({ after }) => after || t.none },
          { key: 'reason', label: t.reason, cell: ({ reason }) => reason },
          { key: 'by', label: t.by, cell: ({ by }) => by },
        ]}
      />
    </Sheet>
  )
}

const Reopenings = ({ reopenings, mayReopen, forms, at }: SheetPageProps) => {
  const t = words(useLocale()).reopening
  const form = forms.reopen ?? nothing
  return (
    <>
      {reopenings.length > 0 && (
        <Sheet title={t.list} flush>
          <Table
            caption={t.list}
            rows={reopenings}
            columns={[
              { key: 'reason', label: t.reason, cell: ({ reason, href }) => <a href={href}>{reason}</a> },
              { key: 'asked', label: t.askedBy, cell: (one) => one.asked_name },
              { key: 'state', label: words(useLocale()).state, cell: ({ state }) => t.states[state] },
              { key: 'decided', label: t.decidedBy, cell: (one) => one.decided_name ?? '' },
            ]}
          />
        </Sheet>
      )}
      {mayReopen && (
        <Details summary={t.title} open={cameBack(forms.reopen)}>
          <p>{t.note}</p>
          <PostedForm action={at.reopen} form={form} submit={t.do}>
            <TextArea {...fieldOf(form, 'reason')} label={t.reason} rows={3} maxlength={2000} required />
          </PostedForm>
        </Details>
      )}
    </>
  )
}

/** One sheet as it is judged: what everyone said side by side, and what was agreed. */
export const SheetPage = (props: SheetPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { sheet, stage, forms } = props
  const told: Readonly<Record<string, string>> = { verified: t.sheet.verified, agreed: t.sheet.accepted }
  const settled = told[sheet.state]
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={t.sheet.over(sheet.title)}
        title={props.unit}
        state={<State kind={sheetShapes[sheet.state]}>{scoringWords(locale).sheetStates[sheet.state]}</State>}
        under={`${t.total}: ${props.total}`}
      />
      {forms.refused !== undefined && <Notice kind="error" title={forms.refused} />}
      {props.returned.size > 0 && <Notice kind="error" title={t.sheet.faultsTitle} />}
      {settled !== undefined && <p>{settled}</p>}
      {stage === undefined && settled === undefined && <p class="mute">{t.sheet.notYours}</p>}
      {stage === undefined ? <SideBySide {...props} stage={undefined} /> : <Agreeing {...props} stage={stage} />}
      <p class="mute">{t.sheet.proposedHelp}</p>
      {stage !== undefined && <Correcting {...props} />}
      <Corrected corrected={props.corrected} />
      <Sheet title={t.explain.title}>
        <div class="stack">
          <Explanations explanations={props.explanations} />
          {stage !== undefined && <Asking {...props} />}
        </div>
      </Sheet>
      {stage !== undefined && <Concluding {...props} stage={stage} />}
      <Reopenings {...props} />
      <Sheet title={t.state}>
        <History entries={props.history} />
      </Sheet>
    </div>
  )
}
