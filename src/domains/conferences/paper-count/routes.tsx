import { wordMediaType, writeDocx } from '#capabilities/documents/docx/write-docx.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { keepsConference } from '../access.ts'
import { rollOf } from '../attendance/queries.ts'
import { conferenceCan } from '../conference.ts'
import type { MinutesPieces } from '../minutes/pieces.ts'
import { minutesHead, readMinutesPlace } from '../minutes/read-minutes.ts'
import { words as conferenceWords } from '../words.ts'
import { countPaperVotes, countPaperVotesInput } from './count-paper-votes.ts'
import { countPaper } from './paper-count-document.ts'
import { PaperCountPage } from './pages/paper-count-page.tsx'
import { countPaths } from './paths.ts'
import { countById, countsOf } from './queries.ts'
import { words } from './words.ts'

const ruleWords = { paperCount: words, conferences: conferenceWords, blocs: blocWords }

async function show(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await readMinutesPlace(c)
  const { actor, conference } = place
  const roll = await rollOf(c.var.db, conference.id)
  const props = {
    ...place,
    counts: await countsOf(c.var.db, conference.id),
    eligible: roll.filter(
      ({ unit_id: unit, attendance, removed_at: removed, account_id: account }) =>
        unit !== null &&
        removed === null &&
        (attendance === 'present' || attendance === 'proxy') &&
        (account === null || account !== conference.chair_account_id),
    ),
    mayCount: keepsConference(actor, conference) && conferenceCan('conduct', conference),
    form,
  }
  return c.render(<PaperCountPage {...props} />, minutesHead(place, words(c.var.locale).title))
}

async function count(c: WebContext) {
  const { actor, at, conference } = await readMinutesPlace(c)
  demand(keepsConference(actor, conference))
  return answerForm(c, {
    schema: countPaperVotesInput.omit({ conference: true }),
    run: async (input) => {
      await countPaperVotes(c.var.db, actor, { ...input, conference: conference.id }, c.var.now)
      return countPaths.list(...at)
    },
    again: (form) => show(c, form),
    words: ruleWords,
  })
}

async function paperOf(c: WebContext) {
  const { year, conference } = await readMinutesPlace(c)
  const counted = await countById(c.var.db, conference.id, idParam(c, 'count'))
  const { title, held_on: heldOn, place } = conference
  const of = { tenant: c.var.tenant.name, bloc: year.bloc, year: year.label, conference: { title, heldOn, place } }
  return countPaper({ ...counted, ...of })
}

const file = (c: WebContext, bytes: Uint8Array, type: string, name: string) =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `inline; filename="${name}"`,
    'cache-control': 'no-store',
  })

async function showPaper(c: WebContext, { renderer }: MinutesPieces) {
  const { pdf } = await renderer.renderPdf(await paperOf(c))
  return file(c, pdf, 'application/pdf', 'bien-ban-kiem-phieu.pdf')
}

async function showWord(c: WebContext, { renderer }: MinutesPieces) {
  return file(c, await writeDocx(await paperOf(c), renderer), wordMediaType, 'bien-ban-kiem-phieu.docx')
}

const one = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}', ':conference'] as const

export const paperCountRoutes = (pieces: MinutesPieces): Route[] => [
  get(countPaths.list(...one), 'signed-in', (c) => show(c)),
  post(countPaths.list(...one), 'signed-in', count),
  get(countPaths.paper(...one, ':count'), 'signed-in', (c) => showPaper(c, pieces)),
  get(countPaths.word(...one, ':count'), 'signed-in', (c) => showWord(c, pieces)),
]
