import { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { peopleOfMembers } from '#domains/blocs/members/name-secretary.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { keepsConsultations } from '../access.ts'
import { showComments } from '../comments/comment-routes.tsx'
import { consultationPaths } from '../paths.ts'
import { consultationPattern, placeHead, readConsultation, readPlace, yearPattern } from '../read-place.ts'
import { readProvisions } from '../reading/read-provisions.ts'
import { words } from '../words.ts'
import { addConsultation, addConsultationInput } from './add-consultation.ts'
import { closeConsultation } from './close-consultation.ts'
import { correctText, correctTextInput } from './correct-text.ts'
import { openConsultation, openConsultationInput } from './open-consultation.ts'
import { DraftPage } from './pages/draft-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { OpenPage } from './pages/open-page.tsx'
import { TextPage } from './pages/text-page.tsx'
import { consultationsOf, provisionsOf } from './queries.ts'
import { withdrawConsultation, withdrawConsultationInput } from './withdraw-consultation.ts'

const ruleWords = { consultation: words, policyComments: words, blocs: blocWords }
const help = 'gop-y-chinh-sach'
const which = { blocYear: true, consultation: true } as const

async function showList(c: WebContext) {
  const { year, at, actor, isOpen } = await readPlace(c)
  const consultations = await consultationsOf(c.var.db, year.id)
  const mayBring = isOpen && keepsConsultations(actor, year.id)
  return c.render(
    <ListPage {...{ year, at, consultations, mayBring }} />,
    placeHead(year, words(c.var.locale).title, help),
  )
}

async function showBring(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, actor } = await readPlace(c)
  demand(keepsConsultations(actor, year.id))
  const page = <TextPage {...{ year, at, form }} consultation={undefined} />
  return c.render(page, placeHead(year, words(c.var.locale).bring, help))
}

async function draftSent(text: string, file: File | undefined) {
  if (file === undefined) return text.trim() === '' ? ('noText' as const) : { text }
  if (text.trim() !== '') return 'textOrFile' as const
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

async function bring(c: WebContext) {
  const { year, at, actor } = await readPlace(c)
  demand(keepsConsultations(actor, year.id))
  const { db, now, locale } = c.var
  const again = (typed: ReturnedForm['typed'], field: string, message: string) => {
    c.status(422)
    return showBring(c, { typed, errors: [{ field, message }] })
  }
  return answerForm(c, {
    schema: addConsultationInput,
    run: async ({ text, ...head }, files) => {
      const draft = await draftSent(text, files.get('file'))
      if (typeof draft === 'string') return again({ ...head, text }, 'text', words(locale)[draft])
      const added = await addConsultation(db, actor, { ...head, blocYear: year.id, draft }, now)
      if (added.ok) return consultationPaths.one(...at, added.id)
      return again({ ...head, text }, 'text' in draft ? 'text' : 'file', added.message[locale])
    },
    again: (form) => showBring(c, form),
    words: ruleWords,
  })
}

async function showOne(c: WebContext) {
  const { year, at, actor, isOpen, consultation } = await readConsultation(c)
  if (consultation.state !== 'draft') return showComments(c)
  const { db, locale } = c.var
  const props = {
    year,
    at,
    consultation,
    provisions: await provisionsOf(db, consultation.id),
    read: readProvisions(consultation.source_text),
    mayKeep: isOpen && keepsConsultations(actor, year.id),
    history: tellHistory(await historyOf(db, consultation.id), words(locale).deeds),
  }
  return c.render(<DraftPage {...props} />, placeHead(year, consultation.title, help))
}

async function showText(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, actor, consultation } = await readConsultation(c)
  demand(keepsConsultations(actor, year.id))
  const page = <TextPage {...{ year, at, consultation, form }} />
  return c.render(page, placeHead(year, words(c.var.locale).correct, help))
}

async function correct(c: WebContext) {
  const { actor, year, here, ids } = await readConsultation(c)
  demand(keepsConsultations(actor, year.id))
  return answerForm(c, {
    schema: correctTextInput.omit(which),
    run: async (input) => {
      await correctText(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return consultationPaths.one(...here)
    },
    again: (form) => showText(c, form),
    words: ruleWords,
  })
}

async function showOpening(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, actor, consultation } = await readConsultation(c)
  demand(keepsConsultations(actor, year.id))
  const { db, now } = c.var
  const members = await membersOn(db, year.id, dayOf(now))
  const people = await peopleOfMembers(db, year.id, dayOf(now))
  const page = <OpenPage {...{ year, at, consultation, members, people, form }} />
  return c.render(page, placeHead(year, words(c.var.locale).open, help))
}

const tickedWith = (typed: Readonly<Record<string, unknown>>, prefix: string) =>
  Object.keys(typed).flatMap((name) => (name.startsWith(prefix) && typed[name] === 'on' ? name.slice(2) : []))

/** Names of boxes are those of units and people. */
const asked = z
  .looseObject({})
  .transform((typed) => ({ ...typed, units: tickedWith(typed, 'u_'), people: tickedWith(typed, 'p_') }))

async function open(c: WebContext) {
  const { actor, year, here, ids } = await readConsultation(c)
  demand(keepsConsultations(actor, year.id))
  return answerForm(c, {
    schema: asked.pipe(openConsultationInput.omit(which)),
    run: async (input) => {
      await openConsultation(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return consultationPaths.one(...here)
    },
    again: (form) => showOpening(c, form),
    words: ruleWords,
  })
}

async function close(c: WebContext) {
  const { actor, year, here, ids } = await readConsultation(c)
  demand(keepsConsultations(actor, year.id))
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await closeConsultation(c.var.db, actor, ids, c.var.now)
      return consultationPaths.table(...here)
    },
    again: (form) => showComments(c, { form }),
    words: ruleWords,
  })
}

async function withdraw(c: WebContext) {
  const { actor, year, here, ids } = await readConsultation(c)
  demand(keepsConsultations(actor, year.id))
  return answerForm(c, {
    schema: withdrawConsultationInput.omit(which),
    run: async (input) => {
      await withdrawConsultation(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return consultationPaths.one(...here)
    },
    again: (form) => showComments(c, { form }),
    words: ruleWords,
  })
}

const one = consultationPattern

export const draftRoutes: Route[] = [
  get(consultationPaths.list(...yearPattern), 'signed-in', showList),
  get(consultationPaths.bring(...yearPattern), 'signed-in', (c) => showBring(c)),
  post(consultationPaths.bring(...yearPattern), 'signed-in', bring),
  get(consultationPaths.one(...one), 'signed-in', showOne),
  get(consultationPaths.text(...one), 'signed-in', (c) => showText(c)),
  post(consultationPaths.text(...one), 'signed-in', correct),
  get(consultationPaths.opening(...one), 'signed-in', (c) => showOpening(c)),
  post(consultationPaths.opening(...one), 'signed-in', open),
  post(consultationPaths.closing(...one), 'signed-in', close),
  post(consultationPaths.withdrawal(...one), 'signed-in', withdraw),
]
