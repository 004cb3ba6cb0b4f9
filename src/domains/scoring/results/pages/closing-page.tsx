import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { Details } from '#ui/details.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Round } from '../../rounds/round.ts'
import type { LevellingSign, Measures } from '../levelling.ts'
import type { RoundResult, RoundTie } from '../result.ts'
import type { Doubtful } from '../gather-doubtful.ts'
import { words } from '../words.ts'
import { DoubtfulSheet } from './doubtful-sheet.tsx'
import { ResultTable } from './result-table.tsx'
import { Signs } from './signs.tsx'

export interface ClosingPageProps {
  crumbs: readonly Crumb[]
  over: string
  round: Round
  result: RoundResult
  signs: readonly LevellingSign[]
  doubtful: Doubtful
  year: { bloc: string; label: string }
  measures: Measures
  nameOf: (unit: string) => string
  sheetOf: (unit: string) => string | undefined
  /** Each form as it came back; the others are empty. */
  forms: { tie: Returned; measures: Returned; closing: Returned }
  hrefs: { announcement: string; finish: string; measures: string; tie: string }
}

const TieForm = ({
  tie,
  form,
  action,
  nameOf,
}: { tie: RoundTie; form: Returned; action: string } & Pick<ClosingPageProps, 'nameOf'>) => {
  const t = words(useLocale())
  const options = tie.units.map((unit) => ({ value: unit, label: nameOf(unit) }))
  return (
    <Details summary={t.tie(tie.rank, tie.units.map(nameOf).join(', '))} open>
      <PostedForm action={action} form={form} submit={t.tieDo}>
        {tie.units.map((unit, index) => (
          <SelectField
            {...fieldOf(form, `units.${index}`, unit)}
            label={t.tieOrder(tie.rank + index)}
            options={options}
            required
          />
        ))}
        <Checkbox {...tickOf(form, 'isShared')} label={t.tieShared} />
        <TextArea {...fieldOf(form, 'reason')} label={t.tieReason} rows={3} maxlength={1000} required />
      </PostedForm>
    </Details>
  )
}

/** A form that came back belongs to the tie of its units. */
const formOf = (tie: RoundTie, form: Returned): Returned =>
  tie.units.includes(form.typed['units.0'] ?? '') ? form : { typed: {}, errors: [] }

const Ties = (props: ClosingPageProps) => {
  const t = words(useLocale())
  const { ties } = props.result
  if (ties.length === 0) return null
  return (
    <Sheet title={t.ties}>
      <p>{t.tiesBody}</p>
      {ties.map((tie) => (
        <TieForm tie={tie} form={formOf(tie, props.forms.tie)} action={props.hrefs.tie} nameOf={props.nameOf} />
      ))}
    </Sheet>
  )
}

const MeasuresForm = ({ measures, forms, hrefs }: ClosingPageProps) => {
  const t = words(useLocale())
  const form = forms.measures
  const shown = (text: string) => text.replace('.', ',')
  return (
    <Sheet>
      <Details summary={t.measures} open={form.errors.length > 0 || form.refused !== undefined}>
        <p class="mute">{t.measuresBody}</p>
        <PostedForm action={hrefs.measures} form={form} submit={t.keep}>
          <TextField {...fieldOf(form, 'nearTie', shown(measures.nearTie))} label={t.nearTie} required narrow />
          <TextField
            {...fieldOf(form, 'jumpPercent', shown(measures.jumpPercent))}
            label={t.jumpPercent}
            required
            narrow
          />
          <TextField
            {...fieldOf(form, 'mutualPercent', shown(measures.mutualPercent))}
            label={t.mutualPercent}
            required
            narrow
          />
        </PostedForm>
      </Details>
    </Sheet>
  )
}

const Closing = ({ round, result, forms, hrefs }: ClosingPageProps) => {
  const t = words(useLocale())
  const form = forms.closing
  const isFirst = round.state === 'verifying'
  const without = result.units.some(({ state }) => state === 'incomplete')
  return (
    <Sheet title={isFirst ? t.announce : t.finish}>
      <p>{isFirst ? t.announceBody(round.petition_days) : t.finishBody}</p>
      <PostedForm
        action={isFirst ? hrefs.announcement : hrefs.finish}
        form={form}
        submit={isFirst ? t.announce : t.finish}
      >
        <input type="hidden" name="version" value={String(round.version)} />
        {isFirst && without && <Checkbox {...tickOf(form, 'withoutResult')} label={t.withoutResult} />}
      </PostedForm>
    </Sheet>
  )
}

/** The head's closing screen: the figures as they stand, what is worth a look, ties, and the act itself. */
export const ClosingPage = (props: ClosingPageProps) => {
  const t = words(useLocale())
  const { round } = props
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead over={props.over} title={t.closingHeading} under={t.closingUnder} />
      <Sheet title={t.kinds.current} flush>
        <ResultTable units={props.result.units} sheetOf={props.sheetOf} />
      </Sheet>
      <Signs signs={props.signs} nameOf={props.nameOf} />
      <DoubtfulSheet doubtful={props.doubtful} nameOf={props.nameOf} year={props.year} />
      <Ties {...props} />
      <MeasuresForm {...props} />
      {(round.state === 'verifying' || round.state === 'provisional') && <Closing {...props} />}
    </div>
  )
}
