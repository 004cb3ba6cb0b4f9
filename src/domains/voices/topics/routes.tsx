import type { z } from 'zod'
import { words as blocWords } from '#domains/blocs/words.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { thresholds } from '../months/queries.ts'
import { words as monthWords } from '../months/words.ts'
import { keepsVoices } from '../access.ts'
import { topicsOfBloc } from '../queries.ts'
import { readVoicesYear, voicesHead } from '../read-voices-year.ts'
import { keepsCodes } from './access.ts'
import { addCode, addCodeInput } from './add-code.ts'
import { addThreshold, addThresholdInput } from './add-threshold.ts'
import { addTopic, addTopicInput } from './add-topic.ts'
import { codeKinds } from './code-list.ts'
import { endCode, endCodeInput } from './end-code.ts'
import { endTopic, endTopicInput } from './end-topic.ts'
import { CodesPage, type CodesPageProps } from './pages/codes-page.tsx'
import { TopicsPage, type TopicRow } from './pages/topics-page.tsx'
import { topicPaths } from './paths.ts'
import { codesOf } from './queries.ts'
import { renameCode, renameCodeInput } from './rename-code.ts'
import { renameTopic, renameTopicInput } from './rename-topic.ts'
import { startTopics, startTopicsInput, type TopicTemplate } from './start-topics.ts'
import { words } from './words.ts'

const ruleWords = { topics: words, months: monthWords, blocs: blocWords }
const help = { help: 'chu-de-y-kien' }

/** Each topic of the first level followed by what lies under it. */
const asTree = (topics: readonly TopicRow[]) =>
  topics
    .filter(({ parent_id }) => parent_id === null)
    .flatMap((top) => [top, ...topics.filter(({ parent_id }) => parent_id === top.id)])

async function showTopics(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, mayKeep } = await readVoicesYear(c)
  const topics = asTree(await topicsOfBloc(c.var.db, year.bloc.id, true))
  return c.render(<TopicsPage {...{ year, at, topics, mayKeep, form }} />, {
    ...voicesHead(year, words(c.var.locale).title),
    ...help,
  })
}

interface TopicDeed<Schema extends z.ZodType> {
  schema: Schema
  run: (c: WebContext, blocYear: string, value: z.output<Schema>) => Promise<unknown>
}

const topicDeed =
  <Schema extends z.ZodType>({ schema, run }: TopicDeed<Schema>) =>
  async (c: WebContext) => {
    const { actor, year, at } = await readVoicesYear(c)
    demand(keepsVoices(actor, year.id))
    return answerForm(c, {
      schema,
      run: async (value) => {
        await run(c, year.id, value)
        return topicPaths.list(...at)
      },
      again: (form) => showTopics(c, form),
      words: ruleWords,
    })
  }

const add = topicDeed({
  schema: addTopicInput.omit({ blocYear: true }),
  run: (c, blocYear, value) => addTopic(c.var.db, actorOf(c), { ...value, blocYear }, c.var.now),
})
const rename = topicDeed({
  schema: renameTopicInput.pick({ name: true }),
  run: (c, blocYear, { name }) =>
    renameTopic(c.var.db, actorOf(c), { blocYear, name, topic: idParam(c, 'topic') }, c.var.now),
})
const end = topicDeed({
  schema: endTopicInput.omit({ blocYear: true, topic: true }),
  run: (c, blocYear) => endTopic(c.var.db, actorOf(c), { blocYear, topic: idParam(c, 'topic') }, c.var.now),
})
const start = (template: TopicTemplate) =>
  topicDeed({
    schema: startTopicsInput.omit({ blocYear: true }),
    run: (c, blocYear) => startTopics(c.var.db, actorOf(c), { blocYear }, { now: c.var.now, template }),
  })

async function showCodes(c: WebContext, forms: CodesPageProps['forms'] = {}) {
  const { db, locale } = c.var
  const [groups, fields, rows] = await Promise.all([codesOf(db, 'groups'), codesOf(db, 'fields'), thresholds(db)])
  return c.render(
    <CodesPage codes={{ groups, fields }} thresholds={rows} mayKeep={keepsCodes(actorOf(c))} forms={forms} />,
    { title: words(locale).codes.title, shell: 'workspace', ...help },
  )
}

/** The list that a form came from. */
const kindOf = (form: ReturnedForm) => codeKinds.find((kind) => kind === form.typed['kind']) ?? 'groups'

interface CodeDeed<Schema extends z.ZodType> {
  schema: Schema
  run: (c: WebContext, value: z.output<Schema>) => Promise<unknown>
  form?: 'threshold'
}

const codeDeed =
  <Schema extends z.ZodType>({ schema, run, form }: CodeDeed<Schema>) =>
  async (c: WebContext) =>
    answerForm(c, {
      schema,
      run: async (value) => {
        await run(c, value)
        return topicPaths.codes
      },
      again: (returned) => showCodes(c, { [form ?? kindOf(returned)]: returned }),
      words: ruleWords,
    })

const at = [':bloc', ':year'] as const

/** Topics of a bloc's year, and what all blocs code by; the sample tree is handed in. */
export const topicRoutes = (template: TopicTemplate): Route[] => [
  get(topicPaths.list(...at), 'signed-in', (c) => showTopics(c)),
  post(topicPaths.list(...at), 'signed-in', add),
  post(topicPaths.start(...at), 'signed-in', start(template)),
  post(topicPaths.renaming(':topic', ...at), 'signed-in', rename),
  post(topicPaths.ending(':topic', ...at), 'signed-in', end),
  get(topicPaths.codes, 'signed-in', (c) => showCodes(c)),
  post(
    topicPaths.codes,
    keepsCodes,
    codeDeed({ schema: addCodeInput, run: (c, value) => addCode(c.var.db, actorOf(c), value, c.var.now) }),
  ),
  post(
    topicPaths.code,
    keepsCodes,
    codeDeed({ schema: renameCodeInput, run: (c, value) => renameCode(c.var.db, actorOf(c), value, c.var.now) }),
  ),
  post(
    topicPaths.codeEnd,
    keepsCodes,
    codeDeed({ schema: endCodeInput, run: (c, value) => endCode(c.var.db, actorOf(c), value, c.var.now) }),
  ),
  post(
    topicPaths.threshold,
    keepsCodes,
    codeDeed({
      schema: addThresholdInput,
      run: (c, value) => addThreshold(c.var.db, actorOf(c), value, c.var.now),
      form: 'threshold',
    }),
  ),
]
