import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { found, NotFound, RuleViolation } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import type { CriterionInput } from '../table/criterion.ts'
import type { ScoreTableInput } from '../table/score-table.ts'
import { tablePaths } from '../tables/paths.ts'
import { headOf, readNodePlace, type NodePlace } from '../tables/read-place.ts'
import { ruleWords } from '../tables/rule-words.ts'
import { wordsOf } from '../tables/table-content.ts'
import { nodeAt, replaceNode } from '../tables/table-tree.ts'
import { writeDraft } from '../tables/write-draft.ts'
import { ChooseRulePage, RulePage } from './pages/rule-page.tsx'
import { readRule, typeRule, withFacts, type RuleInput } from './rule-draft.ts'
import type { RuleForm } from './rule-form.ts'
import { formOf } from './rule-forms.ts'
import { editingForm, tellConflict, textsOf, wrongForm } from './tell-conflict.ts'
import { words } from './words.ts'

interface RulePlace extends NodePlace {
  rule: string
  /** Where it stands among the rules of the node; at their end when it is new. */
  index: number
  before: RuleInput | undefined
}

async function rulePlace(c: WebContext): Promise<RulePlace> {
  const place = await readNodePlace(c)
  const [rule, rules] = [param(c, 'rule'), place.node.rules ?? []]
  if (rule === 'moi') return { ...place, rule, index: rules.length, before: undefined }
  const index = /^[1-9]\d?$/u.test(rule) ? Number(rule) - 1 : -1
  return { ...place, rule, index, before: found(rules[index]) }
}

async function showRule(c: WebContext, form: ReturnedForm = emptyForm, conflict?: string) {
  const given = await rulePlace(c)
  const { at, where, node, rule, before, version } = given
  const asked = form.typed['kieu'] ?? c.req.query('kieu')
  const kind = asked === undefined ? before && formOf(before.rule) : found(formOf(asked))
  const title = words(c.var.locale).rule
  if (kind === undefined) {
    return c.render(<ChooseRulePage at={at} where={where} node={node} />, headOf(given, title.chooseTitle(node.code)))
  }
  const same = before?.rule === kind.kind ? before : undefined
  const facts = Object.entries(version.content.facts ?? {}).map(([key, { label }]) => [key, wordsOf(label)] as const)
  const props = { at, where, node, rule, kind, facts, form, conflict, edition: version.edition }
  return c.render(<RulePage {...props} given={typeRule(kind, same)} />, headOf(given, title.editTitle(node.code)))
}

function withRules({ rules: _before, ...node }: CriterionInput, rules: RuleInput[]): CriterionInput {
  return rules.length === 0 ? node : { ...node, rules }
}

/** Puts a rule in its place in the draft, or takes it away; new facts are entered in the table's list. */
function changeOf({ place, index }: RulePlace, put: { form: RuleForm; rule: RuleInput } | undefined) {
  return (content: ScoreTableInput): ScoreTableInput => {
    const node = nodeAt(content, place)
    if (node === undefined) throw new RuleViolation('scoreTables.noNode')
    if ((node.children ?? []).length > 0) throw new RuleViolation('scoreTables.hasChildren')
    const rules = (node.rules ?? []).toSpliced(index, 1, ...(put === undefined ? [] : [put.rule]))
    const changed = replaceNode(content, place, withRules(node, rules))
    return put === undefined ? changed : withFacts(changed, { ...put, node })
  }
}

function readPut(given: RulePlace, typed: Record<string, string>) {
  const form = formOf(typed['kieu'] ?? '')
  if (form === undefined) throw new NotFound()
  const read = readRule(form, typed, { node: given.node, before: given.before })
  return read.ok ? { ok: true as const, put: { form, rule: read.rule } } : read
}

async function saveRule(c: WebContext) {
  const given = await rulePlace(c)
  const { version, at, where, node } = given
  const t = words(c.var.locale).rule
  return answerForm(c, {
    schema: editingForm,
    run: async (value) => {
      const typed = textsOf(value)
      const read = typed['remove'] === 'on' ? { ok: true as const, put: undefined } : readPut(given, typed)
      if (!read.ok) {
        const errors = read.fields.map((field) => ({ field, message: field === 'rest' ? t.restFault : t.fault }))
        return showRule(c, wrongForm(c, typed, errors))
      }
      const did = { did: 'rule' as const, code: node.code, change: changeOf(given, read.put) }
      const write = async () => {
        await writeDraft(c.var.db, actorOf(c), { version: version.id, edition: value.edition, ...did }, c.var.now)
        return tablePaths.node(at, where)
      }
      return tellConflict(c, write, (who) => showRule(c, { typed, errors: [] }, who))
    },
    again: (form) => showRule(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':table', ':number'] as const

/** How a leaf gives its points: a kind from the list, then its form. */
export const ruleRoutes: Route[] = [
  get(tablePaths.rule(at, ':node', ':rule'), 'signed-in', (c) => showRule(c)),
  post(tablePaths.rule(at, ':node', ':rule'), 'signed-in', saveRule),
]
