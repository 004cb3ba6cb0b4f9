import type { Child } from 'hono/jsx'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { dayOf } from '#platform/clock.ts'
import { sayValue } from '../../cards/say-value.ts'
import { targetPaths } from '../../paths.ts'
import type { Target } from '../../target.ts'
import { words as targetWords } from '../../words.ts'
import { touches, type Touch, type UnitTerms } from '../change.ts'
import type { AskedUnit, ChangeRow } from '../queries.ts'
import { words } from '../words.ts'
import { AppendixNotice, ChangeState } from './changes-page.tsx'

export interface ChangePageProps {
  at: readonly [bloc: string, year: string]
  target: Target
  change: ChangeRow
  asked: readonly AskedUnit[]
  unitNames: ReadonlyMap<string, string>
  /** Units for which the reader may still answer. */
  answers: readonly string[]
  mayWithdraw: boolean
  form: Returned
}

function usePartsOf({ target, unitNames }: ChangePageProps) {
  const locale = useLocale()
  const [t, own] = [words(locale), targetWords(locale)]
  const plan = (terms: UnitTerms | undefined) =>
    terms?.isAssigned === true ? sayValue(terms.planned, target, locale) : t.notAssigned
  const text = (what: 'name' | 'explanation' | 'dueOn', value: string) =>
    value === '' ? t.nothing : what === 'dueOn' ? formatDay(value) : value
  return (touch: Touch): { where: string; before: Child; after: Child } => {
    if (touch.what === 'isWithdrawn') return { where: t.target, before: t.kept, after: t.dropped }
    if (touch.what === 'plan') {
      const where = t.plan(unitNames.get(touch.unit) ?? '')
      return { where, before: plan(touch.before), after: plan(touch.after) }
    }
    const { what, before, after } = touch
    return { where: own.fields[what], before: text(what, before), after: text(what, after) }
  }
}

const Parts = (props: ChangePageProps) => {
  const t = words(useLocale())
  const part = usePartsOf(props)
  return (
    <Sheet title={t.what} flush>
      <Table
        caption={t.what}
        rows={touches(props.change.before, props.change.after).map(part)}
        columns={[
          { key: 'where', label: t.where, cell: (row) => row.where },
          { key: 'before', label: t.before, cell: (row) => row.before },
          { key: 'after', label: t.after, cell: (row) => row.after },
        ]}
      />
    </Sheet>
  )
}

const AnswerState = ({ asked }: { asked: AskedUnit }) => {
  const t = words(useLocale())
  if (asked.agrees === true) return <State kind="done">{t.agrees}</State>
  if (asked.agrees === false) return <State kind="late">{t.refuses}</State>
  return asked.left_on === null ? <State kind="open">{t.waiting}</State> : <State kind="none">{t.left}</State>
}

const Answers = ({ asked }: Pick<ChangePageProps, 'asked'>) => {
  const t = words(useLocale())
  const agreed = asked.filter((one) => one.agrees === true).length
  const all = asked.filter((one) => one.left_on === null).length
  return (
    <Sheet title={t.answers} beside={<span class="mute">{t.answered(String(agreed), String(all))}</span>} flush>
      <Table
        caption={t.answers}
        rows={asked}
        columns={[
          { key: 'unit', label: t.unit, cell: (one) => one.name },
          { key: 'state', label: t.state, cell: (one) => <AnswerState asked={one} /> },
          { key: 'who', label: t.answeredBy, cell: (one) => one.given_name },
          { key: 'when', label: t.answeredOn, cell: (one) => one.given_at && formatDay(dayOf(one.given_at)) },
          { key: 'reason', label: t.refusalReason, cell: (one) => one.reason },
        ]}
      />
    </Sheet>
  )
}

const AnswerForm = ({
  at,
  change,
  unit,
  name,
  form,
}: Pick<ChangePageProps, 'at' | 'change' | 'form'> & { unit: string; name: string }) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.yourAnswer(name)}>
      <p class="field-help">{t.yourAnswerHelp}</p>
      <PostedForm action={targetPaths.consent(...at, change.id)} form={form} submit={t.give}>
        <input type="hidden" name="unit" value={unit} />
        <RadioGroup
          {...fieldOf(form, 'answer')}
          label={t.answer}
          required
          choices={[
            { value: 'agree', label: t.choices.agree },
            { value: 'refuse', label: t.choices.refuse },
          ]}
        />
        <TextArea
          {...fieldOf(form, 'reason')}
          label={t.refusalReason}
          help={t.refusalReasonHelp}
          rows={3}
          maxlength={1000}
        />
      </PostedForm>
    </Sheet>
  )
}

export const ChangePage = (props: ChangePageProps) => {
  const locale = useLocale()
  const [t, own] = [words(locale), targetWords(locale)]
  const { at, change, target } = props
  const crumbs = [
    { label: own.title, href: targetPaths.list(...at) },
    { label: target.code, href: targetPaths.card(...at, target.code) },
    { label: t.title, href: targetPaths.changes(...at) },
  ]
  const withdraw = (
    <form method="post" action={targetPaths.changeWithdrawal(...at, change.id)}>
      <SubmitButton look="plain">{t.withdraw}</SubmitButton>
    </form>
  )
  return (
    <div class="stack">
      <Breadcrumb crumbs={crumbs} />
      <PageHead
        over={target.name}
        title={t.ofTarget(change.code)}
        state={<ChangeState state={change.state} />}
        under={t.proposedOn(formatDay(dayOf(change.proposed_at)), change.proposed_name)}
        actions={props.mayWithdraw && withdraw}
      />
      <AppendixNotice />
      <Sheet title={t.reason}>
        <p>{change.reason}</p>
      </Sheet>
      <Parts {...props} />
      {props.answers.length === 0 && props.form.refused && <Notice kind="error">{props.form.refused}</Notice>}
      {props.answers.map((unit) => (
        <AnswerForm at={at} change={change} form={props.form} unit={unit} name={props.unitNames.get(unit) ?? ''} />
      ))}
      <Answers asked={props.asked} />
    </div>
  )
}
