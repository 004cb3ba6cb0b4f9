import { longDay } from '#capabilities/documents/long-day.ts'
import type { Paper } from '#capabilities/documents/paper.ts'
import type { ConferenceRow, ItemRow } from '../queries.ts'
import type { InviteeRow } from '../attendance/queries.ts'
import { words } from './words.ts'

export interface InvitationPaper {
  bloc: string
  parent: string
  conference: ConferenceRow
  items: readonly ItemRow[]
  invitee: InviteeRow
  /** The day of printing. */
  day: string
  /** The modules of the code that answers, once it was given; row by row. */
  modules: readonly (readonly boolean[])[] | undefined
}

const t = words('vi')
const upper = (text: string) => text.toLocaleUpperCase('vi')

/** A drawing as wide as the text with the code small in its middle. */
function codeDrawing(modules: readonly (readonly boolean[])[]): string {
  const side = modules.length
  const width = side * 5
  const left = (width - side) / 2
  const dark = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${left + x} ${y}h1v1h-1z`] : [])))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${side}"><path fill="#000" d="${dark.join('')}"/></svg>`
}

/** The invitation on paper, with the code to answer by. */
export function invitationPaper({ bloc, parent, conference, items, invitee, day, modules }: InvitationPaper): Paper {
  const d = t.document
  const who = [invitee.name, invitee.post, invitee.of].filter((part) => part !== '').join(', ')
  const when = t.mail.when(conference.starts_at.slice(0, 5), longDay(conference.held_on))
  const lines = [d.time(when), d.place(conference.place), d.chair(conference.chair_name)]
  return {
    profile: 'state',
    language: 'vi',
    documentDate: day,
    metadata: { author: bloc, keywords: [conference.title] },
    head: { parent: [upper(parent)], body: [upper(bloc)], placeAndDate: `…, ${longDay(day)}` },
    title: d.heading,
    about: d.about(conference.title),
    blocks: [
      { kind: 'paragraph', text: [{ text: d.dear(who), bold: true }] },
      { kind: 'paragraph', text: d.invites(bloc, conference.title) },
      ...lines.map((text) => ({ kind: 'paragraph' as const, text })),
      { kind: 'paragraph', text: d.agenda },
      { kind: 'clauses', clauses: items.map(({ position, title }) => ({ number: `${position}.`, text: title })) },
      { kind: 'paragraph', text: d.closing },
      ...(modules === undefined
        ? []
        : [{ kind: 'picture' as const, svg: codeDrawing(modules), alt: d.qr, caption: d.qrNote }]),
    ],
    signatures: { columns: 2, cells: [], closing: [{ field: 'head', caption: d.sign }] },
  }
}
