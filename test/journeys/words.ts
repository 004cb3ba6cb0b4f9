import { vi as signatures } from '#capabilities/signatures/keeping/words.vi.ts'
import { vi as reading } from '#domains/agreement/article-reading/words.vi.ts'
import { vi as drafting } from '#domains/agreement/drafting/words.vi.ts'
import { vi as agreement } from '#domains/agreement/words.vi.ts'
import { vi as blocs } from '#domains/blocs/words.vi.ts'
import { vi as calendar } from '#domains/calendar/words.vi.ts'
import { vi as identity } from '#domains/identity/words.vi.ts'
import { vi as portal } from '#domains/portal/words.vi.ts'
import { vi as periods } from '#domains/targets/periods/words.vi.ts'
import { vi as reporting } from '#domains/targets/reporting/words.vi.ts'
import { vi as targets } from '#domains/targets/words.vi.ts'
import { vi as workbook } from '#domains/targets/workbook/words.vi.ts'
import { vi as certificates } from '#domains/units/certificates/words.vi.ts'
import { vi as mandates } from '#domains/units/mandates/words.vi.ts'
import { vi as units } from '#domains/units/words.vi.ts'
import { vi as app } from '#app/words.vi.ts'
import { vi as ui } from '#ui/words.vi.ts'

/** What stands on screen, by the part of the house that says it. */
export const words = {
  agreement,
  app,
  blocs,
  calendar,
  certificates,
  drafting,
  identity,
  mandates,
  periods,
  portal,
  reading,
  reporting,
  signatures,
  targets,
  ui,
  units,
  workbook,
}
