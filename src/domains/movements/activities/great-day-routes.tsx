import { z } from 'zod'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { keepsGreatDays } from '../access.ts'
import { addGreatDay, addGreatDayInput } from './add-great-day.ts'
import { endGreatDay } from './end-great-day.ts'
import { GreatDaysPage } from './pages/great-days-page.tsx'
import { activityPaths } from './paths.ts'
import { greatDays } from './queries.ts'
import { words } from './words.ts'

const ruleWords = { activities: words }

async function showDays(c: WebContext, form: ReturnedForm = emptyForm) {
  const days = await greatDays(c.var.db)
  return c.render(<GreatDaysPage days={days} mayKeep={keepsGreatDays(actorOf(c))} form={form} />, {
    title: words(c.var.locale).greatDays,
    shell: 'workspace',
    help: 'hoat-dong-va-nhat-ky',
  })
}

const add = (c: WebContext) =>
  answerForm(c, {
    schema: addGreatDayInput,
    run: async (input) => {
      await addGreatDay(c.var.db, actorOf(c), input, c.var.now)
      return activityPaths.greatDays
    },
    again: (form) => showDays(c, form),
    words: ruleWords,
  })

const end = (c: WebContext) =>
  answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await endGreatDay(c.var.db, actorOf(c), { id: idParam(c) }, c.var.now)
      return activityPaths.greatDays
    },
    again: (form) => showDays(c, form),
    words: ruleWords,
  })

export const greatDayRoutes: Route[] = [
  get(activityPaths.greatDays, 'signed-in', (c) => showDays(c)),
  post(activityPaths.greatDays, keepsGreatDays, add),
  post(activityPaths.greatDayEnd(':id'), keepsGreatDays, end),
]
