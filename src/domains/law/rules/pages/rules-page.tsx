import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { legalTextsPath } from '../../paths.ts'
import { words as lawWords } from '../../words.ts'
import { legalRuleCodes, type LegalRule } from '../legal-rule.ts'
import { rulePaths } from '../paths.ts'
import { words } from '../words.ts'

interface RulesPageProps {
  rules: readonly LegalRule[]
  mayKeep: boolean
  /** The lines that this person may verify. */
  mayConfirm: ReadonlySet<string>
  form: Returned
  /** What came back of the line `of`. */
  confirming: Returned
  of: string | undefined
}

type Words = ReturnType<typeof words>

/** A code that screens do not know any more is shown as it stands. */
const nameOf = (code: string, t: Words) => (t.codes as Readonly<Record<string, string>>)[code] ?? code

const valueOf = ({ measure, value }: Pick<LegalRule, 'measure' | 'value'>, t: Words) =>
  t.values[measure](measure === 'day_of_year' ? value.split('-').toReversed().join('/') : value)

const Rules = ({ rules }: Pick<RulesPageProps, 'rules'>) => {
  const t = words(useLocale())
  return (
    <Table
      caption={t.title}
      rows={rules}
      rowId={({ id }) => `dong-${id}`}
      empty={<Empty title={t.none} />}
      columns={[
        { key: 'rule', label: t.rule, cell: ({ code }) => nameOf(code, t) },
        { key: 'value', label: t.value, cell: (rule) => valueOf(rule, t) },
        {
          key: 'from',
          label: t.from,
          cell: (rule) => (rule.in_force_from ? formatDay(rule.in_force_from) : t.unknown),
        },
        { key: 'to', label: t.to, cell: (rule) => (rule.in_force_to ? formatDay(rule.in_force_to) : '–') },
        { key: 'text', label: t.textName, cell: (rule) => rule.text_name },
        { key: 'source', label: t.source, cell: ({ source }) => source || '–' },
        {
          key: 'state',
          label: t.state,
          cell: ({ confirmed_at }) =>
            confirmed_at === null ? (
              <State kind="open">{t.unconfirmed}</State>
            ) : (
              <State kind="done">{t.confirmed}</State>
            ),
        },
      ]}
    />
  )
}

const Waiting = ({ rules, mayConfirm, confirming, of }: RulesPageProps) => {
  const t = words(useLocale())
  const open = rules.filter(({ confirmed_at }) => confirmed_at === null)
  if (open.length === 0) return null
  return (
    <Sheet title={t.waiting}>
      <div class="stack">
        {open.map((rule) => (
          <div>
            <h3>
              {nameOf(rule.code, t)}: {valueOf(rule, t)}
            </h3>
            {mayConfirm.has(rule.id) ? (
              <PostedForm
                action={rulePaths.confirmation(rule.id)}
                form={of === rule.id ? confirming : { typed: {}, errors: [] }}
                submit={t.confirm}
              >
                <TextField
                  {...fieldOf(of === rule.id ? confirming : { typed: {}, errors: [] }, 'source')}
                  id={`source-${rule.id}`}
                  label={t.confirmSource}
                  maxlength={500}
                  required
                />
              </PostedForm>
            ) : (
              <p class="mute">{t.confirmApart}</p>
            )}
            <form method="post" action={rulePaths.removal(rule.id)}>
              <SubmitButton look="quiet">
                {t.remove}
                <span class="hidden-text"> {nameOf(rule.code, t)}</span>
              </SubmitButton>
            </form>
          </div>
        ))}
      </div>
    </Sheet>
  )
}

const AddForm = ({ form }: Pick<RulesPageProps, 'form'>) => {
  const t = words(useLocale())
  const options = legalRuleCodes.map((value) => ({ value, label: t.codes[value] }))
  return (
    <Sheet title={t.add}>
      <PostedForm action={rulePaths.list} form={form} submit={t.save}>
        <SelectField {...fieldOf(form, 'code')} label={t.rule} options={options} required />
        <TextField {...fieldOf(form, 'value')} label={t.value} help={t.valueHelp} maxlength={20} narrow required />
        <TextField {...fieldOf(form, 'textName')} label={t.textName} example={t.textExample} maxlength={300} required />
        <DayField {...fieldOf(form, 'inForceFrom')} label={t.from} help={t.fromHelp} required />
        <DayField {...fieldOf(form, 'inForceTo')} label={t.to} />
        <TextField {...fieldOf(form, 'source')} label={t.source} maxlength={500} />
      </PostedForm>
    </Sheet>
  )
}

/** What the law gives in numbers, by its days; for who keeps it the forms under the list. */
export const RulesPage = (props: RulesPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: lawWords(locale).title, href: legalTextsPath }]} />
      <PageHead title={t.title} under={t.intro} />
      <Sheet flush>
        <Rules rules={props.rules} />
      </Sheet>
      {props.mayKeep && <Waiting {...props} />}
      {props.mayKeep && <AddForm form={props.form} />}
    </div>
  )
}
