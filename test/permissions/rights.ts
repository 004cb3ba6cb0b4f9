import type { Place, Relation, Role, Stage } from './world.ts'

/** How far someone's right reaches: the own unit (or oneself), its whole bloc, or everything in the tenant. */
export type Reach = 'own' | 'bloc' | 'all'
export type Who = Partial<Readonly<Record<Role, Reach>>>

const covered: Readonly<Record<Reach, readonly Relation[]>> = {
  own: ['own'],
  bloc: ['own', 'bloc'],
  all: ['own', 'bloc', 'other'],
}

export const may = (who: Who, role: Role, relation: Relation) => {
  const reach = who[role]
  return reach !== undefined && covered[reach].includes(relation)
}

export interface Permission {
  who: Who
  /** How far the bloc's agreement has come; a draft unless said otherwise. */
  stage?: Stage
  /** A form that would be taken from who may; without one an empty form. */
  form?: (place: Place) => Readonly<Record<string, string | File>>
  json?: (place: Place) => unknown
  /** Another thing in the address than the usual one. */
  at?: (place: Place) => Place
  /** What who may is answered when the thing asked for was never made. */
  answer?: number
}

export const keepers: Who = { authority: 'all', administrator: 'all' }
export const authority: Who = { authority: 'all' }
export const administrator: Who = { administrator: 'all' }
export const workers = (reach: Reach): Who => ({
  officer: reach,
  leader: reach,
  headOfficer: reach,
  headLeader: reach,
  secretary: reach,
})
export const signedIn: Who = { ...workers('all'), ...keepers }
export const everyone: Who = { ...signedIn, visitor: 'all' }
export const oneself: Who = { ...workers('own'), authority: 'own', administrator: 'own' }
export const leadersOfUnit: Who = { leader: 'own', headLeader: 'own' }
export const namersInUnit: Who = { ...leadersOfUnit, ...keepers }
export const namersInUnitAll: Who = { leader: 'all', headLeader: 'all', ...keepers }
/** The unit that leads acts through all its people, and drafts also through the secretary it named. */
export const head: Who = { headOfficer: 'bloc', headLeader: 'bloc' }
export const drafters: Who = { ...head, secretary: 'bloc' }
export const readersOfDraft: Who = { ...workers('bloc'), ...authority }
export const participants: Who = { ...workers('bloc'), ...keepers }
export const signers: Who = { leader: 'bloc', headLeader: 'bloc' }
/** The unit's own people for it, the head's for any. */
export const bringers: Who = { officer: 'own', leader: 'own', ...drafters }
export const nobody: Who = {}

export const reasonFor = () => ({ reason: 'Có lý do' })
/** Of a text that waits for its signatures. */
export const frozen = (who: Who, form?: Permission['form']): Permission => ({
  who,
  stage: 'frozen',
  ...(form && { form }),
})

export const day = '2023-02-20'
export const password = 'không phải mật khẩu này'
export const document = 'Quyết định 12/QĐ-UBND'
export const decision = { documentName: 'Quyết định', documentNumber: '12/QĐ-UBND', documentIssuer: 'UBND tỉnh' }
export const listOfPeople = (place: Place): Place => ({ ...place, intake: place.peopleIntake })
export const held = (place: Place): Place => ({ ...place, askedMandate: place.heldMandate })
export const pdf = () => new File(['%PDF-1.7 giấy thử'], 'giay.pdf', { type: 'application/pdf' })
export const mandate = { post: 'Phó Chủ tịch', mayAct: 'on', fromOn: day, toOn: '2023-12-31', documentName: document }
export const paperHead = { version: '1', title: 'Giao ước', theme: '', place: '', witness: '', copies: '' }
export const legalText = { kind: 'Luật', number: '06/2022/QH15', title: 'Luật thử', issuer: 'Quốc hội' }
export const base64 = Buffer.from('no key at all, but in base64').toString('base64')
export const bloc = { name: 'Khối mới', shortName: 'Khối mới', code: 'K9', kind: 'khoi', level: 'tinh' }

export const year = '/khoi/:bloc/:year'
export const agreement = `${year}/giao-uoc`
export const clause = `${agreement}/soan-thao/dieu/:clause`
export const story = '/khoi-thi-dua/:bloc/:year'

/** By `method pattern`, as routes are declared. */
export type Permissions = Readonly<Record<string, Permission | readonly Permission[]>>
