import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { ChoosableTable } from '../queries.ts'
import { words } from '../words.ts'

/** What stands in the form before anything was typed. */
export interface GivenRound {
  name: string
  selfDueOn: string
  crossDueOn: string
  verifyDueOn: string
  petitionDays: string
  hasCross: boolean
  /** Version → factor, of those that are chosen. */
  tables: ReadonlyMap<string, string>
}

export interface RoundFormPageProps {
  crumbs: readonly Crumb[]
  over: string
  isNew: boolean
  /** Tables stand once the round is open. */
  isOpen: boolean
  choices: readonly ChoosableTable[]
  given: GivenRound
  version: number
  form: Returned
  action: string
  back: string
  tables: string
}

const Choice = ({ choice, given, form }: Pick<RoundFormPageProps, 'given' | 'form'> & { choice: ChoosableTable }) => {
  const t = words(useLocale())
  const { version_id: id, code, title, number, is_shared: isShared } = choice
  const name = `${code} · ${title}, ${t.version.toLowerCase()} ${number}${isShared ? `, ${t.shared}` : ''}`
  return (
    <>
      <Checkbox {...tickOf(form, `table.${id}`, given.tables.has(id))} label={name} required />
      <TextField
        {...fieldOf(form, `factor.${id}`, given.tables.get(id) ?? '1')}
        label={t.factorOf(title)}
        help={t.form.factorHelp}
        inputmode="decimal"
        required
        narrow
      />
    </>
  )
}

/** Which tables count, whether members assess one another, and the last day of each stage. */
export const RoundFormPage = (props: RoundFormPageProps) => {
  const all = words(useLocale())
  const t = all.form
  const { form, given, choices, isOpen } = props
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={props.isNew ? t.title : t.changeTitle}
        under={isOpen ? t.changeNote : t.note}
      />
      {choices.length === 0 ? (
        <Empty title={t.noTables} action={<LinkButton href={props.tables}>{t.toTables}</LinkButton>}>
          <p>{t.noTablesBody}</p>
        </Empty>
      ) : (
        <Sheet>
          <PostedForm action={props.action} form={form} submit={t.save} cancel={{ label: t.back, href: props.back }}>
            <input type="hidden" name="version" value={String(props.version)} />
            <TextField
              {...fieldOf(form, 'name', given.name)}
              label={t.name}
              example={t.nameExample}
              maxlength={120}
              required
            />
            <Fieldset legend={t.tables} help={t.tablesHelp}>
              {choices.map((choice) => (
                <Choice choice={choice} given={given} form={form} />
              ))}
            </Fieldset>
            <DayField {...fieldOf(form, 'selfDueOn', given.selfDueOn)} label={t.selfDueOn} required />
            <Checkbox {...tickOf(form, 'hasCross', given.hasCross)} label={t.hasCross} required />
            <DayField {...fieldOf(form, 'crossDueOn', given.crossDueOn)} label={t.crossDueOn} help={t.crossHelp} />
            <DayField {...fieldOf(form, 'verifyDueOn', given.verifyDueOn)} label={t.verifyDueOn} required />
            <TextField
              {...fieldOf(form, 'petitionDays', given.petitionDays)}
              label={t.petitionDays}
              help={t.petitionHelp}
              inputmode="numeric"
              required
              narrow
            />
          </PostedForm>
        </Sheet>
      )}
    </div>
  )
}
