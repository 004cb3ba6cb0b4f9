import { z } from 'zod'
import { evidenceOf } from '#domains/evidence/queries.ts'
import { subjectName } from '#domains/evidence/subject.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { actsForHead } from '#platform/actor.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { AgendaPage } from '../pages/agenda-page.tsx'
import { conferencePaths } from '../paths.ts'
import { conferenceHead, readConference, readKept } from '../read-conference.ts'
import { ruleWords } from '../rule-words.ts'
import { words } from '../words.ts'
import { addPaper, addPaperInput } from './add-paper.ts'
import { moveItem, moveItemInput } from './move-item.ts'
import { removeItem } from './remove-item.ts'
import { removePaper } from './remove-paper.ts'
import { writeItem, writeItemInput } from './write-item.ts'

type Returned = { item: string; part: 'item' | 'paper' | 'act'; form: ReturnedForm }

async function showAgenda(c: WebContext, returned?: Returned) {
  const { db, locale } = c.var
  const place = await readConference(c)
  const { items, actor, year, can } = place
  const subject = (id: string) => ({ kind: 'agenda', id })
  const cited = await evidenceOf(
    db,
    items.map(({ id }) => subject(id)),
  )
  const props = {
    place,
    citedOf: (item: string) => cited.get(subjectName(subject(item))) ?? [],
    mayCite: can('arrange') && actsForHead(actor, year.id),
    returned,
  }
  return c.render(<AgendaPage {...props} />, conferenceHead(year, words(locale).agenda))
}

async function add(c: WebContext) {
  const { actor, conference, at } = await readKept(c)
  return answerForm(c, {
    schema: writeItemInput.omit({ conference: true, item: true }),
    run: async (input) => {
      await writeItem(c.var.db, actor, { ...input, conference: conference.id }, c.var.now)
      return conferencePaths.agenda(...at)
    },
    again: (form) => showAgenda(c, { item: '', part: 'item', form }),
    words: ruleWords,
  })
}

async function change(c: WebContext) {
  const { actor, conference, at } = await readKept(c)
  const item = idParam(c, 'item')
  return answerForm(c, {
    schema: writeItemInput.omit({ conference: true, item: true }),
    run: async (input) => {
      await writeItem(c.var.db, actor, { ...input, item, conference: conference.id }, c.var.now)
      return `${conferencePaths.agenda(...at)}#${item}`
    },
    again: (form) => showAgenda(c, { item, part: 'item', form }),
    words: ruleWords,
  })
}

async function move(c: WebContext) {
  const { actor, conference, at } = await readKept(c)
  const item = idParam(c, 'item')
  return answerForm(c, {
    schema: moveItemInput.pick({ way: true }),
    run: async ({ way }) => {
      await moveItem(c.var.db, actor, { way, item, conference: conference.id }, c.var.now)
      return `${conferencePaths.agenda(...at)}#${item}`
    },
    again: (form) => showAgenda(c, { item, part: 'act', form }),
    words: ruleWords,
  })
}

async function remove(c: WebContext) {
  const { actor, conference, at } = await readKept(c)
  const item = idParam(c, 'item')
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await removeItem(c.var.db, actor, { item, conference: conference.id }, c.var.now)
      return conferencePaths.agenda(...at)
    },
    again: (form) => showAgenda(c, { item, part: 'act', form }),
    words: ruleWords,
  })
}

async function lay(c: WebContext) {
  const { actor, conference, at } = await readKept(c)
  const item = idParam(c, 'item')
  return answerForm(c, {
    schema: addPaperInput.omit({ conference: true, item: true }),
    run: async (input) => {
      const env = { now: c.var.now, site: c.var.origin }
      await addPaper(c.var.db, actor, { ...input, item, conference: conference.id }, env)
      return `${conferencePaths.agenda(...at)}#${item}`
    },
    again: (form) => showAgenda(c, { item, part: 'paper', form }),
    words: ruleWords,
  })
}

async function takeAway(c: WebContext) {
  const { actor, conference, at } = await readKept(c)
  const paper = idParam(c, 'paper')
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await removePaper(c.var.db, actor, { paper, conference: conference.id }, c.var.now)
      return conferencePaths.agenda(...at)
    },
    again: (form) => showAgenda(c, { item: '', part: 'act', form }),
    words: ruleWords,
  })
}

const one = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}', ':conference'] as const

export const agendaRoutes: Route[] = [
  get(conferencePaths.agenda(...one), 'signed-in', (c) => showAgenda(c)),
  post(conferencePaths.agenda(...one), 'signed-in', add),
  post(conferencePaths.item(...one, ':item'), 'signed-in', change),
  post(conferencePaths.removeItem(...one, ':item'), 'signed-in', remove),
  post(conferencePaths.itemOrder(...one, ':item'), 'signed-in', move),
  post(conferencePaths.papers(...one, ':item'), 'signed-in', lay),
  post(conferencePaths.removePaper(...one, ':paper'), 'signed-in', takeAway),
]
