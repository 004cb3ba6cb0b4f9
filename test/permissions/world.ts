import { readArticle } from '../../src/domains/agreement/article-reading/read-article.ts'
import { article } from '../../src/domains/agreement/article-reading/testing/article.ts'
import { bringScan } from '../../src/domains/agreement/pen/testing/scans.ts'
import { handOverToHead } from '../../src/domains/blocs/handover/testing/handovers.ts'
import type { Passwords } from '../../src/domains/identity/password/password.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { storeFile, type FileStore } from '../../src/platform/files.ts'
import { newCode, newId } from '../../src/platform/id.ts'
import { addOfficer, makeCast, morning, type Cast } from '../cast.ts'
import { addDeed } from './add-deed.ts'
import { addNews, type NewsPlace } from './add-news.ts'
import { addKeys } from './add-keys.ts'
import { addDigests, type DigestPlace } from './add-digests.ts'
import { addVoices, type VoicePlace } from './add-voices.ts'
import { addTokens, type ApiPlace } from './add-tokens.ts'
import { addDeadline } from './deadline.ts'
import { addEvidence, type EvidencePlace } from './add-evidence.ts'
import { addAsked, type AskedOfReport } from './add-asked.ts'
import { addDecember, addWorkbook } from './add-workbook.ts'
import { addScoring, type ScoringPlace } from './add-scoring.ts'
import { addConsultations, addSayings, type ConsultationPlace } from './add-consultation.ts'
import { addTargets, type TargetPlace } from './add-targets.ts'
import { addConferences, type ConferencePlace } from './add-conferences.ts'
import { addMinutes, type MinutesPlace } from './add-minutes.ts'
import { addDoings, addMovements, type MovementPlace } from './add-movements.ts'
import { freezeTestAgreement, giveMandates, makeTestSigner, signAsTest, startTestDraft } from '../signing.ts'
import {
  signedIn,
  addTask,
  addAskedMandate,
  addLegalText,
  certificateOf,
  loginOf,
  addRecovery,
  invite,
  nameSecretary,
} from './add-people.ts'

/** How far a bloc's agreement has come. */
export const stages = ['none', 'draft', 'frozen', 'signed'] as const
export type Stage = (typeof stages)[number]

export const roles = [
  'visitor',
  'officer',
  'leader',
  'headOfficer',
  'headLeader',
  'secretary',
  'authority',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** Whose things are asked for: the own unit's (or one's own), another's of the bloc, another bloc's. */
export const relations = ['own', 'bloc', 'other'] as const
export type Relation = (typeof relations)[number]

/** A unit with all that an address or a form may name. */
export interface Place
  extends
    ApiPlace,
    EvidencePlace,
    AskedOfReport,
    MinutesPlace,
    ConferencePlace,
    MovementPlace,
    ConsultationPlace,
    ScoringPlace,
    NewsPlace,
    TargetPlace,
    VoicePlace,
    DigestPlace {
  unit: string
  bloc: string
  membership: string
  office: string
  secretary: string
  officer: string
  officerRole: string
  officerLogin: string
  /** Of the officer's account, opened by somebody else. */
  recovery: string
  leader: Actor
  askedMandate: string
  heldMandate: string
  /** The serial number of the certificate on that mandate. */
  serial: string
  task: string
  /** A workbook of the unit's report, in its preview. */
  workbook: string
  /** Written by the head, with a task for the unit. */
  deadline: string
  clause: string
  reading: string
  /** A scan of another unit of the bloc, which nobody has witnessed. */
  scan: string
  /** From the first member, who led before, to the head of now; fixed where the agreement is. */
  handover: string
  /** An earlier term of the same unit, about which there is no record. */
  earlierTerm: string
  code: string
  legalText: string
  /** Lists from a spreadsheet in their preview: of units, of people. */
  intake: string
  peopleIntake: string
  deed: string
  invited: string
  invitation: string
  /** An account with a role in the tenant. */
  keeper: string
  session: string
}

interface Side {
  cast: Cast
  places: readonly Place[]
  people: Readonly<Record<Exclude<Role, 'visitor'>, Actor>>
}

/** Two blocs at the same stage: each is the other's other bloc. */
export interface World {
  ours: Side
  theirs: Side
}

const seats: Readonly<Record<Role, number>> = {
  visitor: 0,
  officer: 0,
  leader: 0,
  headOfficer: 3,
  headLeader: 3,
  secretary: 2,
  authority: 0,
  administrator: 0,
}
const neighbour = 1

