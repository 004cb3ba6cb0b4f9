import { units, type SeedUnit } from '../../../db/seed/nam-dinh.ts'
import type { Paper } from '#capabilities/documents/paper.ts'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import { askMandate } from '#domains/units/mandates/ask-mandate.ts'
import { confirmMandate } from '#domains/units/mandates/confirm-mandate.ts'
import type { FileStore } from '#platform/files.ts'
import { announce } from '../announce.ts'
import { authority, leaderOf } from './sample-people.ts'
import { actorNamed, type Told } from './tell-people.ts'

const term = { fromOn: '2023-01-01', toOn: '2028-12-31' }

/** The letter behind a sample mandate; it says itself that it is a sample. */
const letter = (unit: SeedUnit): Paper => ({
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
      text: `${unit.full} ủy quyền cho ${unit.leader}, ${unit.post}, thay mặt đơn vị làm việc, ký và biểu quyết trong khối thi đua từ ngày 01/01/2023 đến ngày 31/12/2028.`,
    },
  ],
})

interface Pieces {
  files: FileStore
  renderer: Renderer
}

/** Each leader asks with a letter, the authority confirms; answers with the mandates by the unit's key. */
export async function tellMandates(told: Told, { files, renderer }: Pieces): Promise<Map<string, string>> {
  const mandates = new Map<string, string>()
  for (const unit of units) {
    const { login } = leaderOf(unit)
    const input = {
      ...term,
      unit: told.units.get(unit.key) ?? '',
      account: told.accounts.get(login) ?? '',
      post: unit.post,
      mayAct: true,
      maySign: true,
      mayVote: true,
      documentName: `Giấy ủy quyền mẫu của ${unit.short}`,
    }
    const { pdf: document } = await renderer.renderPdf(letter(unit))
    const asking = { now: told.now, announce, files, document, isSample: true }
    const id = await askMandate(told.db, await actorNamed(told, login), input, asking)
    await confirmMandate(told.db, await actorNamed(told, authority.login), { id }, { now: told.now, announce })
    mandates.set(unit.key, id)
  }
  return mandates
}
