import { longDay } from '#capabilities/documents/long-day.ts'
import type { Block, Paper, SignatureCell } from '#capabilities/documents/paper.ts'
import { printCode } from '#platform/id.ts'
import {
  fieldOf,
  minutesRoles,
  partsOf,
  sections,
  type CanonicalMinutes,
  type FixedPassage,
  type MinutesRole,
  type MinutesSection,
} from './minutes.ts'

interface PaperProof {
  hash: string
  code: string
  url: string
  checkpoint: string
}

export const titleOf = ({ conference, bloc, year }: Pick<CanonicalMinutes, 'conference' | 'bloc' | 'year'>) =>
  `Biên bản ${conference.title}, ${bloc.name}, năm ${year}`

/** The place name of a paper is that of the province, not the house where the conference was. */
const provinceOf = (tenant: string) => tenant.replace(/^(?:Tỉnh|Thành phố) /u, '')
const upper = (text: string) => text.toLocaleUpperCase('vi')
const captions = { chair: 'CHỦ TRÌ', secretary: 'THƯ KÝ' } as const satisfies Record<MinutesRole, string>
const headings: Record<MinutesSection, string> = {
  opening: '',
  attendance: 'THÀNH PHẦN',
  proceedings: 'NỘI DUNG VÀ DIỄN BIẾN',
  signatures: 'KÝ KẾT',
  tasks: 'VIỆC GIAO SAU HỘI NGHỊ',
  closing: 'KẾT THÚC',
}
const roman = ['I.', 'II.', 'III.', 'IV.', 'V.']

const linesAsBlocks = (text: string): Block[] =>
  partsOf(text).map((part) =>
    typeof part === 'string'
      ? { kind: 'paragraph', text: part }
      : { kind: 'clauses', clauses: part.map((point) => ({ number: '-', text: point })) },
  )

function passageBlocks({ title, text }: FixedPassage, index: number): Block[] {
  const body = linesAsBlocks(text)
  if (title === '') return body
  return [{ kind: 'heading', level: 2, number: `${index + 1}.`, text: title }, ...body]
}

function sectionBlocks(section: MinutesSection, passages: readonly FixedPassage[], number: string): Block[] {
  const own = passages.filter((passage) => passage.section === section)
  const body = own.flatMap(passageBlocks)
  if (headings[section] === '') return body
  return [{ kind: 'heading', level: 1, number, text: headings[section] }, ...body]
}

function bodyOf(passages: readonly FixedPassage[]): Block[] {
  const used = sections.filter((section) => passages.some((passage) => passage.section === section))
  const numbered = used.filter((section) => headings[section] !== '')
  return used.flatMap((section) => sectionBlocks(section, passages, roman[numbered.indexOf(section)] ?? ''))
}

function signatures({ signers }: CanonicalMinutes): NonNullable<Paper['signatures']> {
  const cells = minutesRoles.map((role): SignatureCell => {
    const { name, post, unit } = signers[role]
    return { field: fieldOf[role], caption: [captions[role], upper(unit)], post, signer: name }
  })
  return { columns: 2, cells, closing: [] }
}

/** The minutes as the state prints a biên bản (Decree 30/2020/NĐ-CP), under the bloc's own head. */
export function minutesPaper(minutes: CanonicalMinutes, proof: PaperProof | null): Paper {
  const { bloc, year, conference, isSample } = minutes
  const sample = isSample ? 'KÝ MẪU' : undefined
  const mark = proof === null ? `DỰ THẢO ${minutes.draft === 0 ? '' : `LẦN ${minutes.draft}`}`.trim() : sample
  const day = longDay(conference.heldOn)
  return {
    profile: 'state',
    language: 'vi',
    documentDate: conference.heldOn,
    metadata: { author: bloc.name, keywords: [bloc.code, year] },
    head: {
      parent: [upper(minutes.tenant)],
      body: [upper(bloc.name)],
      placeAndDate: `${provinceOf(minutes.tenant)}, ${day}`,
    },
    title: 'BIÊN BẢN',
    about: conference.title,
    blocks: bodyOf(minutes.passages),
    signatures: signatures(minutes),
    ...(proof === null ? {} : { proof: { ...proof, code: printCode(proof.code) } }),
    ...(mark === undefined ? {} : { mark }),
  }
}