async function bringTo(stage: Stage, db: Db, cast: Cast, files: FileStore) {
  const signers = await giveMandates(db, cast)
  if (stage === 'none') return
  if (stage === 'draft') {
    await startTestDraft(db, cast)
    return
  }
  const agreement = await freezeTestAgreement(db, cast, files)
  if (stage === 'frozen') return
  for (const actor of signers) await signAsTest(db, actor, await makeTestSigner(db, actor), { agreement, files })
}

const oneOf = (db: Db, table: 'membership' | 'bloc_office' | 'unit_role' | 'mandate') =>
  db.selectFrom(table).select('id')

async function placeOf(db: Db, cast: Cast, index: number, ofBloc: BlocThings): Promise<Place> {
  const unit = cast.units[index] ?? ''
  const leader = await signedIn(db, cast.leaders[index]?.account ?? '')
  const officer = (await addOfficer(db, 'Phan Thị Lụa', unit)).account
  const membership = oneOf(db, 'membership').where('unit_id', '=', unit)
  const role = oneOf(db, 'unit_role').where('account_id', '=', officer)
  const heldMandate = leader.mandates[0]?.id ?? ''
  await db.updateTable('mandate').set({ document_sha256: ofBloc.document }).where('id', '=', heldMandate).execute()
  return {
    ...ofBloc,
    unit,
    leader,
    officer,
    heldMandate,
    serial: await certificateOf(db, heldMandate, leader.account),
    membership: (await membership.executeTakeFirstOrThrow()).id,
    officerRole: (await role.executeTakeFirstOrThrow()).id,
    askedMandate: await addAskedMandate(db, {
      unit,
      account: officer,
      askedBy: leader.account,
      document: ofBloc.document,
    }),
    deed: await addDeed(db, unit, cast.dung.account, ofBloc.document),
    officerLogin: await loginOf(db, officer),
    recovery: await addRecovery(db, { account: officer, openedBy: cast.chi.account }),
    task: await addTask(db, unit),
    deadline: await addDeadline(db, cast.blocYear, unit),
    session: leader.session ?? '',
    token: leader.account,
    ...(await addEvidence(db, cast, unit)),
    article: await addNews(db, cast, unit),
    ...(await addVoices(db, cast, unit)),
    ...(await addDigests(db, cast, unit)),
    ...(await addDoings(db, cast, unit)),
    ...(await addSayings(db, cast, unit, ofBloc.openConsultation)),
    workbook: await addWorkbook(db, ofBloc.december, { unit, document: ofBloc.document, officer }),
  }
}

type BlocThings = Awaited<ReturnType<typeof thingsOfBloc>>

async function readOne(db: Db, cast: Cast): Promise<string> {
  const read = await readArticle(db, cast.an, { blocYear: cast.blocYear, article: { text: article } }, morning)
  if (!read.ok) throw new Error(read.message.en)
  return read.reading
}

async function documentCode(db: Db, agreement: { document_id: string | null } | undefined): Promise<string> {
  const document = agreement?.document_id ?? null
  if (document === null) return 'KHONGCO'
  return (await db.selectFrom('signed_document').select('code').where('id', '=', document).executeTakeFirstOrThrow())
    .code
}

/** Brought by the leader of the fifth unit for that unit, while the text waits for its signatures. */
async function bringOne(db: Db, cast: Cast, files: FileStore): Promise<string> {
  const frozen = await db
    .selectFrom('agreement')
    .select('id')
    .where('bloc_year_id', '=', cast.blocYear)
    .where('state', '=', 'frozen')
    .executeTakeFirst()
  const bringer = cast.leaders[4]
  if (frozen === undefined || bringer === undefined) return newId()
  return bringScan({ db, files, agreement: frozen.id }, bringer, cast.units[4] ?? '')
}

async function addIntake(
  db: Db,
  kind: 'units' | 'people',
  { account, document }: { account: string; document: string },
) {
  const id = newId()
  const row = { id, kind, file_name: 'danh-sach.xlsx', file_sha256: document, uploaded_by: account }
  await db
    .insertInto('intake')
    .values({ ...row, uploaded_at: morning })
    .execute()
  const cells = JSON.stringify(['Sở Ngoại vụ', 'Sở Ngoại vụ', 'Cấp tỉnh', '', '01/01/2020', '', ''])
  await db.insertInto('intake_row').values({ intake_id: id, number: 2, cells }).execute()
  return id
}

