import { z } from 'zod'
import type { Pictures } from '#capabilities/pictures/open-pictures.ts'
import { blocBySlug, findBlocs, membersOn, yearsOfBloc } from '#domains/blocs/queries.ts'
import { namesOn } from '#domains/units/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { printCode } from '#platform/id.ts'
import type { Limiter } from '#platform/limiter.ts'
import { param } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { answersOf } from '../answers/queries.ts'
import { hearingYear, opinionCan } from '../opinion.ts'
import { publicVoicePaths } from '../paths.ts'
import { blocOfPoster, placeByCode } from '../places/queries.ts'
import { peopleGroups } from '../queries.ts'
import { routingOf } from '../register/queries.ts'
import { words as voiceWords } from '../words.ts'
import { messageInput, verdictInput } from './follow-up.ts'
import { ChoosePage } from './pages/choose-page.tsx'
import { FollowPage, type FollowedView } from './pages/follow-page.tsx'
import { SendPage } from './pages/send-page.tsx'
import { SentPage } from './pages/sent-page.tsx'
import { countWaiting, followedByCode, messagesOf, verdictsOf, type Followed } from './queries.ts'
import { readPictures } from './read-pictures.ts'
import { sendMessage, sendVerdict } from './send-follow-up.ts'
import { sendOpinion, sendOpinionInput } from './send-opinion.ts'
import { openSendingLimiter } from './sending-limiter.ts'
import { words } from './words.ts'

export interface SendingPieces {
  pictures: Pictures
  /** The caller's address: counted in this process's memory, and kept nowhere. */
  addressOf: (c: WebContext) => string
}

const ruleWords = { voices: voiceWords }
const mostBlocs = 200

const posterIn = (c: WebContext) => (c.req.query('noi') ?? '').replaceAll('\0', '').slice(0, 12)

async function showChoose(c: WebContext) {
  const t = words(c.var.locale)
  const place = posterIn(c)
  const bloc = place === '' ? undefined : await blocOfPoster(c.var.db, place)
  if (bloc !== undefined) return c.redirect(publicVoicePaths.sendFrom(bloc, place), 303)
  const { blocs } = await findBlocs(c.var.db, { size: mostBlocs })
  const running = blocs.filter(({ ended_on, year_slug }) => ended_on === null && year_slug !== null)
  return c.render(<ChoosePage blocs={running} />, { title: t.choose, shell: 'public', description: t.description })
}

/** What is said to one person is for nobody's cache. */
async function unkept(answer: Response | Promise<Response>): Promise<Response> {
  const response = await answer
  response.headers.set('cache-control', 'no-store')
  return response
}

async function showForm(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale, now } = c.var
  const bloc = await blocBySlug(db, param(c, 'bloc'))
  const year = found(hearingYear(await yearsOfBloc(db, bloc.id), dayOf(now)))
  const noi = form.typed['at']?.slice(0, 12) ?? posterIn(c)
  const members = await membersOn(db, year.id, dayOf(now))
  const props = {
    bloc,
    place: noi === '' ? undefined : await placeByCode(db, bloc.id, noi),
    units: members.map(({ unit, full_name }) => ({ value: unit, label: full_name })),
    groups: (await peopleGroups(db)).map(({ code, name }) => ({ value: code, label: name })),
    form,
  }
  const t = words(locale)
  return c.render(<SendPage {...props} />, {
    title: t.title(bloc.name),
    shell: 'public',
    description: t.description,
  })
}

/** Whether this address may try once more; the page says when it may again. */
function tooOften(c: WebContext, { addressOf }: SendingPieces, limiter: Limiter): ReturnedForm | undefined {
  const minutes = limiter.take(addressOf(c), c.var.now)
  if (minutes === 0) return undefined
  c.status(429)
  return { ...emptyForm, refused: words(c.var.locale).tooMany(minutes) }
}

async function send(c: WebContext, pieces: SendingPieces, limiter: Limiter) {
  const { db, now, locale } = c.var
  const bloc = await blocBySlug(db, param(c, 'bloc'))
  const late = tooOften(c, pieces, limiter)
  if (late !== undefined) return showForm(c, late)
  return answerForm(c, {
    schema: sendOpinionInput,
    run: async (input, files) => {
      const pictures = await readPictures(pieces.pictures, files)
      const code = await sendOpinion(db, { ...input, bloc: bloc.id, pictures }, now)
      const page = <SentPage bloc={bloc.name} code={printCode(code)} />
      return c.render(page, { title: words(locale).sentTitle, shell: 'public' })
    },
    again: (form) => showForm(c, form),
    words: ruleWords,
  })
}

