import { blocPaths } from '#domains/blocs/paths.ts'

type At = readonly [bloc: string, year: string]

const list = (...at: At) => `${blocPaths.year(...at)}/y-kien`
const one = (id: string, ...at: At) => `${list(...at)}/${id}`

/** Where a bloc-year works on what it hears. */
export const voicePaths = {
  list,
  one,
  enter: (...at: At) => `${list(...at)}/ghi`,
  acceptance: (id: string, ...at: At) => `${one(id, ...at)}/tiep-nhan`,
  refusal: (id: string, ...at: At) => `${one(id, ...at)}/tu-choi`,
  coding: (id: string, ...at: At) => `${one(id, ...at)}/phan-loai`,
  routing: (id: string, ...at: At) => `${one(id, ...at)}/chuyen`,
  merging: (id: string, ...at: At) => `${one(id, ...at)}/gop`,
  draft: (id: string, ...at: At) => `${one(id, ...at)}/tra-loi`,
  publication: (id: string, ...at: At) => `${one(id, ...at)}/cong-bo`,
  message: (id: string, ...at: At) => `${one(id, ...at)}/trao-doi`,
  picture: (id: string, number: string, ...at: At) => `${one(id, ...at)}/anh/${number}`,
  showing: (id: string, number: string, ...at: At) => `${one(id, ...at)}/anh/${number}/cong-khai`,
  places: (...at: At) => `${list(...at)}/noi-dat-ma`,
  placeEnd: (id: string, ...at: At) => `${list(...at)}/noi-dat-ma/${id}/thoi`,
  poster: (id: string, ...at: At) => `${list(...at)}/noi-dat-ma/${id}/ap-phich.pdf`,
  days: (...at: At) => `${list(...at)}/thoi-han`,
}

const sent = '/gui-y-kien'
const answers = '/y-kien'
const followed = `${answers}/theo-doi`

/** What anyone may open, without signing in. */
export const publicVoicePaths = {
  choose: sent,
  send: (bloc: string) => `${sent}/${bloc}`,
  sendFrom: (bloc: string, place: string) => `${sent}/${bloc}?noi=${place}`,
  /** What a poster's code leads to: short, so that it is read from afar. */
  poster: (place: string) => `${sent}?noi=${place}`,
  answers,
  answer: (slug: string) => `${answers}/${slug}`,
  picture: (slug: string, number: string) => `${answers}/${slug}/anh/${number}`,
  follow: followed,
  writeMore: `${followed}/viet-them`,
  verdict: `${followed}/ket-qua`,
}
