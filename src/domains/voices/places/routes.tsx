import { z } from 'zod'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { publicVoicePaths, voicePaths } from '../paths.ts'
import { readVoicesYear, voicesHead } from '../read-voices-year.ts'
import { words } from '../words.ts'
import { addPlace, addPlaceInput } from './add-place.ts'
import { endPlace } from './end-place.ts'
import { PlacesPage } from './pages/places-page.tsx'
import { posterPaper } from './poster-document.ts'
import { placesOfBloc } from './queries.ts'

export interface PlacePieces {
  renderer: Pick<Renderer, 'renderPdf'>
  isSample: boolean
}

const ruleWords = { voices: words }

async function keepingAt(c: WebContext) {
  const place = await readVoicesYear(c)
  demand(place.mayKeep)
  return place
}

async function showPlaces(c: WebContext, form: ReturnedForm = emptyForm) {
  const year = await keepingAt(c)
  const places = await placesOfBloc(c.var.db, year.year.bloc.id)
  return c.render(<PlacesPage {...{ year, places, form }} />, voicesHead(year.year, words(c.var.locale).places))
}

async function add(c: WebContext) {
  const { year, actor, at } = await keepingAt(c)
  return answerForm(c, {
    schema: addPlaceInput.omit({ blocYear: true }),
    run: async (input) => {
      await addPlace(c.var.db, actor, { ...input, blocYear: year.id }, c.var.now)
      return voicePaths.places(...at)
    },
    again: (form) => showPlaces(c, form),
    words: ruleWords,
  })
}

async function end(c: WebContext) {
  const { year, actor, at } = await keepingAt(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await endPlace(c.var.db, actor, { blocYear: year.id, id: idParam(c, 'place') }, c.var.now)
      return voicePaths.places(...at)
    },
    again: (form) => showPlaces(c, form),
    words: ruleWords,
  })
}

async function sendPoster(c: WebContext, { renderer, isSample }: PlacePieces) {
  const { year } = await keepingAt(c)
  const place = found((await placesOfBloc(c.var.db, year.bloc.id)).find(({ id }) => id === idParam(c, 'place')))
  const url = `${c.var.origin}${publicVoicePaths.poster(place.code)}`
  const told = { place, bloc: year.bloc, tenant: c.var.tenant.name, url, today: dayOf(c.var.now), isSample }
  const { pdf } = await renderer.renderPdf(posterPaper(told))
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="ap-phich-${place.code}.pdf"`,
    'cache-control': 'private, no-store',
  })
}

const at = [':bloc', ':year'] as const

export const placeRoutes = (pieces: PlacePieces): Route[] => [
  get(voicePaths.places(...at), 'signed-in', (c) => showPlaces(c)),
  post(voicePaths.places(...at), 'signed-in', add),
  post(voicePaths.placeEnd(':place', ...at), 'signed-in', end),
  get(voicePaths.poster(':place', ...at), 'signed-in', (c) => sendPoster(c, pieces)),
]
