import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { periodSlug, type Period } from '../periods/period.ts'

const year = (bloc: string, label: string) => `${blocPaths.year(bloc, label)}/bao-cao`
const report = (bloc: string, label: string, period: string, unit: string) => `${year(bloc, label)}/${period}/${unit}`

export const reportingPaths = {
  year,
  log: (bloc: string, label: string) => `${year(bloc, label)}/so-bao-cao`,
  logSheet: (bloc: string, label: string) => `${year(bloc, label)}/so-bao-cao.xlsx`,
  report,
  entries: (bloc: string, label: string, period: string, unit: string) =>
    `${report(bloc, label, period, unit)}/so-lieu`,
  sending: (bloc: string, label: string, period: string, unit: string) => `${report(bloc, label, period, unit)}/gui`,
  returning: (bloc: string, label: string, period: string, unit: string) =>
    `${report(bloc, label, period, unit)}/tra-lai`,
  verifying: (bloc: string, label: string, period: string, unit: string) =>
    `${report(bloc, label, period, unit)}/duyet`,
  askCorrection: (bloc: string, label: string, period: string, unit: string) =>
    `${report(bloc, label, period, unit)}/sua-so-lieu`,
  correction: (bloc: string, label: string, id: string) => `${year(bloc, label)}/sua-so-lieu/${id}`,
  correctionConfirmation: (bloc: string, label: string, id: string) => `${year(bloc, label)}/sua-so-lieu/${id}/dong-y`,
  correctionRefusal: (bloc: string, label: string, id: string) => `${year(bloc, label)}/sua-so-lieu/${id}/tu-choi`,
}

/** The grid of one unit and period. */
export const reportPath = (of: BlocYearRow, period: Pick<Period, 'frequency' | 'starts_on'>, unit: string) =>
  report(of.bloc.slug, of.slug, periodSlug(period), unit)
