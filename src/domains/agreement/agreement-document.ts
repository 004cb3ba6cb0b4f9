import { longDay, twoDigits } from '#capabilities/documents/long-day.ts'
import type { Block, Paper, Run, SignatureCell } from '#capabilities/documents/paper.ts'
import { printCode } from '#platform/id.ts'
import type { CanonicalAgreement, Party } from './canonical-text.ts'

export interface PaperProof {
  hash: string
  code: string
  url: string
  /** What the log was when the text was fixed, signed by the seal. */
  checkpoint: string
}

const roman = ['I', 'II', 'III', 'IV']

interface Section {
  heading: string
  blocks: Block[]
}

const numbered = (texts: readonly string[]): Block => ({
  kind: 'clauses',
  clauses: texts.map((text, index) => ({ number: `${index + 1}.`, text })),
})

function period({ from, to }: { from: string; to: string }): string {
  if (from !== '' && to !== '') return `${from} - ${to}`
  if (from !== '') return `từ ${from}`
  return to === '' ? 'thường xuyên' : `đến ${to}`
}

function movements(agreement: CanonicalAgreement): Block[] {
  if (agreement.movements.length === 0) return []
  const columns = [
    { title: 'STT', width: 1, align: 'center' },
    { title: 'Tên phong trào thi đua', width: 9 },
    { title: 'Thời gian', width: 3, align: 'center' },
  ] as const
  const rows = agreement.movements.map((movement, index) => [
    String(index + 1),
    movement.scope === '' ? movement.title : `${movement.title} (${movement.scope})`,
    period(movement),
  ])
  return [{ kind: 'table', columns, rows }]
}

function targets(agreement: CanonicalAgreement): Block[] {
  if (agreement.targets.length === 0) return []
  const columns = [
    { title: 'STT', width: 1, align: 'center' },
    { title: 'Chỉ tiêu', width: 7 },
    { title: 'Đơn vị tính', width: 2, align: 'center' },
    { title: 'Kế hoạch', width: 2, align: 'right' },
    { title: 'Đơn vị thực hiện', width: 4 },
  ] as const
  const rows = agreement.targets.map((target, index) => [
    String(index + 1),
    target.text,
    target.measure,
    target.plan,
    target.unit === '' ? 'Các đơn vị trong khối' : target.unit,
  ])
  return [{ kind: 'table', columns, rows }]
}

function titles(agreement: CanonicalAgreement): Block[] {
  if (agreement.titles.length === 0) return []
  const columns = [
    { title: 'STT', width: 1, align: 'center' },
    { title: 'Đơn vị', width: 6 },
    { title: 'Danh hiệu, hình thức khen thưởng đăng ký', width: 7 },
  ] as const
  const rows = agreement.titles.map((title, index) => [
    String(index + 1),
    title.unit === '' ? 'Các đơn vị trong khối' : title.unit,
    title.text,
  ])
  return [{ kind: 'table', columns, rows }]
}

function sectionsOf(agreement: CanonicalAgreement): Section[] {
  const registered = [...targets(agreement), ...titles(agreement)]
  return [
    { heading: 'NỘI DUNG THI ĐUA', blocks: [numbered(agreement.commitments)] },
    { heading: 'CÁC PHONG TRÀO THI ĐUA', blocks: movements(agreement) },
    { heading: 'CHỈ TIÊU, DANH HIỆU ĐĂNG KÝ', blocks: registered },
    {
      heading: 'TỔ CHỨC THỰC HIỆN',
      blocks: agreement.organisation.length === 0 ? [] : [numbered(agreement.organisation)],
    },
  ].filter((section) => section.blocks.length > 0)
}

