import type { PdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import type { Announce } from '#platform/announcements.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import type { FileStore } from '#platform/files.ts'
import type { Locale } from '#platform/words.ts'
import type { WebContext } from '#platform/web.ts'
import type { UnitFact } from './lineage/deed.ts'
import type { YearInBloc } from './lineage/life.ts'
import type { MandateFact } from './mandates/mandate.ts'

/** What `app` hands in: the files, who listens, and what only a higher domain can tell. */
export interface UnitPieces {
  files: FileStore
  pdfs: PdfReader
  announce: Announce<MandateFact | UnitFact>
  /** Whether the person is in a bloc-year in which the unit is: then they see its mandates. */
  sharesBloc: (db: Db, actor: Actor, unit: string) => Promise<boolean>
  /** The years in blocs of a unit, and the offices it held there, in words. */
  yearsOfUnit: (db: Db, unit: string, locale: Locale) => Promise<YearInBloc[]>
  /** Where the sites of other tenants are, by slug or name, as far as this installation has them. */
  hosts: (c: WebContext) => Promise<(tenant: string) => string | undefined>
  /** The site as people reach it, for links: 'https://thidua.example.vn'. */
  originOf: (c: WebContext) => string
}
