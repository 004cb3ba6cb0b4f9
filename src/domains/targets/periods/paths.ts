import { blocPaths } from '#domains/blocs/paths.ts'

const year = (bloc: string, label: string) => `${blocPaths.year(bloc, label)}/bao-cao`
const setUp = (bloc: string, label: string) => `${year(bloc, label)}/ky`
const period = (bloc: string, label: string, slug: string) => `${setUp(bloc, label)}/${slug}`

export const periodPaths = {
  setUp,
  period,
  closing: (bloc: string, label: string, slug: string) => `${period(bloc, label, slug)}/dong`,
  reopen: (bloc: string, label: string, slug: string) => `${period(bloc, label, slug)}/mo-lai`,
  reopening: (bloc: string, label: string, id: string) => `${year(bloc, label)}/mo-lai/${id}`,
  reopeningConfirmation: (bloc: string, label: string, id: string) => `${year(bloc, label)}/mo-lai/${id}/dong-y`,
  reopeningRefusal: (bloc: string, label: string, id: string) => `${year(bloc, label)}/mo-lai/${id}/tu-choi`,
}
