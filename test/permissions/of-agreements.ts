import {
  agreement,
  bringers,
  clause,
  day,
  drafters,
  frozen,
  paperHead,
  pdf,
  readersOfDraft,
  reasonFor,
  signers,
  workers,
  year,
  type Permissions,
} from './rights.ts'

/** The agreement of a bloc, from draft to signature. */
export const permissionsOfAgreements: Permissions = {
  // The agreement: read by members and the authority, drafted by the head
  [`get ${agreement}`]: [{ who: readersOfDraft, stage: 'none' }, { who: readersOfDraft }],
  [`get ${agreement}/giao-uoc.pdf`]: { who: readersOfDraft, stage: 'frozen' },
  [`get ${agreement}/bat-dau`]: { who: drafters, stage: 'none' },
  [`post ${agreement}/bat-dau`]: { who: drafters, stage: 'none', form: () => ({ origin: 'template' }) },
  [`get ${year}/doc-bai-bao`]: { who: readersOfDraft },
  [`post ${year}/doc-bai-bao`]: { who: drafters, form: () => ({ text: 'Một bài báo ngắn.' }) },
  [`get ${year}/doc-bai-bao/:reading`]: { who: readersOfDraft },
  [`post ${year}/doc-bai-bao/:reading`]: { who: drafters, form: () => ({ version: '1' }) },
  [`post ${year}/doc-bai-bao/:reading/lap-du-thao`]: {
    who: drafters,
    stage: 'none',
    form: () => ({ version: '1' }),
  },
  [`get ${agreement}/soan-thao`]: { who: drafters },
  [`post ${agreement}/soan-thao/phan-dau`]: { who: drafters, form: () => paperHead },
  [`post ${agreement}/soan-thao/dieu`]: { who: drafters, form: () => ({ section: 'commitment' }) },
  [`post ${clause}`]: { who: drafters, form: () => ({ version: '1', text: 'Điều mới' }) },
  [`post ${clause}/xoa`]: { who: drafters, form: () => ({ version: '1' }) },
  [`post ${clause}/vi-tri`]: { who: drafters, form: () => ({ direction: 'down' }) },
  [`get ${agreement}/chot-van-ban`]: { who: drafters },
  [`post ${agreement}/chot-van-ban`]: { who: drafters, form: () => ({ isMeant: 'on' }) },
  [`get ${agreement}/mo-lai`]: { who: drafters, stage: 'frozen' },
  [`post ${agreement}/mo-lai`]: { who: drafters, stage: 'frozen', form: () => ({ reason: 'Sai ngày' }) },
  [`get ${agreement}/ban-xem-truoc.pdf`]: { who: readersOfDraft },
  [`get ${agreement}/ban-xem-truoc.docx`]: { who: readersOfDraft },

  // Signing: the persons named when the text was frozen, and nobody in their place
  [`get ${agreement}/ky`]: { who: signers, stage: 'frozen' },
  [`post ${agreement}/ky/luot`]: { who: signers, stage: 'frozen' },
  [`post ${agreement}/ky/chu-ky`]: {
    who: signers,
    stage: 'frozen',
    json: ({ unit }) => ({ job: unit, signature: Buffer.alloc(64).toString('base64') }),
    answer: 404,
  },
  [`post ${agreement}/tu-choi`]: { who: signers, stage: 'frozen', form: () => ({ reason: 'Chưa thống nhất' }) },
  [`post ${agreement}/nhac-ky`]: { who: drafters, stage: 'frozen' },
  [`post ${agreement}/ban-moi`]: { who: drafters, stage: 'frozen' },

  [`get ${agreement}/rut-chu-ky`]: { who: signers, stage: 'signed' },
  [`post ${agreement}/rut-chu-ky`]: { who: signers, stage: 'signed', form: reasonFor },
  [`get ${agreement}/gia-han`]: frozen(drafters),
  [`post ${agreement}/gia-han`]: frozen(drafters, () => ({ signBy: '2023-04-01', reason: 'Chờ đủ chữ ký' })),
  [`get ${agreement}/cac-ban`]: frozen(readersOfDraft),
  [`get ${agreement}/cac-ban/:version/giao-uoc.pdf`]: frozen(readersOfDraft),
  [`get ${agreement}/so-sanh`]: { who: readersOfDraft },
  [`get ${agreement}/chung-cu`]: { who: readersOfDraft, stage: 'signed' },
  [`get ${agreement}/chung-cu.pdf`]: { who: readersOfDraft, stage: 'signed' },

  // By pen: the scan is brought by the unit or the head, and witnessed by people of other units
  [`get ${agreement}/ban-de-in.pdf`]: frozen(readersOfDraft),
  [`get ${agreement}/ky-tren-giay/:unit`]: frozen(bringers),
  [`post ${agreement}/ky-tren-giay/:unit`]: frozen(bringers, ({ heldMandate, code }) => {
    return { mandate: heldMandate, signedOn: day, code, scan: pdf() }
  }),
  [`get ${agreement}/ban-quet/:scan`]: frozen(readersOfDraft),
  [`get ${agreement}/ban-quet/:scan/tep`]: frozen(readersOfDraft),
  [`post ${agreement}/ban-quet/:scan/lam-chung`]: frozen(workers('bloc')),
  [`post ${agreement}/ban-quet/:scan/tu-choi`]: frozen(workers('bloc'), reasonFor),
  [`post ${agreement}/ban-quet/:scan/rut`]: frozen(drafters, reasonFor),
}
