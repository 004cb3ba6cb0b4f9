import { longDay } from '#capabilities/documents/long-day.ts'
import type { Paper } from '#capabilities/documents/paper.ts'
import { qrSvg } from '#capabilities/documents/qr.ts'
import { words } from '../words.ts'
import type { OpinionPlace } from './queries.ts'

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
      { kind: 'picture', svg: qrSvg(url), alt: t.alt, caption: url },
      { kind: 'paragraph', text: t.ways, align: 'center' },
      { kind: 'paragraph', text: [{ text: t.quiet, bold: true }], align: 'center' },
    ],
    ...(isSample ? { mark: 'DỮ LIỆU MẪU' } : {}),
  }
}
