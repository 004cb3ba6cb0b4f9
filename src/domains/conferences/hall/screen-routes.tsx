import { qrModules } from '#capabilities/documents/qr.ts'
import { clausesOfAgreement, liveAgreement, signersOf } from '#domains/agreement/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import { conferenceCan } from '../conference.ts'
import { arrivalCode } from '../invitations/invitation-code.ts'
import { conferencePaths } from '../paths.ts'
import type { ConferencePieces } from '../pieces.ts'
import { speakersOf, type ConferenceRow } from '../queries.ts'
import { readConference, type ConferencePlace } from '../read-conference.ts'
import { ScreenPage } from './pages/screen-page.tsx'

/** The agreement that a conference is about: of its year, else of the other one. */
async function agreementShown(db: Db, { bloc_year_id: year, other_year_id: other }: ConferenceRow) {
  const agreement = (await liveAgreement(db, year)) ?? (other === null ? undefined : await liveAgreement(db, other))
  if (agreement === undefined) return undefined
  const { id, title } = agreement
  return { title, clauses: await clausesOfAgreement(db, id), signers: await signersOf(db, id) }
}

function arrivalShown(c: WebContext, { conference }: ConferencePlace, secretKey: string) {
  if (!conferenceCan('attend', conference)) return undefined
  const code = arrivalCode(conference.id, c.var.now, secretKey)
  const url = c.var.origin + conferencePaths.checkIn(conference.id, code)
  return { url, modules: qrModules(url) }
}

const showScreen =
  ({ secretKey }: ConferencePieces) =>
  async (c: WebContext) => {
    const { db } = c.var
    const place = await readConference(c)
    const props = {
      place,
      speakers: await speakersOf(db, place.conference.id),
      agreement: await agreementShown(db, place.conference),
      // Only the secretary's screen lets people arrive: a member's telephone shows no code.
      arrival: place.isKeeper ? arrivalShown(c, place, secretKey) : undefined,
    }
    return c.render(<ScreenPage {...props} />, { title: place.conference.title, shell: 'plain', live: true })
  }

const one = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}', ':conference'] as const

export const screenRoutes = (pieces: ConferencePieces): Route[] => [
  get(conferencePaths.screen(...one), 'signed-in', showScreen(pieces)),
]
