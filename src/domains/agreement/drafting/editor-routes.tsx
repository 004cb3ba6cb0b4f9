import { isConfirmed, nameOfText } from '#domains/law/legal-text.ts'
import { legalTexts, legalTextsById, type LegalTextRow } from '#domains/law/queries.ts'
import { Conflict, found } from '#platform/errors.ts'
import { readForm, type FormState } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type WebContext } from '#platform/web.ts'
import { agreementCan } from '../agreement.ts'
import { paths } from '../paths.ts'
import { clausesOfAgreement } from '../queries.ts'
import { words } from '../words.ts'
import { draftOf, type AgreementAt } from '../year-of.ts'
import { addClause, addClauseInput } from './add-clause.ts'
import { citation } from './beginnings.ts'
import { gatherDraft } from './gather-draft.ts'
import { moveClause, moveClauseInput } from './move-clause.ts'
import { clauseAnchor, type Choices } from './pages/clause-form.tsx'
import { ConflictPage } from './pages/conflict-page.tsx'
import { EditorPage, sectionAnchor } from './pages/editor-page.tsx'
import { fieldNames, headTexts, type HeadFormProps } from './pages/head-form.tsx'
import { removeClause, removeClauseInput } from './remove-clause.ts'
import { writeClause, writeClauseInput } from './write-clause.ts'
import { writeHead, writeHeadInput } from './write-head.ts'

const clauseForm = writeClauseInput.omit({ clause: true, details: true })

/** A text that nobody has checked against its source says so wherever it can be picked. */
const legalTextLabel = (text: LegalTextRow, unconfirmed: string) =>
  `${nameOfText(text)}${isConfirmed(text) ? '' : ` (${unconfirmed})`}: ${text.title}`

async function choicesOf(c: WebContext, members: readonly { unit: string; full_name: string }[]): Promise<Choices> {
  const texts = await legalTexts(c.var.db, {})
  return {
    units: members.map((member) => ({ value: member.unit, label: member.full_name })),
    legalTexts: texts.map((text) => ({
      value: text.id,
      label: legalTextLabel(text, words(c.var.locale).details.unconfirmed),
    })),
  }
}

async function showEditor(c: WebContext, { year, agreement, at }: AgreementAt, typed?: FormState) {
  if (!agreementCan('edit', agreement)) return c.redirect(paths.agreement(...at), 303)
  const draft = await gatherDraft(c.var.db, agreement.id, c.var.now)
  const head: HeadFormProps['head'] = { ...headTexts(agreement), ...typed?.typed }
  const errors = typed?.errors ?? []
  return c.render(
    <EditorPage
      bloc={at[0]}
      year={at[1]}
      blocName={year.bloc.name}
      label={year.label}
      head={{ version: agreement.head_version, head, errors }}
      clauses={draft.clauses}
      members={draft.facts.members}
      choices={await choicesOf(c, draft.members)}
    />,
    {
      title: words(c.var.locale).editor.heading(year.label),
      shell: 'workspace',
      blocYear: year.id,
      help: 'soan-giao-uoc',
    },
  )
}

const isScript = (c: WebContext) => c.req.header('accept')?.startsWith('application/json') === true

/** Why a script's form was not saved, each fault by the name of its field. */
function unsaved(c: WebContext, { errors }: FormState) {
  const { head, editor } = words(c.var.locale)
  const names: Readonly<Record<string, string>> = { ...fieldNames(head), text: editor.text }
  const faults = errors.map(({ field, message }) => `${names[field] ?? field}: ${message}`)
  return { errors, message: editor.unsaved(faults.join(' ')) }
}

/** `details.from=2021` of a form becomes `{ from: '2021' }`. */
function detailsOf(typed: Readonly<Record<string, string>>): Record<string, string> {
  const details = Object.entries(typed).filter(([name]) => name.startsWith('details.'))
  return Object.fromEntries(details.map(([name, value]) => [name.slice('details.'.length), value]))
}

