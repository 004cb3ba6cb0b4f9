import { findAll, flatBetween, sentenceAt, type Article } from './article.ts'
import type { Span } from './draft.ts'
import { lenient } from './flatten.ts'
import { unitsNamed, type NamedUnit, type Units } from './named-units.ts'

/** Both roles said in one breath, and the two units that take them in the same order. */
export type PairedRoles = {
  readonly span: Span
  readonly head: NamedUnit
  readonly deputy: NamedUnit
}

const bloc = '(?:khối|cụm)'
const head = `(?:${bloc} trưởng|trưởng ${bloc}|trưởng)`
const deputy = `(?:\\d+ |các )?(?:${bloc} phó|phó trưởng ${bloc}|phó ${bloc} trưởng|phó ${bloc}|phó trưởng)`
const tail = `(?: ${bloc})?(?: thi đua)?(?: số \\w+)?`
const headFirst = `${head}${tail} ?(?:,|/|-|và|cùng) ?${deputy}`
const deputyFirst = `${deputy}${tail} ?(?:,|/|-|và|cùng) ?${head}`
const pair = lenient(`(?:${headFirst}|${deputyFirst})${tail}`)
const beginsWithDeputy = lenient(`^(?:\\d+ |các )?(?:${bloc} phó|phó)`, 'u')

const togetherBefore =
  /^\s*(?:,|\()?\s*(?:(?:lần lượt|theo thứ tự|tương ứng|được|đã|hai đơn vị|2 đơn vị|cùng|là|làm|giữ|đảm nhiệm|đảm nhận|đảm trách|nhận|bầu|giao|phân công|cử|chọn|bầu chọn|lựa chọn|suy tôn|suy cử|tín nhiệm|chỉ định|nhiệm vụ|vai trò|chức|chức vụ|chức danh|cương vị|vị trí|trọng trách|đơn vị|tiếp tục|vào|sẽ|hội nghị|thống nhất|nhất trí|với)(?!\p{L})[\s,]*)*$/u
const togetherAfter =
  /^[^.;:]{0,40}?(?:lần lượt |theo thứ tự |tương ứng )?(?:là|thuộc về|cho|gồm|được giao cho|:)\s*(?:lần lượt |theo thứ tự )*(?:là |cho |thuộc về |các đơn vị:? ?|hai đơn vị:? ?)*$/u
const joint = /^\s*(?:,|;|và|, và|cùng|cùng với)\s*$/u

/** Units told one after the other with nothing but a comma or "và" between. */
function runsOf(article: Article, units: readonly NamedUnit[]): NamedUnit[][] {
  const runs: NamedUnit[][] = []
  for (const unit of units) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && joint.test(flatBetween(article, last.span[1], unit.span[0]))) run.push(unit)
    else runs.push([unit])
  }
  return runs.filter((run) => run.length > 1)
}

function isBefore(article: Article, run: readonly NamedUnit[], mention: Span): boolean {
  const end = run.at(-1)?.span[1] ?? 0
  return end <= mention[0] && togetherBefore.test(flatBetween(article, end, mention[0]))
}

function isAfter(article: Article, run: readonly NamedUnit[], mention: Span): boolean {
  const start = run[0]?.span[0] ?? 0
  return start >= mention[1] && togetherAfter.test(flatBetween(article, mention[1], start))
}

function pairAt(article: Article, mention: Span, units: Units): PairedRoles | null {
  const sentence = sentenceAt(article, mention[0])
  if (!sentence) return null
  const near: Span = [Math.max(sentence.start, mention[0] - 300), Math.min(sentence.end, mention[1] + 300)]
  const runs = runsOf(article, unitsNamed(article, near, units))
  const run =
    runs.findLast((each) => isBefore(article, each, mention)) ?? runs.find((each) => isAfter(article, each, mention))
  const [first, second] = run ?? []
  if (!first || !second) return null
  const turned = beginsWithDeputy.test(flatBetween(article, ...mention))
  return { span: mention, head: turned ? second : first, deputy: turned ? first : second }
}

/** "A và B lần lượt làm Khối trưởng và Khối phó", "Khối trưởng, Khối phó lần lượt là A, B". */
export function pairedRoles(article: Article, units: Units): PairedRoles[] {
  return findAll(article, pair).flatMap(({ start, end }) => pairAt(article, [start, end], units) ?? [])
}
