import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayConfirmLegalText, mayKeepLegalTexts } from '../access.ts'
import { confirmHolidays, confirmHolidaysInput } from './confirm-holidays.ts'
import { keepHoliday, keepHolidayInput } from './keep-holiday.ts'
import { HolidaysPage } from './pages/holidays-page.tsx'
import { holidayPaths } from './paths.ts'
import { holidaysBetween, holidayYears } from './queries.ts'
import { removeHoliday, removeHolidayInput } from './remove-holiday.ts'
import { words } from './words.ts'

const ruleWords = { holidays: words }

interface Forms {
  form?: ReturnedForm
  confirming?: ReturnedForm
}

async function show(
  c: WebContext,
  asked: string | undefined,
  { form = emptyForm, confirming = emptyForm }: Forms = {},
) {
  const { db, now, locale } = c.var
  const actor = actorOf(c)
  const year = /^\d{4}$/u.test(asked ?? '') ? (asked ?? '') : dayOf(now).slice(0, 4)
  const days = await holidaysBetween(db, `${year}-01-01`, `${year}-12-31`)
  const open = days.filter(({ confirmed_at }) => confirmed_at === null)
  const page = (
    <HolidaysPage
      {...{ year, days, form, confirming }}
      years={await holidayYears(db)}
      mayKeep={mayKeepLegalTexts(actor)}
      mayConfirm={open.every((one) => mayConfirmLegalText(actor, one))}
    />
  )
  return c.render(page, { title: words(locale).title, shell: 'workspace', help: 'van-ban-phap-luat' })
}

const keep = (c: WebContext) =>
  answerForm(c, {
    schema: keepHolidayInput,
    run: async (value) => {
      await keepHoliday(c.var.db, actorOf(c), value, c.var.now)
      return holidayPaths.ofYear(value.day.slice(0, 4))
    },
    again: (form) => show(c, form.typed['day']?.slice(-4), { form }),
    words: ruleWords,
  })

const remove = (c: WebContext) =>
  answerForm(c, {
    schema: removeHolidayInput,
    run: async (value) => {
      await removeHoliday(c.var.db, actorOf(c), value, c.var.now)
      return holidayPaths.ofYear(value.day.slice(0, 4))
    },
    again: (form) => show(c, form.typed['day']?.slice(0, 4)),
    words: ruleWords,
  })

const confirm = (c: WebContext) =>
  answerForm(c, {
    schema: confirmHolidaysInput,
    run: async (value) => {
      await confirmHolidays(c.var.db, actorOf(c), value, c.var.now)
      return holidayPaths.ofYear(value.year)
    },
    again: (confirming) => show(c, confirming.typed['year'], { confirming }),
    words: ruleWords,
  })

export const holidayRoutes: Route[] = [
  get(holidayPaths.list, 'signed-in', (c) => show(c, c.req.query('nam'))),
  post(holidayPaths.list, mayKeepLegalTexts, keep),
  post(holidayPaths.removal, mayKeepLegalTexts, remove),
  post(holidayPaths.confirmation, mayKeepLegalTexts, confirm),
]
