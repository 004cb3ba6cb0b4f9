import { authority, drafters, head, leadersOfUnit, readersOfDraft, workers, year, type Permissions } from './rights.ts'
import type { Place } from './world.ts'

const rounds = `${year}/cham-diem`
const round = `${rounds}/:round`
const sheet = `${round}/phieu/:unit/:table`

/** A sheet of a unit in which none of those who ask works, in the round that is verified. */
const sentByFifth = (place: Place): Place => ({ ...place, unit: place.fifthUnit, round: place.verifiedRound })

/** Rounds are run by who leads the bloc; sheets are their unit's alone until the round lets members see them. */
export const permissionsOfScoring: Permissions = {
  [`get ${rounds}`]: { who: readersOfDraft },
  [`get ${rounds}/dot-moi`]: { who: head },
  [`post ${rounds}/dot-moi`]: { who: head },
  [`get ${round}`]: { who: readersOfDraft },
  [`get ${round}/sua`]: { who: head },
  [`post ${round}/sua`]: { who: head },
  [`post ${round}/bo`]: { who: head },
  [`get ${round}/mo`]: { who: head },
  [`post ${round}/mo`]: { who: head },
  [`post ${round}/them-phieu`]: { who: head },
  [`get ${round}/chuyen`]: { who: head },
  [`post ${round}/chuyen`]: { who: head },
  [`get ${sheet}`]: [{ who: workers('own') }, { who: readersOfDraft, at: sentByFifth }],
  [`post ${sheet}/o-diem`]: { who: workers('own') },
  [`get ${sheet}/gui`]: { who: workers('own') },
  [`post ${sheet}/gui`]: { who: leadersOfUnit },
  [`post ${sheet}/tra-lai`]: {
    who: { ...drafters, ...authority },
    at: sentByFifth,
    form: () => ({ reason: 'Thiếu minh chứng', edition: '1' }),
  },
  [`get ${sheet}/vi-sao/:code`]: [{ who: workers('own') }, { who: readersOfDraft, at: sentByFifth }],
  [`get ${sheet}/bang-tinh.xlsx`]: [{ who: workers('own') }, { who: readersOfDraft, at: sentByFifth }],
  [`get ${round}/bang-tinh/:table/bang-tinh.xlsx`]: { who: readersOfDraft, at: sentByFifth },
}
