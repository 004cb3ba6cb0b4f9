import type { NewsContent } from '../news/article.ts'

/** A first text and the rule that wrote it: every sentence stands on a field of the record, and on nothing else. */
export interface Draft {
  rule: string
  content: Pick<NewsContent, 'category' | 'title' | 'lead' | 'body' | 'sources'> & Partial<Pick<NewsContent, 'links'>>
}

const written = (day: string) => day.split('-').reverse().join('/')

const escaped = (text: string) =>
  text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const paragraph = (text: string) => (text.trim() === '' ? '' : `<p>${escaped(text.trim())}</p>`)
const heading = (text: string) => `<h2>${escaped(text)}</h2>`
const bullets = (items: readonly string[]) =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${paragraph(item)}</li>`).join('')}</ul>`
const section = (title: string, inside: string) => (inside === '' ? '' : heading(title) + inside)

/** A sentence only where its fact is known. */
const told = (fact: string | number | null | undefined, say: (fact: string) => string) =>
  fact === null || fact === undefined || fact === '' ? '' : say(String(fact))

const joined = (...sentences: readonly string[]) => sentences.filter((sentence) => sentence !== '').join(' ')

const listed = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`

const lowered = (title: string) => title.charAt(0).toLocaleLowerCase('vi') + title.slice(1)
const withStop = (text: string) => (/[.…?]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`)

export interface ActivityFacts {
  title: string
  plan: string
  place: string
  heldOn: string | null
  chargeUnit: string
  units: readonly string[]
  greatDay: string | null
  movement: string | null
  participants: number | null
  /** In million đồng, with a decimal comma. */
  money: string | null
  result: string
}

export function composeActivity(facts: ActivityFacts): Draft {
  const { title, place, heldOn, chargeUnit, units } = facts
  const when = told(heldOn, (day) => `Ngày ${written(day)}, `)
  const where = told(place, (name) => ` tại ${name}`)
  const lead = `${when}${chargeUnit} chủ trì hoạt động “${title}”${where}.`
  const others = units.filter((unit) => unit !== chargeUnit)
  const body = [
    paragraph(
      joined(
        told(listed(others), (names) => `Cùng tham gia có ${names}.`),
        told(facts.greatDay, (day) => `Hoạt động chào mừng ${lowered(day)}.`),
        told(facts.movement, (name) => `Đây là việc làm trong phong trào “${name}”.`),
      ),
    ),
    section('Kết quả', paragraph(told(facts.result, withStop))),
    paragraph(
      joined(
        told(facts.participants, (count) => `Có ${count} người dự.`),
        told(facts.money, (money) => `Kinh phí ${money} triệu đồng.`),
      ),
    ),
    section('Nội dung', paragraph(told(facts.plan, withStop))),
  ].join('')
  return {
    rule: 'tin-hoat-dong',
    content: { category: 'activity', title, lead, body, sources: `Báo cáo hoạt động “${title}” của ${chargeUnit}.` },
  }
}

export interface MovementFacts {
  title: string
  slogan: string
  content: string
  subjects: string
  launcher: string
  documentNumber: string
  documentOn: string | null
  launchedOn: string | null
  fromOn: string | null
  toOn: string | null
  participants: number
}

export function composeMovement(facts: MovementFacts): Draft {
  const { title, launcher, launchedOn } = facts
  const who = launcher === '' ? 'Khối' : launcher
  const lead = `${told(launchedOn, (day) => `Ngày ${written(day)}, `)}${who} phát động phong trào thi đua “${title}”.`
  const span = told(facts.fromOn, (from) => `Phong trào diễn ra từ ngày ${written(from)}`)
  const until = told(facts.toOn, (to) => ` đến ngày ${written(to)}`)
  const body = [
    facts.slogan === '' ? '' : `<blockquote>${paragraph(facts.slogan)}</blockquote>`,
    paragraph(
      joined(
        span === '' ? '' : `${span}${until}.`,
        told(facts.subjects, (all) => `Đối tượng: ${withStop(all)}`),
      ),
    ),
    section('Nội dung thi đua', paragraph(told(facts.content, withStop))),
    paragraph(facts.participants === 0 ? '' : `Đến nay có ${facts.participants} đơn vị đăng ký tham gia.`),
  ].join('')
  const on = told(facts.documentOn, (day) => ` ngày ${written(day)}`)
  const paper = told(facts.documentNumber, (number) => `Văn bản số ${number}${on} của ${who}.`)
  return {
    rule: 'tin-phong-trao',
    content: { category: 'movement', title: `Phát động phong trào thi đua “${title}”`, lead, body, sources: paper },
  }
}

export interface SigningFacts {
  bloc: string
  year: string
  title: string
  theme: string
  signingOn: string | null
  place: string
  units: readonly string[]
  signed: number
  head: string | null
  commitments: readonly string[]
  code: string | null
}

export function composeSigning(facts: SigningFacts): Draft {
  const { bloc, year, signed, units } = facts
  const when = told(facts.signingOn, (day) => `Ngày ${written(day)}`)
  const where = told(facts.place, (place) => ` tại ${place}`)
  const lead = `${joined(when === '' ? '' : `${when}${where},`, bloc)} ký giao ước thi đua năm ${year}.`
  const body = [
    paragraph(
      joined(
        `${signed} trên ${units.length} đơn vị thành viên đã ký: ${listed(units)}.`,
        told(facts.head, (head) => `Khối trưởng năm ${year} là ${head}.`),
      ),
    ),
    facts.theme === '' ? '' : `<blockquote>${paragraph(facts.theme)}</blockquote>`,
    section('Các đơn vị cam kết', bullets(facts.commitments)),
    told(facts.code, (code) => paragraph(`Bản giao ước đã ký được công bố; ai cũng kiểm tra được bằng mã ${code}.`)),
  ].join('')
  return {
    rule: 'tin-ky-giao-uoc',
    content: {
      category: 'agreement',
      title: `${bloc} ký giao ước thi đua năm ${year}`,
      lead,
      body,
      sources: `${facts.title}.`,
    },
  }
}

export interface ConferenceFacts {
  title: string
  heldOn: string
  place: string
  chair: string
  secretary: string
  /** Who had a vote, and how many of them came themselves or sent someone; unknown before the opening. */
  voters: number | null
  present: number | null
  proxy: number | null
  items: readonly string[]
  decisions: readonly string[]
}

export function composeConference(facts: ConferenceFacts): Draft {
  const { title, heldOn, place, voters, present, proxy } = facts
  const where = told(place, (name) => ` tại ${name}`)
  const lead = `Ngày ${written(heldOn)}, ${lowered(title)} được tổ chức${where}.`
  const sent = proxy === null || proxy === 0 ? '' : `, trong đó ${proxy} đơn vị cử người dự thay`
  const roll =
    voters === null || present === null
      ? ''
      : `Dự hội nghị có ${present + (proxy ?? 0)} trên ${voters} đại biểu có quyền biểu quyết${sent}.`
  const body = [
    paragraph(
      joined(
        told(facts.chair, (name) => `${name} chủ trì hội nghị.`),
        told(facts.secretary, (name) => `Thư ký hội nghị là ${name}.`),
        roll,
      ),
    ),
    section('Chương trình', bullets(facts.items)),
    section('Hội nghị quyết định', bullets(facts.decisions)),
  ].join('')
  return {
    rule: 'tin-hoi-nghi',
    content: {
      category: 'conference',
      title,
      lead,
      body,
      sources: `Biên bản ${lowered(title)} ngày ${written(heldOn)}.`,
    },
  }
}
