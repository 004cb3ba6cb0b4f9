/** `:bloc` is a bloc's slug, `:year` the slug of its year: /khoi/mat-tran-va-doan-the/2023. */
const year = (bloc: string, slug: string) => `/khoi/${bloc}/${slug}`
const agreement = (bloc: string, slug: string) => `${year(bloc, slug)}/giao-uoc`

export const paths = {
  agreement,
  start: (bloc: string, slug: string) => `${agreement(bloc, slug)}/bat-dau`,
  editor: (bloc: string, slug: string) => `${agreement(bloc, slug)}/soan-thao`,
  head: (bloc: string, slug: string) => `${agreement(bloc, slug)}/soan-thao/phan-dau`,
  clauses: (bloc: string, slug: string) => `${agreement(bloc, slug)}/soan-thao/dieu`,
  clause: (bloc: string, slug: string, clause: string) => `${agreement(bloc, slug)}/soan-thao/dieu/${clause}`,
  clauseRemoval: (bloc: string, slug: string, clause: string) =>
    `${agreement(bloc, slug)}/soan-thao/dieu/${clause}/xoa`,
  clauseMove: (bloc: string, slug: string, clause: string) =>
    `${agreement(bloc, slug)}/soan-thao/dieu/${clause}/vi-tri`,
  preview: (bloc: string, slug: string) => `${agreement(bloc, slug)}/ban-xem-truoc.pdf`,
  previewWord: (bloc: string, slug: string) => `${agreement(bloc, slug)}/ban-xem-truoc.docx`,
  freezing: (bloc: string, slug: string) => `${agreement(bloc, slug)}/chot-van-ban`,
  unfreezing: (bloc: string, slug: string) => `${agreement(bloc, slug)}/mo-lai`,
  paper: (bloc: string, slug: string) => `${agreement(bloc, slug)}/giao-uoc.pdf`,
  signing: (bloc: string, slug: string) => `${agreement(bloc, slug)}/ky`,
  signingJob: (bloc: string, slug: string) => `${agreement(bloc, slug)}/ky/luot`,
  signature: (bloc: string, slug: string) => `${agreement(bloc, slug)}/ky/chu-ky`,
  refusal: (bloc: string, slug: string) => `${agreement(bloc, slug)}/tu-choi`,
  nextVersion: (bloc: string, slug: string) => `${agreement(bloc, slug)}/ban-moi`,
  withdrawal: (bloc: string, slug: string) => `${agreement(bloc, slug)}/rut-chu-ky`,
  extension: (bloc: string, slug: string) => `${agreement(bloc, slug)}/gia-han`,
  blankPaper: (bloc: string, slug: string) => `${agreement(bloc, slug)}/ban-de-in.pdf`,
  pen: (bloc: string, slug: string, unit: string) => `${agreement(bloc, slug)}/ky-tren-giay/${unit}`,
  scan: (bloc: string, slug: string, scan: string) => `${agreement(bloc, slug)}/ban-quet/${scan}`,
  scanFile: (bloc: string, slug: string, scan: string) => `${agreement(bloc, slug)}/ban-quet/${scan}/tep`,
  scanWitness: (bloc: string, slug: string, scan: string) => `${agreement(bloc, slug)}/ban-quet/${scan}/lam-chung`,
  scanRefusal: (bloc: string, slug: string, scan: string) => `${agreement(bloc, slug)}/ban-quet/${scan}/tu-choi`,
  scanWithdrawal: (bloc: string, slug: string, scan: string) => `${agreement(bloc, slug)}/ban-quet/${scan}/rut`,
  evidence: (bloc: string, slug: string) => `${agreement(bloc, slug)}/chung-cu`,
  evidencePaper: (bloc: string, slug: string) => `${agreement(bloc, slug)}/chung-cu.pdf`,
  versions: (bloc: string, slug: string) => `${agreement(bloc, slug)}/cac-ban`,
  versionPaper: (bloc: string, slug: string, version: string) =>
    `${agreement(bloc, slug)}/cac-ban/${version}/giao-uoc.pdf`,
  comparison: (bloc: string, slug: string) => `${agreement(bloc, slug)}/so-sanh`,
  promises: (bloc: string, slug: string) => `${agreement(bloc, slug)}/chi-tieu-va-phong-trao`,
  reminder: (bloc: string, slug: string) => `${agreement(bloc, slug)}/nhac-ky`,
  readings: (bloc: string, slug: string) => `${year(bloc, slug)}/doc-bai-bao`,
  reading: (bloc: string, slug: string, reading: string) => `${year(bloc, slug)}/doc-bai-bao/${reading}`,
  keeping: (bloc: string, slug: string, reading: string) => `${year(bloc, slug)}/doc-bai-bao/${reading}/lap-du-thao`,
}