async function thingsOfBloc(db: Db, cast: Cast, files: FileStore, secretary: string) {
  const office = await oneOf(db, 'bloc_office').where('unit_id', '=', cast.headUnit).executeTakeFirstOrThrow()
  const agreements = db.selectFrom('agreement').select(['id', 'document_id']).where('bloc_year_id', '=', cast.blocYear)
  const agreement = await agreements.executeTakeFirst()
  const clauses = db.selectFrom('clause').select('id').where('section', '=', 'commitment')
  const clause = await clauses.where('agreement_id', '=', agreement?.id ?? newId()).executeTakeFirst()
  const isFixed = agreement?.document_id != null
  const paper = Buffer.from(`%PDF-1.7 ${newCode(12)}`)
  const document = await db.transaction().execute((tx) => storeFile(tx, files, paper, 'application/pdf'))
  const sent = { account: cast.em.account, document }
  const december = await addDecember(db, cast)
  return {
    bloc: cast.blocSlug,
    blocYear: cast.blocYear,
    office: office.id,
    ...(await addMinutes(db, cast, files, isFixed)),
    ...(await addConferences(db, cast)),
    secretary: await nameSecretary(db, cast, secretary),
    clause: clause?.id ?? newId(),
    reading: await readOne(db, cast),
    scan: await bringOne(db, cast, files),
    ...(await addMovements(db, cast)),
    ...(await addConsultations(db, cast)),
    ...(await addTargets(db, cast)),
    ...(await addScoring(db, cast)),
    ...(await handOverToHead(db, cast, files, isFixed)),
    code: await documentCode(db, agreement),
    legalText: await addLegalText(db),
    ...(await invite(db, cast)),
    keeper: cast.dung.account,
    december,
    ...(await addAsked(db, cast, december)),
    waitingArticle: await addNews(db, cast, cast.units[4] ?? '', 'review'),
    fifth: await addEvidence(db, cast, cast.units[4] ?? ''),
    document,
    intake: await addIntake(db, 'units', sent),
    peopleIntake: await addIntake(db, 'people', sent),
  }
}

async function makeSide(db: Db, files: FileStore, stage: Stage): Promise<Side> {
  const cast = await makeCast(db)
  await bringTo(stage, db, cast, files)
  const secretary = (await addOfficer(db, 'Đinh Thu Thảo', cast.units[seats.secretary] ?? '')).account
  const things = await thingsOfBloc(db, cast, files, secretary)
  const places: Place[] = []
  for (const index of [0, 1, 2, 3]) places.push(await placeOf(db, cast, index, things))
  const at = (role: Role) => places[seats[role]] ?? ({} as Place)
  const people = {
    officer: await signedIn(db, at('officer').officer),
    leader: at('leader').leader,
    headOfficer: await signedIn(db, at('headOfficer').officer),
    headLeader: at('headLeader').leader,
    secretary: await signedIn(db, secretary),
    authority: await signedIn(db, cast.dung.account),
    administrator: await signedIn(db, cast.em.account),
  }
  const all = [...Object.values(people), ...places.map(({ leader }) => leader)]
  await addTokens(db, cast.blocYear, all)
  await addKeys(db, all)
  return { cast, places, people }
}

/** Everyone's password is the same, and not the one that the walk sends. */
export async function makeWorld(db: Db, files: FileStore, stage: Stage, passwords: Passwords): Promise<World> {
  const world = { ours: await makeSide(db, files, stage), theirs: await makeSide(db, files, stage) }
  const accounts = Object.values(world.ours.people).map(({ account }) => account)
  const password_hash = await passwords.hash('một mật khẩu thử')
  await db.updateTable('account').set({ password_hash }).where('id', 'in', accounts).execute()
  return world
}

export const actorFor = ({ ours }: World, role: Role): Actor | null => (role === 'visitor' ? null : ours.people[role])

/** What this person asks for. One's own session is one's own; that of the others is their leader's. */
export function placeFor({ ours, theirs }: World, role: Role, relation: Relation): Place {
  const side = relation === 'other' ? theirs : ours
  const seat = relation === 'own' ? seats[role] : neighbour
  const place = side.places[seat]
  if (place === undefined) throw new Error(`no place ${seat}`)
  if (relation !== 'own' || role === 'visitor') return place
  const { account, session } = ours.people[role]
  return { ...place, session: session ?? place.session, token: account }
}
