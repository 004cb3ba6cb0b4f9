import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { Details } from '#ui/details.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Wording } from '../../table/amount.ts'
import type { CriterionInput } from '../../table/criterion.ts'
import type { ScoreTableInput } from '../../table/score-table.ts'
import type { TableDoubt } from '../../table/doubt.ts'
import { DoubtList } from '../../tables/pages/version-page.tsx'
import { tablePaths, type VersionAt } from '../../tables/paths.ts'
import { sayRule } from '../say-rule.ts'
import { wordsOf } from '../../tables/table-content.ts'
import { words as tableWords } from '../../tables/words.ts'
import type { Typed } from '../rule-draft.ts'
import { words } from '../words.ts'
import { ConflictNotice } from './conflict-notice.tsx'

export interface NodePageProps {
  at: VersionAt
  where: string
  edition: number
  tableTitle: string
  node: CriterionInput
  given: Typed
  assessors: Readonly<Record<string, Wording>>
  facts: ScoreTableInput['facts']
  doubts: readonly TableDoubt[]
  form: Returned
  conflict?: { who: string; theirs: string | null } | undefined
}

const Amounts = ({ given, form }: NodePageProps) => {
  const t = words(useLocale()).node
  const number = { inputmode: 'decimal' as const, narrow: true }
  return (
    <>
      <TextField {...fieldOf(form, 'max', given['max'])} {...number} label={t.max} help={t.maxHelp} />
      <SelectField
        {...fieldOf(form, 'column', given['column'])}
        label={t.column}
        none={t.columnNone}
        options={(['base', 'bonus', 'penalty'] as const).map((value) => ({ value, label: t.columns[value] }))}
      />
      <TextField {...fieldOf(form, 'maxBonus', given['maxBonus'])} {...number} label={t.maxBonus} />
      <TextField
        {...fieldOf(form, 'maxPenalty', given['maxPenalty'])}
        {...number}
        label={t.maxPenalty}
        help={t.penaltyHelp}
      />
    </>
  )
}

const Proof = ({ given, form, assessors }: NodePageProps) => {
  const t = words(useLocale()).node
  const options = Object.entries(assessors).map(([value, name]) => ({ value, label: wordsOf(name) }))
  return (
    <>
      {options.length > 0 && (
        <SelectField
          {...fieldOf(form, 'assessor', given['assessor'])}
          label={t.assessor}
          none={t.assessorNone}
          options={options}
        />
      )}
      <TextField {...fieldOf(form, 'measure', given['measure'])} label={t.measure} example="%, hội viên" narrow />
      <TextArea {...fieldOf(form, 'evidence', given['evidence'])} label={t.evidence} rows={2} maxlength={4000} />
      <TextArea {...fieldOf(form, 'note', given['note'])} label={t.note} rows={2} maxlength={4000} />
      <Details summary={t.advanced} open={form.errors.some(({ field }) => field === 'rest')}>
        <TextArea {...fieldOf(form, 'rest', given['rest'])} label={t.advanced} help={t.advancedHelp} rows={6} />
      </Details>
    </>
  )
}

const NodeForm = (props: NodePageProps) => {
  const t = words(useLocale()).node
  const { at, where, given, form } = props
  return (
    <PostedForm
      action={tablePaths.node(at, where)}
      form={form}
      submit={t.save}
      cancel={{ label: tableWords(useLocale()).cancel, href: `${tablePaths.version(...at)}#muc-${where}` }}
    >
      <input type="hidden" name="edition" value={String(props.edition)} />
      <input type="hidden" name="was" value={form.typed['was'] ?? given['code']} />
      <TextField
        {...fieldOf(form, 'code', given['code'])}
        label={t.code}
        help={t.codeHelp}
        maxlength={60}
        narrow
        required
      />
      <TextArea {...fieldOf(form, 'title', given['title'])} label={t.name} rows={3} maxlength={4000} required />
      <Amounts {...props} />
      <Proof {...props} />
    </PostedForm>
  )
}

const Rules = ({ at, where, node, facts }: NodePageProps) => {
  const locale = useLocale()
  const t = words(locale).node
  const rules = node.rules ?? []
  return (
    <Sheet title={t.rules}>
      {rules.length === 0 && <p class="mute">{t.noRules}</p>}
      <ul>
        {rules.map((rule, index) => (
          <li>
            {sayRule(rule, { locale, facts })}{' '}
            <a
              href={tablePaths.rule(at, where, String(index + 1))}
              aria-label={`${t.editRule}: ${sayRule(rule, { locale, facts })}`}
            >
              {t.editRule}
            </a>
          </li>
        ))}
      </ul>
      {(node.children ?? []).length === 0 && (
        <p>
          <LinkButton href={tablePaths.rule(at, where, 'moi')} icon="plus">
            {t.addRule}
          </LinkButton>
        </p>
      )}
    </Sheet>
  )
}

export const NodePage = (props: NodePageProps) => {
  const t = words(useLocale()).node
  const { at, node, doubts, conflict } = props
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: props.tableTitle, href: `${tablePaths.version(...at)}#muc-${props.where}` }]} />
      <PageHead title={t.title(node.code)} under={wordsOf(node.title)} />
      <ConflictNotice who={conflict?.who} theirs={conflict?.theirs ?? null} />
      {doubts.length > 0 && (
        <Sheet title={t.doubts}>
          <DoubtList doubts={doubts} />
        </Sheet>
      )}
      <Rules {...props} />
      <Sheet>
        <NodeForm {...props} />
      </Sheet>
    </div>
  )
}

interface NodeRemovalProps {
  at: VersionAt
  where: string
  edition: number
  node: CriterionInput
  inside: number
  refused?: string | undefined
}

export const NodeRemovalPage = ({ at, where, edition, node, inside, refused }: NodeRemovalProps) => {
  const t = words(useLocale()).node
  return (
    <div class="stack">
      <PageHead title={t.removal} under={`${node.code} ${wordsOf(node.title)}`} />
      {refused && <p class="field-error">{refused}</p>}
      <Sheet>
        <Confirm
          title={t.removal}
          what={t.removalWhat(node.code, String(inside))}
          whom={t.removalWhom}
          undo={t.removalUndo}
          action={tablePaths.nodeRemoval(at, where)}
          submit={t.removal}
          cancel={`${tablePaths.version(...at)}#muc-${where}`}
          danger
        >
          <input type="hidden" name="edition" value={String(edition)} />
        </Confirm>
      </Sheet>
    </div>
  )
}