/** The page with both texts, for a person; a script gets the conflict itself and sends the form as a page. */
async function showConflict(c: WebContext, draft: AgreementAt, clause: string, typed: FormState['typed']) {
  const saved = found((await clausesOfAgreement(c.var.db, draft.agreement.id)).find((one) => one.id === clause))
  c.status(409)
  return c.render(
    <ConflictPage
      action={paths.clause(...draft.at, clause)}
      editor={`${paths.editor(...draft.at)}#${clauseAnchor(clause)}`}
      version={saved.version}
      theirs={saved.text}
      mine={typed['text'] ?? ''}
      typed={typed}
    />,
    { title: words(c.var.locale).editor.conflict, shell: 'workspace', blocYear: draft.year.id },
  )
}

/** A legal basis that was only picked is written as papers cite it. */
async function textOfBasis(c: WebContext, { legalText = '' }: Readonly<Record<string, string>>): Promise<string> {
  const text = (
    await legalTextsById(
      c.var.db,
      [legalText].filter((id) => id !== ''),
    )
  ).get(legalText)
  return text === undefined ? '' : citation(text)
}

async function saveClause(c: WebContext) {
  const draft = await draftOf(c)
  const clause = idParam(c, 'clause')
  const form = await readForm(c, clauseForm)
  if (!form.ok) return isScript(c) ? c.json(unsaved(c, form), 422) : showEditor(c, draft)
  try {
    const details = detailsOf(form.typed)
    const text = form.value.text === '' ? await textOfBasis(c, details) : form.value.text
    const input = { version: form.value.version, text, clause, details }
    const saved = await writeClause(c.var.db, actorOf(c), input, c.var.now)
    if (isScript(c)) return c.json({ version: saved.version, savedAt: c.var.now.toISOString(), text })
    return c.redirect(`${paths.editor(...draft.at)}#${clauseAnchor(clause)}`, 303)
  } catch (error) {
    if (!(error instanceof Conflict) || isScript(c)) throw error
    return showConflict(c, draft, clause, form.typed)
  }
}

async function saveHead(c: WebContext) {
  const draft = await draftOf(c)
  const form = await readForm(c, writeHeadInput.omit({ agreement: true }))
  if (!form.ok) {
    if (isScript(c)) return c.json(unsaved(c, form), 422)
    c.status(422)
    return showEditor(c, draft, form)
  }
  const saved = await writeHead(c.var.db, actorOf(c), { ...form.value, agreement: draft.agreement.id }, c.var.now)
  if (isScript(c)) return c.json({ version: saved.version, savedAt: c.var.now.toISOString() })
  return c.redirect(paths.editor(...draft.at), 303)
}

async function addToSection(c: WebContext) {
  const draft = await draftOf(c)
  const form = await readForm(c, addClauseInput.pick({ section: true }))
  if (!form.ok) return showEditor(c, draft)
  const input = { agreement: draft.agreement.id, section: form.value.section }
  const clause = await addClause(c.var.db, actorOf(c), input, c.var.now)
  return c.redirect(`${paths.editor(...draft.at)}#${clauseAnchor(clause)}`, 303)
}

async function takeOut(c: WebContext) {
  const { at, agreement } = await draftOf(c)
  const id = idParam(c, 'clause')
  const form = await readForm(c, removeClauseInput.pick({ version: true }))
  const clause = found((await clausesOfAgreement(c.var.db, agreement.id)).find((one) => one.id === id))
  if (form.ok) await removeClause(c.var.db, actorOf(c), { clause: id, version: form.value.version }, c.var.now)
  return c.redirect(`${paths.editor(...at)}#${sectionAnchor(clause.section)}`, 303)
}

async function move(c: WebContext) {
  const { at } = await draftOf(c)
  const clause = idParam(c, 'clause')
  const form = await readForm(c, moveClauseInput.pick({ direction: true }))
  if (form.ok) await moveClause(c.var.db, actorOf(c), { clause, direction: form.value.direction }, c.var.now)
  return c.redirect(`${paths.editor(...at)}#${clauseAnchor(clause)}`, 303)
}

const at = [':bloc', ':year'] as const

export const editorRoutes = [
  get(paths.editor(...at), 'signed-in', async (c) => showEditor(c, await draftOf(c))),
  post(paths.head(...at), 'signed-in', saveHead),
  post(paths.clauses(...at), 'signed-in', addToSection),
  post(paths.clause(...at, ':clause'), 'signed-in', saveClause),
  post(paths.clauseRemoval(...at, ':clause'), 'signed-in', takeOut),
  post(paths.clauseMove(...at, ':clause'), 'signed-in', move),
]
