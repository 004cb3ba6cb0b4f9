import { z } from 'zod'
import { daysOffBetween } from '#domains/law/holidays/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { RuleViolation } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { checkDraft } from '../tables/check-draft.ts'
import { VersionPage } from '../tables/pages/version-page.tsx'
import { tablePaths } from '../tables/paths.ts'
import { headOf, readKeptVersion, readNodePlace, readVersion, type VersionPlace } from '../tables/read-place.ts'
import { ruleWords } from '../tables/rule-words.ts'
import { demandContent, readContentText, wordsOf } from '../tables/table-content.ts'
import { matchedCode } from '../engine/criterion-code.ts'
import { nodeAt, nodesOf, replaceNode, writePlace } from '../tables/table-tree.ts'
import { words as tableWords } from '../tables/words.ts'
import { writeDraft } from '../tables/write-draft.ts'
import { actOnTree, readAct } from './act-on-tree.ts'
import { withDaysOff, wrongDays } from './head-days.ts'
import { readHead, typeHead } from './head-draft.ts'
import { readNode, typeNode } from './node-draft.ts'
import { nodeRemovalRoutes } from './node-removal-routes.tsx'
import { HeadPage, TextPage } from './pages/head-page.tsx'
import { NodePage } from './pages/node-page.tsx'
import type { Typed } from './rule-draft.ts'
import { ruleRoutes } from './rule-routes.tsx'
import { editingForm, tellConflict, textsOf, wrongForm } from './tell-conflict.ts'
import { words } from './words.ts'

interface Told {
  conflict?: string
  refused?: string | undefined
}

async function showVersion(c: WebContext, told: Told = {}) {
  const place = await readVersion(c)
  const { version, at, mayKeep } = place
  const doubts = version.state === 'draft' ? checkDraft(version.content) : []
  const page = <VersionPage at={at} version={version} doubts={doubts} mayKeep={mayKeep} {...told} />
  return c.render(page, headOf(place, version.title))
}

async function actOn(c: WebContext) {
  const { version, at } = await readKeptVersion(c)
  return answerForm(c, {
    schema: z.object({ edition: z.coerce.number().int().positive(), act: z.string().max(60) }),
    run: ({ edition, act }) =>
      tellConflict(
        c,
        async () => {
          const wanted = readAct(act)
          const title = words(c.var.locale).edit.newTitle
          let anchor = ''
          const change = (content: typeof version.content) => {
            const done = actOnTree(content, wanted, title)
            anchor = writePlace(done.place)
            return done.table
          }
          const code = nodeAt(version.content, wanted.place)?.code ?? ''
          const did = wanted.act === 'after' || wanted.act === 'under' ? 'added' : 'moved'
          await writeDraft(c.var.db, actorOf(c), { version: version.id, edition, change, did, code }, c.var.now)
          return `${tablePaths.version(...at)}#muc-${anchor}`
        },
        (conflict) => showVersion(c, { conflict }),
      ),
    again: ({ refused }) => showVersion(c, { refused }),
    words: ruleWords,
  })
}

async function showNode(c: WebContext, form: ReturnedForm = emptyForm, who?: string) {
  const given = await readNodePlace(c)
  const { version, at } = given
  if (version.state !== 'draft') throw new RuleViolation('scoreTables.notADraft')
  // After a conflict the item may stand elsewhere: it is the one with the code that was on screen.
  const was = form.typed['was']
  const all = nodesOf(version.content.sections)
  const now = was === undefined ? undefined : all.find(({ node }) => matchedCode(node.code) === matchedCode(was))
  const node = now?.node ?? given.node
  const theirs = now === undefined ? null : `${now.node.code} ${wordsOf(now.node.title)}`
  const page = (
    <NodePage
      at={at}
      where={now === undefined ? given.where : writePlace(now.place)}
      edition={version.edition}
      tableTitle={version.title}
      node={node}
      given={typeNode(node)}
      assessors={version.content.assessors ?? {}}
      facts={version.content.facts}
      doubts={checkDraft(version.content).filter(
        ({ code }) => code !== null && matchedCode(code) === matchedCode(node.code),
      )}
      form={form}
      conflict={who === undefined ? undefined : { who, theirs }}
    />
  )
  return c.render(page, headOf(given, words(c.var.locale).node.title(node.code)))
}

async function saveNode(c: WebContext) {
  const { version, at, place, where, node } = await readNodePlace(c)
  return answerForm(c, {
    schema: editingForm,
    run: async (value) => {
      const typed = textsOf(value)
      const read = readNode(typed, node)
      const t = words(c.var.locale).node
      if (!read.ok) {
        const errors = read.fields.map((field) => ({ field, message: t.faults[field] ?? t.fault }))
        return showNode(c, wrongForm(c, typed, errors))
      }
      const change = (content: typeof version.content) => replaceNode(content, place, read.node)
      const did = { did: 'node' as const, code: read.node.code }
      const input = { version: version.id, edition: value.edition, change, ...did }
      const write = async () => {
        await writeDraft(c.var.db, actorOf(c), input, c.var.now)
        return `${tablePaths.version(...at)}#muc-${where}`
      }
      return tellConflict(c, write, (who) => showNode(c, { typed, errors: [] }, who))
    },
    again: (form) => showNode(c, form),
    words: ruleWords,
  })
}

