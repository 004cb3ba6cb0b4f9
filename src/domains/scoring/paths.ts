import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'

const year = (bloc: string, label: string) => `${blocPaths.year(bloc, label)}/cham-diem`
const round = (bloc: string, label: string, id: string) => `${year(bloc, label)}/${id}`
const sheet = (...[bloc, label, id, unit, version]: SheetAddress) =>
  `${round(bloc, label, id)}/phieu/${unit}/${version}`

/** Bloc, year, round, unit, version of the table. */
export type SheetAddress = readonly [bloc: string, label: string, round: string, unit: string, version: string]

export const scoringPaths = {
  year,
  prepare: (bloc: string, label: string) => `${year(bloc, label)}/dot-moi`,
  round,
  change: (bloc: string, label: string, id: string) => `${round(bloc, label, id)}/sua`,
  opening: (bloc: string, label: string, id: string) => `${round(bloc, label, id)}/mo`,
  moving: (bloc: string, label: string, id: string) => `${round(bloc, label, id)}/chuyen`,
  removal: (bloc: string, label: string, id: string) => `${round(bloc, label, id)}/bo`,
  newSheets: (bloc: string, label: string, id: string) => `${round(bloc, label, id)}/them-phieu`,
  sheet,
  entries: (...at: SheetAddress) => `${sheet(...at)}/o-diem`,
  sending: (...at: SheetAddress) => `${sheet(...at)}/gui`,
  returning: (...at: SheetAddress) => `${sheet(...at)}/tra-lai`,
  /** Why a criterion has its points; `code` as the table prints it. */
  why: (...[code, ...at]: readonly [code: string, ...SheetAddress]) =>
    `${sheet(...at)}/vi-sao/${code.startsWith(':') ? code : encodeURIComponent(code)}`,
}

interface OfSheet {
  round_id: string
  unit_id: string
  version_id: string
}

export const roundPath = ({ bloc, slug }: Pick<BlocYearRow, 'bloc' | 'slug'>, id: string) => round(bloc.slug, slug, id)

/** What every path of a sheet asks for. */
export const sheetAddress = ({ bloc, slug }: Pick<BlocYearRow, 'bloc' | 'slug'>, of: OfSheet): SheetAddress => [
  bloc.slug,
  slug,
  of.round_id,
  of.unit_id,
  of.version_id,
]
