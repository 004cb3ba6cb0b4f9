import { longDay, twoDigits } from '#capabilities/documents/long-day.ts'
import type { MinutesSection, PassageSource } from './minutes.ts'
import type {
  AgendaItem,
  Attendee,
  AttendingUnit,
  ConferenceRecord,
  Decision,
  Proceedings,
  Vote,
} from './conference-record.ts'

/** A passage as the rule writes it. */
export interface Passage {
  key: string
  section: MinutesSection
  title: string
  text: string
  source: PassageSource
}

const lines = (...parts: readonly (string | false)[]) =>
  parts.filter((part) => part !== false && part !== '').join('\n')
const withPost = (name: string, post: string) => (post === '' ? name : `${name}, ${post}`)
const shortDay = (day: string) => day.split('-').toReversed().join('/')

function clockOf(time: string): string {
  const [hour = '', minute = ''] = time.split(':')
  return `${hour} giờ ${minute} phút`
}

const isThere = ({ presence }: Pick<Attendee, 'presence'>) => presence === 'present' || presence === 'proxy'

function opening({ bloc, title, heldOn, startsAt, place }: ConferenceRecord): Passage {
  const where = place === '' ? '' : `, tại ${place}`
  const text = `Hôm nay, vào hồi ${clockOf(startsAt)}, ${longDay(heldOn)}${where}, ${bloc} tổ chức ${lowerFirst(title)}.`
  return { key: 'opening', section: 'opening', title: '', text, source: 'conference' }
}

const lowerFirst = (text: string) =>
  /^(?:Hội nghị|Cuộc họp|Phiên họp|Buổi)/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text

const presenceWords = {
  present: 'có mặt',
  absent: 'vắng mặt',
  unmarked: 'không có trong điểm danh',
} as const

function attendeeLine(person: Attendee): string {
  const named = `- ${withPost(person.name, person.post)}: `
  if (person.presence !== 'proxy') {
    const isAsked = person.isAskedInWriting && person.presence !== 'present'
    return `${named}${presenceWords[person.presence]}${isAsked ? ', được lấy ý kiến bằng văn bản' : ''}`
  }
  const mandate = person.proxyMandate === '' ? '' : ` (${person.proxyMandate})`
  return `${named}vắng mặt, ủy quyền cho ${person.proxyName}${mandate}`
}

function unitLines({ name, people }: AttendingUnit): string {
  const there = people.filter(isThere).length
  return lines(`${name}: ${there}/${people.length} đại biểu`, ...people.map(attendeeLine))
}

function unitsPassage({ units }: ConferenceRecord): Passage {
  const there = units.filter(({ people }) => people.some(isThere)).length
  const text = lines(`Có ${there}/${units.length} đơn vị dự hội nghị.`, ...units.map(unitLines))
  return { key: 'units', section: 'attendance', title: 'Đại biểu các đơn vị', text, source: 'roll' }
}

function leading({ chair, secretary }: ConferenceRecord): Passage {
  const text = lines(
    `- Chủ trì: ${withPost(chair.name, chair.post)}`,
    `- Thư ký: ${withPost(secretary.name, secretary.post)}`,
  )
  return { key: 'leading', section: 'attendance', title: 'Chủ trì, thư ký', text, source: 'conference' }
}

function guests({ guests: invited }: ConferenceRecord): Passage[] {
  const there = invited.filter(({ presence }) => presence === 'present')
  if (there.length === 0) return []
  const text = lines(
    ...there.map(
      ({ name, post, organisation }) => `- ${[name, post, organisation].filter((part) => part !== '').join(', ')}`,
    ),
  )
  return [{ key: 'guests', section: 'attendance', title: 'Khách mời', text, source: 'roll' }]
}

/** Whether `there` of `all` reach a share written as '2/3'; compared without fractions. */
export function reachesShare(there: number, all: number, share: string): boolean {
  const [part = 0, whole = 1] = share.split('/').map(Number)
  return there * whole >= part * all
}

function quorum({ units, quorum: rule }: ConferenceRecord): Passage[] {
  const voters = units.flatMap(({ people }) => people.filter(({ hasVote }) => hasVote))
  if (voters.length === 0) return []
  const there = voters.filter(isThere).length
  const proxies = voters.filter(({ presence }) => presence === 'proxy').length
  const represented = proxies === 0 ? '' : `, trong đó ${proxies} người dự thay theo ủy quyền`
  const has = `Có ${there}/${voters.length} người có quyền biểu quyết dự hội nghị${represented}.`
  if (rule.share === '') return [quorumOf(has)]
  const verdict = reachesShare(there, voters.length, rule.share) ? 'đủ' : 'không đủ'
  return [quorumOf(`${has} Mức phải có là ${rule.share} theo ${rule.source}; hội nghị ${verdict} điều kiện tiến hành.`)]
}

