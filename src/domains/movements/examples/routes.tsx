import { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { evidenceOf } from '#domains/evidence/queries.ts'
import { subjectName } from '#domains/evidence/subject.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { isMemberOf } from '#platform/actor.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { actsForMember, keepsMovements, mayJudgeExample } from '../access.ts'
import { movementHead, readMovementYear } from '../read-movement-year.ts'
import { movementsOfYear } from '../register/queries.ts'
import { confirmExample } from './confirm-example.ts'
import { correctExample, correctExampleInput } from './correct-example.ts'
import { exampleCan, type ExampleVerb } from './example.ts'
import { nominateExample, nominateExampleInput } from './nominate-example.ts'
import { ExamplePage, type ExamplePageProps } from './pages/example-page.tsx'
import { ExampleListPage } from './pages/list-page.tsx'
import { StoryPage } from './pages/story-page.tsx'
import { examplePaths } from './paths.ts'
import { publishExample, publishExampleInput } from './publish-example.ts'
import { exampleOf, examplesOf, replicationsOf } from './queries.ts'
import { recordConsent, recordConsentInput } from './record-consent.ts'
import { recordReplication, recordReplicationInput } from './record-replication.ts'
import { refuseExample, refuseExampleInput } from './refuse-example.ts'
import { withdrawConsent } from './withdraw-consent.ts'
import { words } from './words.ts'

const ruleWords = { examples: words, blocs: blocWords }
const help = 'dien-hinh'
const which = { blocYear: true, example: true } as const

async function showList(c: WebContext) {
  const { year, at, ownUnit, isOpen } = await readMovementYear(c)
  const props = {
    year,
    at,
    examples: await examplesOf(c.var.db, year.id),
    mayNominate: isOpen && ownUnit !== undefined,
  }
  return c.render(<ExampleListPage {...props} />, movementHead(year, words(c.var.locale).title, help))
}

/** The year of the address, for who nominates for a member. */
async function ownPlace(c: WebContext) {
  const place = await readMovementYear(c)
  const unit = place.ownUnit
  demand(unit !== undefined && place.isOpen)
  const unitName = place.members.find((member) => member.unit === unit)?.full_name ?? ''
  return { ...place, unit, unitName }
}

async function showNominate(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, unitName } = await ownPlace(c)
  const movements = await movementsOfYear(c.var.db, year.id)
  return c.render(
    <StoryPage {...{ year, at, movements, unitName, form }} example={undefined} />,
    movementHead(year, words(c.var.locale).nominateTitle, help),
  )
}

async function nominate(c: WebContext) {
  const { year, at, unit, actor } = await ownPlace(c)
  return answerForm(c, {
    schema: nominateExampleInput.omit({ blocYear: true, unit: true }),
    run: async (input) => {
      const id = await nominateExample(c.var.db, actor, { ...input, blocYear: year.id, unit }, c.var.now)
      return examplePaths.one(...at, id)
    },
    again: (form) => showNominate(c, form),
    words: ruleWords,
  })
}

/** The example of the address, and what its reader may do with it now. */
async function exampleAt(c: WebContext) {
  const place = await readMovementYear(c)
  const { year, actor, isOpen } = place
  const example = await exampleOf(c.var.db, year.id, idParam(c, 'example'))
  const isOwn = actsForMember(actor, year.id, example.unit_id)
  const keeps = keepsMovements(actor, year.id)
  const holders: Record<ExampleVerb, boolean> = {
    correct: isOwn,
    consent: isOwn,
    withdraw: isOwn || keeps,
    judge: mayJudgeExample(actor, example),
    publish: mayJudgeExample(actor, example),
    replicate: keeps || isMemberOf(actor, year.id),
  }
  const can = (verb: ExampleVerb) => isOpen && holders[verb] && exampleCan(verb, example)
  const ids = { blocYear: year.id, example: example.id }
  return { ...place, example, can, ids, keeps, here: examplePaths.one(...place.at, example.id) }
}

