import { longDay } from '#capabilities/documents/long-day.ts'
import type { Block, Paper } from '#capabilities/documents/paper.ts'
import { printedIn } from '../sheets/leaf.ts'
import { shownNumber } from '../sheets/shown-number.ts'
import type { Stop } from './gather-hall.ts'
import type { Figures } from '../judging/gather-figures.ts'
import { isOut } from '../judging/own-points.ts'
import { words } from '../judging/words.ts'

/** One criterion with every unit's figures, and blanks for what the meeting agrees. */
export interface PaperStop {
  stop: Stop
  rows: readonly { unit: string; figures: Figures; cross: string }[]
}

export interface MeetingPaper {
  bloc: string
  parent: string
  round: string
  /** The day of printing. */
  day: string
  stops: readonly PaperStop[]
}

const t = words('vi')
const blank = '……………'

const upper = (text: string) => text.toLocaleUpperCase('vi')
const shown = (value: string | null) => (value === null ? '' : shownNumber(value, 'vi'))

function tableOf({ rows }: PaperStop): Block {
  return {
    kind: 'table',
    columns: [
      { title: t.paper.order, width: 1, align: 'center' },
      { title: t.unit, width: 5 },
      { title: t.sheet.self, width: 2, align: 'right' },
      { title: t.sheet.cross, width: 2, align: 'right' },
      { title: t.sheet.proposed, width: 2, align: 'right' },
      { title: t.paper.agreed, width: 2.4, align: 'center' },
      { title: t.paper.reason, width: 4 },
    ],
    rows: rows.map(({ unit, figures, cross }, index) => [
      String(index + 1),
      unit,
      shown(figures.self),
      cross,
      shown(figures.proposed.bloc),
      isOut(figures.stands) ? t.sheet.out : blank,
      '',
    ]),
  }
}

const stopBlock = (one: PaperStop, index: number): Block => ({
  kind: 'group',
  blocks: [
    {
      kind: 'heading',
      level: 2,
      number: `${index + 1}.`,
      text: `${one.stop.node.code} ${printedIn(one.stop.node.title, 'vi')}`,
    },
    tableOf(one),
  ],
})

/** The sheet for a joint scoring meeting without network: filled in by hand, entered after. */
export const meetingPaper = ({ bloc, parent, round, day, stops }: MeetingPaper): Paper => ({
  profile: 'state',
  language: 'vi',
  documentDate: day,
  metadata: { author: bloc, keywords: [round] },
  head: { parent: [upper(parent)], body: [upper(bloc)], placeAndDate: `…, ${longDay(day)}` },
  title: t.paper.heading,
  about: round,
  blocks: [
    { kind: 'paragraph', text: t.paper.intro(round, day.split('-').toReversed().join('/')) },
    ...stops.map(stopBlock),
  ],
  signatures: {
    columns: 2,
    cells: [
      { field: 'secretary', caption: [t.paper.secretary] },
      { field: 'head', caption: [t.paper.head] },
    ],
    closing: [],
  },
})