function opening(agreement: CanonicalAgreement): Block[] {
  const theme: Run[] = [
    { text: 'Hưởng ứng phong trào thi đua với chủ đề: ' },
    { text: `“${agreement.theme}”`, bold: true },
    { text: '.' },
  ]
  return [
    ...(agreement.theme === '' ? [] : [{ kind: 'paragraph', text: theme } as const]),
    ...(agreement.opening === '' ? [] : [{ kind: 'paragraph', text: agreement.opening } as const]),
    {
      kind: 'paragraph',
      text: `Hôm nay, ${longDay(agreement.signingOn)}, tại ${agreement.place}, các đơn vị thành viên của khối gồm:`,
    },
    {
      kind: 'parties',
      parties: agreement.parties.map((party, index) => ({
        number: `${index + 1}.`,
        name: party.name,
        representative: party.signer.name,
        post: party.signer.post,
      })),
    },
    { kind: 'paragraph', text: `thống nhất ký kết giao ước thi đua năm ${agreement.year.label} với các nội dung sau:` },
  ]
}

function closing(agreement: CanonicalAgreement): Block {
  const { copies } = agreement
  const each = 'có giá trị như nhau; mỗi đơn vị giữ 01 bản, gửi cơ quan thi đua, khen thưởng 01 bản'
  return { kind: 'paragraph', text: `Giao ước này được lập thành ${twoDigits(String(copies))} bản ${each}.` }
}

/** Printed where the text lets a successor sign, so that all who sign have agreed to it. */
export const substitutesClause =
  'Ủy quyền ký của người được nêu tên trên đây hết trước khi ký thì người được đơn vị ủy quyền, có xác nhận của cơ quan thi đua, khen thưởng, ký thay tại ô của đơn vị; ô ký ghi rõ người ký.'

const cellOf = (party: Party): SignatureCell => ({
  field: party.field,
  caption: [party.name.toLocaleUpperCase('vi')],
  post: party.signer.post,
  signer: party.signer.name,
})

/** The field of the witness; it may stay empty. */
export const witnessField = 'chung-kien'

function signatures(agreement: CanonicalAgreement): NonNullable<Paper['signatures']> {
  const head = agreement.parties.find((party) => party.office === 'head')
  const others = agreement.parties.filter((party) => party !== head)
  const headCell: SignatureCell[] =
    head === undefined ? [] : [{ ...cellOf(head), caption: ['KHỐI TRƯỞNG', ...cellOf(head).caption] }]
  const witness: SignatureCell[] =
    agreement.witness === ''
      ? []
      : [{ field: witnessField, caption: ['CHỨNG KIẾN', agreement.witness.toLocaleUpperCase('vi')] }]
  return {
    heading: 'ĐẠI DIỆN CÁC ĐƠN VỊ KÝ GIAO ƯỚC',
    columns: others.length > 6 ? 3 : 2,
    cells: others.map(cellOf),
    closing: [...headCell, ...witness],
  }
}

/** The agreement as the state prints a paper (Decree 30/2020/NĐ-CP), under the bloc's own head. */
export function agreementPaper(agreement: CanonicalAgreement, proof: PaperProof | null): Paper {
  const sample = agreement.isSample ? 'KÝ MẪU' : undefined
  const mark = proof === null ? 'DỰ THẢO' : sample
  return {
    profile: 'state',
    language: 'vi',
    documentDate: agreement.signingOn,
    metadata: { author: agreement.bloc.name, keywords: [agreement.bloc.code, agreement.year.label] },
    head: {
      parent: [agreement.tenant.toLocaleUpperCase('vi')],
      body: [agreement.bloc.name.toLocaleUpperCase('vi')],
      placeAndDate: `${agreement.place}, ${longDay(agreement.signingOn)}`,
    },
    title: 'GIAO ƯỚC THI ĐUA',
    about: `Năm ${agreement.year.label}`,
    blocks: [
      ...(agreement.legalBases.length === 0 ? [] : [{ kind: 'bases', lines: agreement.legalBases } as const]),
      ...opening(agreement),
      ...sectionsOf(agreement).flatMap(({ heading, blocks }, index): Block[] => [
        { kind: 'heading', level: 1, number: `${roman[index] ?? ''}.`, text: heading },
        ...blocks,
      ]),
      ...(agreement.substitutes ? [{ kind: 'paragraph', text: substitutesClause } as const] : []),
      closing(agreement),
    ],
    signatures: signatures(agreement),
    ...(proof === null ? {} : { proof: { ...proof, code: printCode(proof.code) } }),
    ...(mark === undefined ? {} : { mark }),
  }
}