async function showExample(c: WebContext, forms: ExamplePageProps['forms'] = {}) {
  const { db, locale } = c.var
  const { year, at, example, can, members, ownUnit, keeps } = await exampleAt(c)
  const subject = { kind: 'example', id: example.id }
  const props = {
    year,
    at,
    example,
    replications: await replicationsOf(db, example.id),
    cited: (await evidenceOf(db, [subject])).get(subjectName(subject)) ?? [],
    replicators: keeps ? members : members.filter(({ unit }) => unit === ownUnit),
    history: tellHistory(await historyOf(db, example.id), words(locale).deeds),
    may: {
      correct: can('correct'),
      consent: can('consent'),
      withdraw: can('withdraw'),
      judge: can('judge'),
      publish: can('publish'),
      replicate: can('replicate'),
    },
    forms,
  }
  const title = example.name === '' ? words(locale).emptied : example.name
  return c.render(<ExamplePage {...props} />, movementHead(year, title, help))
}

async function showCorrect(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, example, can } = await exampleAt(c)
  demand(can('correct'))
  const movements = await movementsOfYear(c.var.db, year.id)
  return c.render(
    <StoryPage {...{ year, at, example, movements, form }} unitName={example.unit} />,
    movementHead(year, words(c.var.locale).correctTitle, help),
  )
}

async function correct(c: WebContext) {
  const { ids, here, actor } = await exampleAt(c)
  return answerForm(c, {
    schema: correctExampleInput.omit(which),
    run: async (input) => {
      await correctExample(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return here
    },
    again: (form) => showCorrect(c, form),
    words: ruleWords,
  })
}

/** A button alone: what is refused is said on the page of the example. */
const act = (deed: typeof confirmExample) => async (c: WebContext) => {
  const { ids, here, actor } = await exampleAt(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await deed(c.var.db, actor, ids, c.var.now)
      return here
    },
    again: (form) => showExample(c, { act: form }),
    words: ruleWords,
  })
}

async function publish(c: WebContext) {
  const { ids, here, actor } = await exampleAt(c)
  return answerForm(c, {
    schema: publishExampleInput.omit(which),
    run: async (input) => {
      await publishExample(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return here
    },
    again: (form) => showExample(c, { act: form }),
    words: ruleWords,
  })
}

async function refuse(c: WebContext) {
  const { ids, here, actor } = await exampleAt(c)
  return answerForm(c, {
    schema: refuseExampleInput.omit(which),
    run: async (input) => {
      await refuseExample(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return here
    },
    again: (refusal) => showExample(c, { refusal }),
    words: ruleWords,
  })
}

async function consent(c: WebContext) {
  const { ids, here, actor } = await exampleAt(c)
  return answerForm(c, {
    schema: recordConsentInput.omit(which),
    run: async (input) => {
      await recordConsent(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return here
    },
    again: (form) => showExample(c, { consent: form }),
    words: ruleWords,
  })
}

async function replicate(c: WebContext) {
  const { ids, here, actor } = await exampleAt(c)
  return answerForm(c, {
    schema: recordReplicationInput.omit(which),
    run: async (input) => {
      await recordReplication(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return here
    },
    again: (replication) => showExample(c, { replication }),
    words: ruleWords,
  })
}

const at = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}'] as const
const one = [...at, ':example'] as const

export const exampleRoutes: Route[] = [
  get(examplePaths.list(...at), 'signed-in', showList),
  get(examplePaths.nominate(...at), 'signed-in', (c) => showNominate(c)),
  post(examplePaths.nominate(...at), 'signed-in', nominate),
  get(examplePaths.one(...one), 'signed-in', (c) => showExample(c)),
  get(examplePaths.correct(...one), 'signed-in', (c) => showCorrect(c)),
  post(examplePaths.correct(...one), 'signed-in', correct),
  post(examplePaths.confirmation(...one), 'signed-in', act(confirmExample)),
  post(examplePaths.refusal(...one), 'signed-in', refuse),
  post(examplePaths.publication(...one), 'signed-in', publish),
  post(examplePaths.consent(...one), 'signed-in', consent),
  post(examplePaths.withdrawal(...one), 'signed-in', act(withdrawConsent)),
  post(examplePaths.replication(...one), 'signed-in', replicate),
]