const quorumOf = (text: string): Passage => ({
  key: 'quorum',
  section: 'attendance',
  title: 'Điều kiện tiến hành',
  text,
  source: 'roll',
})

const shareOf = (part: number, whole: number) => (whole === 0 ? '' : ` (đạt ${percent(part, whole)} %)`)

/** Half away from zero, to two decimals at most, with the comma of Vietnamese. */
function percent(part: number, whole: number): string {
  const hundredths = Math.floor((part * 20_000 + whole) / (2 * whole))
  const [before, after] = [Math.floor(hundredths / 100), twoDigits(String(hundredths % 100))]
  return after === '00' ? String(before) : `${before},${after.replace(/0$/u, '')}`
}

function voteLine(vote: Vote, about = ''): string {
  const { votesFor, voting, votesAgainst, abstained, isCarried } = vote
  const result = isCarried ? 'được thông qua' : 'không được thông qua'
  return `Biểu quyết${about}: ${votesFor}/${voting} tán thành${shareOf(votesFor, voting)}, ${votesAgainst} không tán thành, ${abstained} không có ý kiến; ${result}.`
}

/** What was put to the vote and not carried was not decided. */
function decisionLines({ text, votes }: Decision): string {
  const isDecided = votes.at(-1)?.isCarried ?? true
  const said = isDecided ? 'Hội nghị thống nhất' : 'Nội dung đưa ra biểu quyết'
  return lines(`${said}: ${text}`, ...votes.map((vote) => voteLine(vote)))
}

function proceedingLines({ speakers, decisions, votes }: Proceedings): string {
  const said = speakers.map(({ name, post, unit, topic, summary }) => {
    const who = [name, post, unit].filter((part) => part !== '').join(', ')
    const what = [topic, summary].filter((part) => part !== '').join(': ')
    return what === '' ? `- ${who} phát biểu ý kiến` : `- ${who} phát biểu: ${what}`
  })
  return lines(
    ...said,
    ...decisions.map(decisionLines),
    ...votes.map((vote) => voteLine(vote, ` về “${vote.question}”`)),
  )
}

function itemPassage(item: AgendaItem): Passage {
  const { id, title, body, presenter } = item
  const text = lines(presenter !== '' && `Người trình bày: ${presenter}`, body, proceedingLines(item))
  return { key: `item ${id}`, section: 'proceedings', title, text, source: 'agenda' }
}

function othersPassage({ others }: ConferenceRecord): Passage[] {
  const text = proceedingLines(others)
  return text === '' ? [] : [{ key: 'others', section: 'proceedings', title: 'Nội dung khác', text, source: 'agenda' }]
}

function signatures({ agreement, heldOn }: ConferenceRecord): Passage[] {
  if (agreement === null) return []
  const signed = agreement.places.filter(({ signedOn }) => signedOn !== null)
  const others = agreement.places.filter(({ signedOn }) => signedOn === null)
  const later = (day: string | null) => (day === null || day === heldOn ? '' : `, ký ngày ${shortDay(day)}`)
  const text = lines(
    `${signed.length}/${agreement.places.length} đơn vị đã ký “${agreement.title}”.`,
    ...signed.map(({ unit, signer, post, signedOn }) => `- ${unit}: ${withPost(signer, post)}${later(signedOn)}`),
    others.length > 0 && `Chưa ký: ${others.map(({ unit }) => unit).join('; ')}.`,
  )
  return [{ key: 'agreement', section: 'signatures', title: '', text, source: 'agreement' }]
}

function tasks({ tasks: charges }: ConferenceRecord): Passage[] {
  if (charges.length === 0) return []
  const text = lines(...charges.map(({ unit, text: what, dueOn }) => `- ${unit}: ${what}; hạn ${shortDay(dueOn)}`))
  return [{ key: 'tasks', section: 'tasks', title: '', text, source: 'tasks' }]
}

function closing({ endsAt, copies, title }: ConferenceRecord): Passage {
  const ended =
    endsAt === null ? 'Hội nghị kết thúc cùng ngày.' : `Hội nghị kết thúc vào hồi ${clockOf(endsAt)} cùng ngày.`
  const text = lines(
    ended,
    `Dự thảo biên bản ${lowerFirst(title)} đã được gửi các đơn vị để góp ý. Biên bản được lập thành ${twoDigits(String(copies))} bản có giá trị như nhau./.`,
  )
  return { key: 'closing', section: 'closing', title: '', text, source: 'rule' }
}

/** Minutes as the rule drafts them from what the conference kept: the same record always gives the same words. */
export const passagesOf = (record: ConferenceRecord): Passage[] => [
  opening(record),
  leading(record),
  unitsPassage(record),
  ...guests(record),
  ...quorum(record),
  ...record.items.map(itemPassage),
  ...othersPassage(record),
  ...signatures(record),
  ...tasks(record),
  closing(record),
]