async function viewOf(c: WebContext, { opinion, standing }: Extract<Followed, { kind: 'opinion' }>) {
  const { db, now } = c.var
  const answers = (await answersOf(db, standing.id)).filter(({ state }) => state === 'published')
  const routing = await routingOf(db, standing.id)
  const units = [...answers.map(({ unit_id }) => unit_id), ...(routing ? [routing.unit_id] : [])]
  const names = await namesOn(db, units, dayOf(now))
  const nameOf = (unit: string) => names.get(unit)?.full_name ?? ''
  const verdicts = await verdictsOf(db, opinion.id)
  const view: FollowedView = {
    text: opinion.text,
    state: standing.state,
    receivedOn: opinion.received_on,
    isMerged: opinion.led_by !== null,
    refusedFor: opinion.refusal_reason,
    reopenedOn: standing.reopened_on,
    answering:
      routing !== undefined && standing.state === 'routed'
        ? { unit: nameOf(routing.unit_id), dueOn: routing.due_on }
        : undefined,
    answers: answers.map(({ unit_id, text, published_at }) => ({
      unit: nameOf(unit_id),
      onDay: dayOf(published_at ?? now),
      text,
    })),
    messages: (await messagesOf(db, opinion.id)).map(({ is_from_sender, writer_name, on_day, text }) => ({
      who: is_from_sender ? null : writer_name,
      onDay: on_day,
      text,
    })),
    verdicts: verdicts.map(({ is_solved, reason, on_day }) => ({ solved: is_solved, reason, onDay: on_day })),
    mayWrite: opinionCan('write', opinion),
    mayJudge: opinionCan('judge', standing) && verdicts.length < 2,
  }
  return view
}

async function showFollowed(c: WebContext, code: string, form: ReturnedForm = emptyForm) {
  const t = words(c.var.locale)
  const followed = await followedByCode(c.var.db, code)
  const view = followed?.kind === 'opinion' ? await viewOf(c, followed) : followed && ('waiting' as const)
  const pending = followed?.kind === 'opinion' ? await countWaiting(c.var.db, followed.hash) : 0
  const wrong = { typed: { code }, errors: [{ field: 'code', message: t.wrongCode }] }
  if (view === undefined) c.status(422)
  const page = <FollowPage code={code} view={view} pending={pending} form={view === undefined ? wrong : form} />
  return c.render(page, { title: t.follow, shell: 'public' })
}

function showFollow(c: WebContext, form: ReturnedForm = emptyForm) {
  const t = words(c.var.locale)
  return c.render(<FollowPage code="" view={undefined} pending={0} form={form} />, {
    title: t.follow,
    shell: 'public',
    description: t.followDescription,
  })
}

/** Every step by code counts as a try: a code is guessed by nobody. */
async function byCode<Schema extends z.ZodType<{ code: string }>>(
  c: WebContext,
  late: ReturnedForm | undefined,
  { schema, run }: { schema: Schema; run: (input: z.output<Schema>) => Promise<void> },
) {
  if (late !== undefined) return showFollow(c, late)
  return answerForm(c, {
    schema,
    run: async (input) => {
      if ((await followedByCode(c.var.db, input.code)) !== undefined) await run(input)
      return showFollowed(c, input.code)
    },
    again: (form) => {
      const code = form.typed['code'] ?? ''
      return code === '' ? showFollow(c, form) : showFollowed(c, code, form)
    },
    words: ruleWords,
  })
}

const codeInput = z.object({ code: z.string().trim().min(1).max(60) })

/** No line in the log and no session read: nothing tells who called or when. */
const unseen = (route: Route): Route => ({ ...route, unseen: true })

export function sendingRoutes(pieces: SendingPieces): Route[] {
  const [sendings, tries] = [openSendingLimiter(), openSendingLimiter()]
  const late = (c: WebContext) => tooOften(c, pieces, tries)
  return [
    get(publicVoicePaths.choose, 'public', showChoose),
    get(publicVoicePaths.send(':bloc'), 'public', (c) => showForm(c)),
    post(publicVoicePaths.send(':bloc'), 'public', (c) => unkept(send(c, pieces, sendings))),
    get(publicVoicePaths.follow, 'public', (c) => showFollow(c)),
    post(publicVoicePaths.follow, 'public', (c) =>
      unkept(byCode(c, late(c), { schema: codeInput, run: async () => {} })),
    ),
    post(publicVoicePaths.writeMore, 'public', (c) =>
      unkept(byCode(c, late(c), { schema: messageInput, run: (input) => sendMessage(c.var.db, input, c.var.now) })),
    ),
    post(publicVoicePaths.verdict, 'public', (c) =>
      unkept(byCode(c, late(c), { schema: verdictInput, run: (input) => sendVerdict(c.var.db, input, c.var.now) })),
    ),
  ].map(unseen)
}
