import { z } from 'zod'
import { words as blocWords } from '#domains/blocs/words.ts'
import { yearsOfBloc } from '#domains/blocs/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { emptyForm } from '#platform/form.ts'
import { param } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { movementHead, readMovementYear } from '../read-movement-year.ts'
import { addLogKind, addLogKindInput } from './add-log-kind.ts'
import { endLogKind } from './end-log-kind.ts'
import type { LogKindDraft } from './log-kind.ts'
import { KindsPage } from './pages/kinds-page.tsx'
import { entryPaths } from './paths.ts'
import { logKindsOf } from './queries.ts'
import { startLog, startLogInput } from './start-log.ts'
import { words } from './words.ts'

const ruleWords = { entries: words, blocs: blocWords }
const help = 'hoat-dong-va-nhat-ky'

export interface LogPieces {
  /** The kinds that the program ships. */
  logTemplate: readonly LogKindDraft[]
}

type Forms = { form?: ReturnedForm; starting?: ReturnedForm }

async function showKinds(c: WebContext, { logTemplate }: LogPieces, forms: Forms = {}) {
  const { db, locale } = c.var
  const { year, at, mayKeep } = await readMovementYear(c)
  const before = (await yearsOfBloc(db, year.bloc.id)).find((each) => each.ends_on < year.starts_on)
  const props = {
    year,
    at,
    kinds: await logKindsOf(db, year.id),
    templateSize: logTemplate.length,
    hasLastYear: before !== undefined && (await logKindsOf(db, before.id)).length > 0,
    mayKeep,
    starting: forms.starting ?? emptyForm,
    form: forms.form ?? emptyForm,
  }
  return c.render(<KindsPage {...props} />, movementHead(year, words(locale).kindsTitle, help))
}

async function start(c: WebContext, pieces: LogPieces) {
  const { year, at, actor } = await readMovementYear(c)
  const env = { now: c.var.now, template: pieces.logTemplate }
  return answerForm(c, {
    schema: startLogInput.omit({ blocYear: true }),
    run: async (input) => {
      await startLog(c.var.db, actor, { ...input, blocYear: year.id }, env)
      return entryPaths.list(...at)
    },
    again: (starting) => showKinds(c, pieces, { starting }),
    words: ruleWords,
  })
}

async function add(c: WebContext, pieces: LogPieces) {
  const { year, at, actor } = await readMovementYear(c)
  return answerForm(c, {
    schema: addLogKindInput.omit({ blocYear: true }),
    run: async (input) => {
      await addLogKind(c.var.db, actor, { ...input, blocYear: year.id }, c.var.now)
      return entryPaths.kinds(...at)
    },
    again: (form) => showKinds(c, pieces, { form }),
    words: ruleWords,
  })
}

async function end(c: WebContext, pieces: LogPieces) {
  const { year, at, actor } = await readMovementYear(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await endLogKind(c.var.db, actor, { blocYear: year.id, kind: param(c, 'kind') }, c.var.now)
      return entryPaths.kinds(...at)
    },
    again: (form) => showKinds(c, pieces, { form }),
    words: ruleWords,
  })
}

const at = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}'] as const

export const logKindRoutes = (pieces: LogPieces): Route[] => [
  get(entryPaths.kinds(...at), 'signed-in', (c) => showKinds(c, pieces)),
  post(entryPaths.kinds(...at), 'signed-in', (c) => add(c, pieces)),
  post(entryPaths.start(...at), 'signed-in', (c) => start(c, pieces)),
  post(entryPaths.kindEnd(...at, ':kind'), 'signed-in', (c) => end(c, pieces)),
]
