import { units, type SeedUnit } from '../../../db/seed/nam-dinh.ts'
import type { Paper } from '#capabilities/documents/paper.ts'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import { askMandate } from '#domains/units/mandates/ask-mandate.ts'
import { confirmMandate } from '#domains/units/mandates/confirm-mandate.ts'
import type { FileStore } from '#platform/files.ts'
import { announce } from '../announce.ts'
import { authority, leaderOf, secretary, type SamplePerson } from './sample-people.ts'
import { actorNamed, type Told } from './tell-people.ts'

const term = { fromOn: '2023-01-01', toOn: '2028-12-31' }

interface Named {
  person: string
  post: string
  does: string
}

/** The letter behind a sample mandate; it says itself that it is a sample. */
const letter = (unit: SeedUnit, { person, post, does }: Named): Paper => ({
  profile: 'state',
  language: 'vi',
  documentDate: term.fromOn,
  metadata: { author: unit.full },
  head: { parent: [], body: [unit.full], placeAndDate: 'Nam Định, ngày 01 tháng 01 năm 2023' },
  title: 'GIẤY ỦY QUYỀN',
  about: 'Về việc ký và biểu quyết trong khối thi đua',
  mark: 'DỮ LIỆU MẪU',
  blocks: [
    {
      kind: 'paragraph',
      text: `${unit.full} ủy quyền cho ${person}, ${post}, ${does} từ ngày 01/01/2023 đến ngày 31/12/2028.`,
    },
  ],
})

interface Pieces {
  files: FileStore
  renderer: Renderer
}

interface Holder {
  unit: SeedUnit
  person: SamplePerson
  post: string
  /** What the mandate is for, in the letter's words. */
  does: string
  isLeader: boolean
}

/** The leader of the unit asks with a letter, the authority confirms. */
async function tellMandate(told: Told, { files, renderer }: Pieces, holder: Holder): Promise<string> {
  const { unit, person, post, does, isLeader } = holder
  const input = {
    ...term,
    unit: told.units.get(unit.key) ?? '',
    account: told.accounts.get(person.login) ?? '',
    post,
    mayAct: true,
    maySign: true,
    mayVote: isLeader,
    documentName: `Giấy ủy quyền mẫu của ${unit.short}`,
  }
  const { pdf: document } = await renderer.renderPdf(letter(unit, { person: person.name, post, does }))
  const asking = { now: told.now, announce, files, document, isSample: true }
  const id = await askMandate(told.db, await actorNamed(told, leaderOf(unit).login), input, asking)
  await confirmMandate(told.db, await actorNamed(told, authority.login), { id }, { now: told.now, announce })
  return id
}

/** Mandates by the unit's key, and that of the bloc's secretary by the login. */
export async function tellMandates(told: Told, pieces: Pieces): Promise<Map<string, string>> {
  const mandates = new Map<string, string>()
  const office = units.find(({ key }) => key === secretary.unit)
  if (office === undefined) throw new Error('the sample secretary works for a unit')
  // Before the leader's: of two who may sign for a unit, whoever was confirmed last signs its agreements.
  const does = 'ký biên bản các hội nghị của khối với tư cách thư ký'
  const minutes = { unit: office, person: secretary, post: 'Chuyên viên Ban Tổ chức - Kiểm tra', does, isLeader: false }
  mandates.set(secretary.login, await tellMandate(told, pieces, minutes))
  for (const unit of units) {
    const forAll = 'thay mặt đơn vị làm việc, ký và biểu quyết trong khối thi đua'
    const holder = { unit, person: leaderOf(unit), post: unit.post, does: forAll, isLeader: true }
    mandates.set(unit.key, await tellMandate(told, pieces, holder))
  }
  return mandates
}
