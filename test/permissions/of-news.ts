import { authority, everyone, head, workers, type Permissions } from './rights.ts'
import type { Place } from './world.ts'

const desk = '/bai-viet'
const one = `${desk}/:id`
const waiting = (place: Place): Place => ({ ...place, article: place.waitingArticle })
const ofBloc = { ...workers('bloc'), ...authority }
const editors = {
  officer: 'own',
  leader: 'own',
  headOfficer: 'bloc',
  headLeader: 'bloc',
  secretary: 'bloc',
  ...authority,
} as const
const reviewers = { ...head, secretary: 'bloc', ...authority } as const
const writers = { ...workers('all'), ...authority }

/** News are the bloc's to see before they are public, the head's and the authority's to let out, anybody's to read. */
export const permissionsOfNews: Permissions = {
  [`get ${desk}`]: { who: writers },
  [`get ${desk}/moi`]: { who: writers },
  [`post ${desk}/moi`]: { who: writers },
  [`get ${one}`]: { who: ofBloc },
  [`get ${one}/sua`]: { who: editors },
  [`post ${one}/sua`]: { who: editors },
  [`post ${one}/gui`]: { who: editors },
  [`post ${one}/tra-lai`]: { who: reviewers, at: waiting },
  [`post ${one}/dang`]: { who: reviewers, at: waiting },
  [`post ${one}/go`]: { who: editors },
  [`post ${one}/giu-tiep`]: { who: reviewers },
  [`post ${one}/anh`]: { who: editors },
  [`get ${one}/anh/:name`]: { who: ofBloc, answer: 404 },
  [`post ${one}/anh/:picture/bo`]: { who: editors, answer: 404 },
  [`post ${one}/dong-y`]: { who: editors },
  [`post ${one}/dong-y/:consent/rut`]: { who: editors, answer: 404 },
  'get /tin': { who: everyone },
  'get /tin/rss.xml': { who: everyone },
  'get /tin/atom.xml': { who: everyone },
  'get /tin/chuyen-muc/:category': { who: everyone, answer: 404 },
  'get /tin/anh/:name': { who: everyone, answer: 404 },
  'get /tin/:year': { who: everyone, answer: 404 },
  'get /tin/:year/:slug': { who: everyone, answer: 404 },
  'get /khoi-thi-dua/:bloc/du-lieu': { who: everyone },
  'get /khoi-thi-dua/:bloc/du-lieu/:file': { who: everyone, answer: 404 },
}
