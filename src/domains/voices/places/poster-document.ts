import { longDay } from '#capabilities/documents/long-day.ts'
import type { Paper } from '#capabilities/documents/paper.ts'
import { qrSvg } from '#capabilities/documents/qr.ts'
import { words } from '../words.ts'
import type { OpinionPlace } from './queries.ts'

/** The code takes half of the line's width, so that all of it stands on one sheet. */
const codeSvg = (url: string) =>
  qrSvg(url).replace(/viewBox="0 0 (\d+) \d+"/u, (_all, side: string) => {
    const width = Number(side)
    return `viewBox="${-width / 2} 0 ${width * 2} ${width}"`
  })

interface Poster {
  place: OpinionPlace
  bloc: { name: string }
  tenant: string
  url: string
  today: string
  isSample: boolean
}

/** A sheet to hang up: where it hangs, the code to scan, and what a sender may expect. */
export function posterPaper({ place, bloc, tenant, url, today, isSample }: Poster): Paper {
  const t = words('vi').paper
  return {
    profile: 'state',
    language: 'vi',
    documentDate: today,
    metadata: { author: bloc.name },
    head: {
      parent: [tenant.toLocaleUpperCase('vi')],
      body: [bloc.name.toLocaleUpperCase('vi')],
      placeAndDate: longDay(today),
    },
    title: t.title,
    about: t.about(place.area === '' ? place.name : `${place.name}, ${place.area}`),
    blocks: [
      { kind: 'paragraph', text: t.scan, align: 'center' },
      { kind: 'picture', svg: codeSvg(url), alt: t.alt, caption: url },
      { kind: 'paragraph', text: t.ways, align: 'center' },
      { kind: 'paragraph', text: [{ text: t.quiet, bold: true }], align: 'center' },
    ],
    ...(isSample ? { mark: 'DỮ LIỆU MẪU' } : {}),
  }
}