async function keptDraft(c: WebContext): Promise<VersionPlace> {
  const place = await readKeptVersion(c)
  if (place.version.state !== 'draft') throw new RuleViolation('scoreTables.notADraft')
  return place
}

async function showHead(c: WebContext, form: ReturnedForm = emptyForm, conflict?: string) {
  const place = await keptDraft(c)
  const { version, at } = place
  const given = typeHead(version.content)
  const props = { at, edition: version.edition, title: version.title, given, form, conflict }
  return c.render(<HeadPage {...props} />, headOf(place, words(c.var.locale).head.title))
}

type Content = VersionPlace['version']['content']

const isDay = (text: string | undefined): text is string => z.iso.date().safeParse(text).success

/** The tenant's days off while the table is valid and in the year after, in which its last reports come in. */
async function tenantDays(c: WebContext, { validFrom, validTo = validFrom }: Content) {
  if (!isDay(validFrom) || !isDay(validTo)) throw new RuleViolation('scoreTables.validWhen')
  return daysOffBetween(c.var.db, validFrom, `${Number(validTo.slice(0, 4)) + 1}-12-31`)
}

/** What the form makes of the table; with the tenant's days where that was ticked. */
async function headChange(c: WebContext, typed: Typed, content: Content) {
  if (typed['fillDays'] !== 'on') return (before: Content) => readHead(typed, before)
  const days = await tenantDays(c, readHead(typed, content))
  return (before: Content) => withDaysOff(readHead(typed, before), days)
}

async function saveHead(c: WebContext) {
  const { version, at } = await readKeptVersion(c)
  return answerForm(c, {
    schema: editingForm,
    run: async (value) => {
      const typed = textsOf(value)
      const wrong = wrongDays(typed)
      if (wrong.length > 0) {
        const message = words(c.var.locale).head.notDays
        return showHead(
          c,
          wrongForm(
            c,
            typed,
            wrong.map((field) => ({ field, message })),
          ),
        )
      }
      const change = await headChange(c, typed, version.content)
      const write = async () => {
        const input = { version: version.id, edition: value.edition, change, did: 'head' as const }
        await writeDraft(c.var.db, actorOf(c), input, c.var.now)
        return tablePaths.version(...at)
      }
      return tellConflict(c, write, (who) => showHead(c, { typed, errors: [] }, who))
    },
    again: (form) => showHead(c, form),
    words: ruleWords,
  })
}

async function showText(c: WebContext, form: ReturnedForm = emptyForm, conflict?: string) {
  const place = await keptDraft(c)
  const { version, at } = place
  const text = JSON.stringify(version.content, null, 2)
  const props = { at, edition: version.edition, title: version.title, text, form, conflict }
  return c.render(<TextPage {...props} />, headOf(place, words(c.var.locale).textPage.title))
}

async function saveText(c: WebContext) {
  const { version, at } = await readKeptVersion(c)
  return answerForm(c, {
    schema: z.object({ edition: z.coerce.number().int().positive(), text: z.string().max(2_000_000) }),
    run: async ({ edition, text }) => {
      const read = readContentText(text)
      if (!read.ok) {
        const [fault] = read.faults
        const message = tableWords(c.var.locale).jsonPage.fault(fault?.at ?? '', fault?.message ?? '')
        return showText(c, wrongForm(c, { text }, [{ field: 'text', message }]))
      }
      demandContent(read.content)
      const write = async () => {
        const input = { version: version.id, edition, change: () => read.content, did: 'text' as const }
        await writeDraft(c.var.db, actorOf(c), input, c.var.now)
        return tablePaths.version(...at)
      }
      return tellConflict(c, write, (who) => showText(c, { typed: { text }, errors: [] }, who))
    },
    again: (form) => showText(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':table', ':number'] as const

/** A version on screen, and for who keeps it the editor of its draft. */
export const editorRoutes: Route[] = [
  get(tablePaths.version(...at), 'signed-in', (c) => showVersion(c)),
  post(tablePaths.tree(...at), 'signed-in', actOn),
  get(tablePaths.head(...at), 'signed-in', (c) => showHead(c)),
  post(tablePaths.head(...at), 'signed-in', saveHead),
  get(tablePaths.text(...at), 'signed-in', (c) => showText(c)),
  post(tablePaths.text(...at), 'signed-in', saveText),
  ...nodeRemovalRoutes,
  ...ruleRoutes,
  get(tablePaths.node(at, ':node'), 'signed-in', (c) => showNode(c)),
  post(tablePaths.node(at, ':node'), 'signed-in', saveNode),
]
