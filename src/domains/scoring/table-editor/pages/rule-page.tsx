import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { CriterionInput } from '../../table/criterion.ts'
import { tablePaths, type VersionAt } from '../../tables/paths.ts'
import { wordsOf } from '../../tables/table-content.ts'
import { words as tableWords } from '../../tables/words.ts'
import { rowsShown, type Typed } from '../rule-draft.ts'
import { everyField, type RuleField, type RuleForm } from '../rule-form.ts'
import { ruleForms } from '../rule-forms.ts'
import { words } from '../words.ts'
import { ConflictNotice } from './conflict-notice.tsx'

interface OfNode {
  at: VersionAt
  where: string
  node: CriterionInput
}

/** Which kind of rule; each with a plain sentence. */
export const ChooseRulePage = ({ at, where, node }: OfNode) => {
  const locale = useLocale()
  const t = words(locale).rule
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: words(locale).node.title(node.code), href: tablePaths.node(at, where) }]} />
      <PageHead title={t.chooseTitle(node.code)} under={wordsOf(node.title)} />
      <Sheet title={t.chooseIntro}>
        <ul class="rule-kinds">
          {ruleForms.map(({ kind, name, says }) => (
            <li>
              <a href={`${tablePaths.rule(at, where, 'moi')}?kieu=${kind}`}>{name[locale]}</a>
              <p class="mute">{says[locale]}</p>
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  )
}

export interface RulePageProps extends OfNode {
  edition: number
  /** '1', '2', or 'moi' for a new one. */
  rule: string
  kind: RuleForm
  given: Typed
  facts: readonly (readonly [key: string, label: string])[]
  form: Returned
  conflict?: string | undefined
}

const Input = ({
  field,
  name,
  label,
  props,
}: {
  field: RuleField
  name: string
  label: string
  props: RulePageProps
}) => {
  const locale = useLocale()
  const t = words(locale).rule
  const own = fieldOf(props.form, name, props.given[name])
  if (field.kind === 'choice') {
    const options = (field.choices ?? []).map((one) => ({ value: one.value, label: one.label[locale] }))
    return <SelectField {...own} label={label} none={t.asUsual} options={options} narrow />
  }
  if (field.kind === 'tick') return <Checkbox {...own} value="on" checked={own.value === 'on'} label={label} />
  if (field.kind === 'words') return <TextArea {...own} label={label} rows={2} maxlength={4000} />
  const help = field.kind === 'formula' && !name.includes('.') ? t.formulaHelp : field.help?.[locale]
  const isNarrow = field.kind !== 'formula' && field.kind !== 'list'
  return (
    <TextField
      {...own}
      label={label}
      help={help}
      narrow={isNarrow}
      required={field.required ?? false}
      maxlength={2000}
    />
  )
}

const Rows = (props: RulePageProps) => {
  const locale = useLocale()
  const t = words(locale).rule
  const { rows } = props.kind
  if (rows === undefined) return null
  const typed = { ...props.given, ...props.form.typed }
  return (
    <Fieldset legend={rows.label[locale]} help={t.rowsHelp}>
      {Array.from({ length: rowsShown(rows, props.given) }, (_none, index) => (
        <fieldset class="rule-row">
          <legend>{t.row(String(index + 1))}</legend>
          {rows.columns.map((field) => (
            <Input field={field} name={`${rows.key}.${index}.${field.key}`} label={field.label[locale]} props={props} />
          ))}
          <input type="hidden" name={`${rows.key}.${index}.rest`} value={typed[`${rows.key}.${index}.rest`] ?? ''} />
        </fieldset>
      ))}
    </Fieldset>
  )
}

const Every = (props: RulePageProps) => {
  const locale = useLocale()
  const t = words(locale).rule
  const own = new Set(props.kind.fields.map(({ key }) => key))
  const fields = everyField.filter(({ key }) => !own.has(key))
  const isUsed = fields.some(({ key }) => (props.given[key] ?? '') !== '')
  return (
    <>
      <Details summary={t.every} open={isUsed}>
        <div class="fields">
          {fields.map((field) => (
            <Input field={field} name={field.key} label={field.label[locale]} props={props} />
          ))}
        </div>
      </Details>
      <Details summary={t.advanced} open={(props.given['rest'] ?? '') !== '' || props.form.errors.length > 0}>
        <TextArea
          {...fieldOf(props.form, 'rest', props.given['rest'])}
          label={t.advanced}
          help={t.advancedHelp}
          rows={8}
        />
      </Details>
    </>
  )
}

/** The names that formulas may use, by what they are. */
const KnownFacts = ({ facts }: Pick<RulePageProps, 'facts'>) => {
  const t = words(useLocale()).rule
  if (facts.length === 0) return null
  return (
    <Details summary={t.knownFacts(String(facts.length))}>
      <ul>
        {facts.map(([key, label]) => (
          <li>
            <code>{key}</code>: {label}
          </li>
        ))}
      </ul>
    </Details>
  )
}

const RemoveRule = ({ at, where, rule, edition }: RulePageProps) => (
  <form method="post" action={tablePaths.rule(at, where, rule)}>
    <input type="hidden" name="edition" value={String(edition)} />
    <input type="hidden" name="remove" value="on" />
    <SubmitButton look="danger">{words(useLocale()).rule.remove}</SubmitButton>
  </form>
)

export const RulePage = (props: RulePageProps) => {
  const locale = useLocale()
  const t = words(locale).rule
  const { at, where, node, kind, rule, form } = props
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: words(locale).node.title(node.code), href: tablePaths.node(at, where) }]} />
      <PageHead over={t.editTitle(node.code)} title={kind.name[locale]} under={kind.says[locale]} />
      <ConflictNotice who={props.conflict} />
      <Sheet>
        <PostedForm
          action={tablePaths.rule(at, where, rule)}
          form={form}
          submit={t.save}
          cancel={{ label: tableWords(locale).cancel, href: tablePaths.node(at, where) }}
        >
          <input type="hidden" name="edition" value={String(props.edition)} />
          <input type="hidden" name="kieu" value={kind.kind} />
          <KnownFacts facts={props.facts} />
          {kind.fields.map((field) => (
            <Input field={field} name={field.key} label={field.label[locale]} props={props} />
          ))}
          <Rows {...props} />
          <Every {...props} />
        </PostedForm>
      </Sheet>
      {rule === 'moi' ? (
        <p>
          <a href={tablePaths.rule(at, where, 'moi')}>{t.other}</a>
        </p>
      ) : (
        <RemoveRule {...props} />
      )}
    </div>
  )
}
